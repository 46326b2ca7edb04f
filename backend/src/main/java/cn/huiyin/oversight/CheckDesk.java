package cn.huiyin.oversight;

import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.oversight.domain.Check;
import cn.huiyin.oversight.domain.Check.Part;
import cn.huiyin.oversight.domain.CheckMove;
import cn.huiyin.oversight.domain.CheckState;
import cn.huiyin.oversight.domain.Findings;
import cn.huiyin.oversight.store.Checks;
import cn.huiyin.oversight.store.Checks.Move;
import cn.huiyin.oversight.store.Checks.Stored;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Arranges what is done in spot checks: read, decide, keep, and tell. */
@Component
public class CheckDesk {

    private static final Pattern VISIT = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private final Checks checks;
    private final CheckViews views;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Repeats repeats;
    private final JsonMapper json;

    CheckDesk(Checks checks, CheckViews views, Accounts accounts, Outbox outbox, Repeats repeats, JsonMapper json) {
        this.checks = checks;
        this.views = views;
        this.accounts = accounts;
        this.outbox = outbox;
        this.repeats = repeats;
        this.json = json;
    }

    /** What a caller is to a check; nothing at all means that it does not exist for them. */
    static Set<Part> parts(Check check, Caller caller) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (!caller.is(Role.SUPERVISOR, new PlacePath(check.path()))) {
            return parts;
        }
        if (check.mayBeCheckedBy(caller.id().value())) {
            parts.add(Part.SUPERVISOR);
        }
        if (Objects.equals(check.supervisor(), caller.id().value())) {
            parts.add(Part.CHECKER);
        }
        return parts;
    }

    public Mono<CheckView> show(Caller caller, String visit) {
        return seen(caller, visit).flatMap(stored -> views.check(stored, caller));
    }

    /** Whoever made the visit sees it too, where they supervise there; they cannot do anything with it. */
    Mono<Stored> seen(Caller caller, String visit) {
        Mono<Stored> found = VISIT.matcher(visit).matches() ? checks.find(visit) : Mono.empty();
        return found.filter(stored ->
                        caller.is(Role.SUPERVISOR, new PlacePath(stored.check().path())))
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("CHECK_NOT_FOUND", "没有找到这次抽查，或不归您管")));
    }

    /** A move on the version that was read; the answer holds nothing that is sealed. */
    public Mono<Answer> move(Caller caller, String visit, CheckAsked asked, Seen seen, Repeat repeat) {
        return repeats.once(
                repeat,
                () -> seen(caller, visit).flatMap(stored -> {
                    Check check = stored.check();
                    Findings findings = asked.findings();
                    CheckState to = check.after(asked.move(), parts(check, caller), findings);
                    seen.check(check.version());
                    return supervisor(check, asked, caller)
                            .flatMap(supervisor -> keep(caller, check, asked, to, supervisor, findings, repeat));
                }));
    }

    private Mono<AccountId> supervisor(Check check, CheckAsked asked, Caller caller) {
        if (asked.move() != CheckMove.ASSIGN) {
            return Mono.just(new AccountId(Objects.requireNonNull(check.supervisor())));
        }
        String id = asked.supervisorId() == null ? caller.id().toString() : asked.supervisorId();
        if (!id.matches("\\d{1,18}")) {
            throw Refusal.invalid(new Fault("supervisorId", "请选择核查人"));
        }
        AccountId wanted = new AccountId(Long.parseLong(id));
        if (!check.mayBeCheckedBy(wanted.value())) {
            throw Refusal.invalid(new Fault("supervisorId", "不能由走访的人自己核查"));
        }
        return accounts.find(wanted)
                .filter(person -> person.is(Role.SUPERVISOR, new PlacePath(check.path())))
                .map(Caller::id)
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(new Fault("supervisorId", "没有这位督办人员，或者不管这个社区"))));
    }

    private Mono<Answer> keep(
            Caller caller,
            Check check,
            CheckAsked asked,
            CheckState to,
            AccountId supervisor,
            @Nullable Findings findings,
            Repeat repeat) {
        int version = check.version() + 1;
        String body = json.writeValueAsString(new Receipt(check.visit(), to, supervisor.toString(), version));
        Move move = new Move(
                check,
                asked.move(),
                to,
                caller.id().value(),
                supervisor.value(),
                findings,
                asked.words(),
                outbox.json(told(caller, check, asked, supervisor)));
        return checks.save(move, repeat, body)
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(Seen::stale))
                .thenReturn(new Answer(200, null, "\"%d\"".formatted(version), body));
    }

    /** What a move answers: nothing sealed, for answers are kept for repeated requests. */
    record Receipt(String visitId, CheckState state, String supervisorId, int version) {}

    private static List<Notice> told(Caller caller, Check check, CheckAsked asked, AccountId supervisor) {
        if (asked.move() != CheckMove.ASSIGN || supervisor.equals(caller.id())) {
            return List.of();
        }
        return List.of(new Notice(
                "SPOT_CHECK_ASSIGNED",
                "spot-check/%s/v%d".formatted(check.visit(), check.version() + 1),
                new PlacePath(check.path()).street().value(),
                CheckSubject.KIND,
                check.visit(),
                supervisor,
                null,
                Map.of()));
    }
}
