package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.oversight.RectificationNotices.Fact;
import cn.huiyin.oversight.domain.Check;
import cn.huiyin.oversight.domain.CheckState;
import cn.huiyin.oversight.domain.Rectification;
import cn.huiyin.oversight.domain.Rectification.Part;
import cn.huiyin.oversight.domain.RectificationState;
import cn.huiyin.oversight.domain.Rules;
import cn.huiyin.oversight.store.Rectifications;
import cn.huiyin.oversight.store.Rectifications.Issue;
import cn.huiyin.oversight.store.Rectifications.Move;
import cn.huiyin.oversight.store.Rectifications.Numbered;
import cn.huiyin.oversight.store.Rectifications.Stored;
import cn.huiyin.oversight.store.RuleRow;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Arranges what is done in rectification notices: read, decide, keep, and tell. */
@Component
public class RectificationDesk {

    private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR, Role.DISPATCHER);
    private static final int HISTORY = 100;

    private final Rectifications notices;
    private final RectificationNotices told;
    private final CheckDesk checks;
    private final RuleRow rules;
    private final People people;
    private final Community community;
    private final Outbox outbox;
    private final Repeats repeats;
    private final JsonMapper json;

    RectificationDesk(
            Rectifications notices,
            RectificationNotices told,
            CheckDesk checks,
            RuleRow rules,
            People people,
            Community community,
            Outbox outbox,
            Repeats repeats,
            JsonMapper json) {
        this.notices = notices;
        this.told = told;
        this.checks = checks;
        this.rules = rules;
        this.people = people;
        this.community = community;
        this.outbox = outbox;
        this.repeats = repeats;
        this.json = json;
    }

    /** What a move answers: nothing sealed, for answers are kept for repeated requests. */
    record Receipt(String no, RectificationState state, Instant dueAt, int version) {}

    /** One for each check that found something. */
    public Mono<Answer> issue(Caller caller, IssueAsked asked, Repeat repeat) {
        return repeats.once(
                repeat,
                () -> checks.seen(caller, asked.visitId()).flatMap(stored -> {
                    Check check = stored.check();
                    if (check.state() != CheckState.FINDINGS) {
                        throw Refusal.conflict("NOTHING_FOUND", "只有发现问题的抽查才能下发整改通知书");
                    }
                    return Mono.zip(rules.read(), notices.number())
                            .flatMap(both -> issue(caller, check, asked, both.getT1(), both.getT2(), repeat));
                }));
    }

    private Mono<Answer> issue(
            Caller caller, Check check, IssueAsked asked, Rules rule, Numbered numbered, Repeat repeat) {
        int days = asked.days() == null ? rule.rectifyWithin() : asked.days();
        Instant dueAt = told.due(numbered.now(), days);
        String body = json.writeValueAsString(new Receipt(numbered.no(), RectificationState.ISSUED, dueAt, 1));
        List<Notice> begun =
                told.begun(new Fact(numbered.no(), check.path(), 1), "RECTIFY_ISSUED", numbered.now(), dueAt, rule);
        Issue issue = new Issue(
                numbered.no(),
                check.visit(),
                caller.id().value(),
                days,
                dueAt,
                asked.what().strip(),
                outbox.json(begun));
        return notices.issue(issue, repeat, body)
                .filter(issued -> issued)
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("ALREADY_ISSUED", "这次抽查已经下发过整改通知书")))
                .thenReturn(new Answer(201, "/api/v1/rectifications/" + numbered.no(), "\"1\"", body));
    }

    /** A move on the version that was read. */
    public Mono<Answer> move(Caller caller, String no, RectificationAsked asked, Seen seen, Repeat repeat) {
        return repeats.once(
                repeat,
                () -> seen(caller, no).flatMap(stored -> {
                    asked.check();
                    RectificationState to =
                            stored.notice().after(asked.move(), parts(stored.notice(), caller), asked.result());
                    seen.check(stored.notice().version());
                    return rules.read().flatMap(rule -> keep(caller, stored, asked, to, rule, repeat));
                }));
    }

    private Mono<Answer> keep(
            Caller caller, Stored stored, RectificationAsked asked, RectificationState to, Rules rule, Repeat repeat) {
        Rectification notice = stored.notice();
        boolean begins = Rectification.begins(asked.move(), asked.result());
        int days = begins ? rule.rectifyAgain() : notice.days();
        Instant dueAt = begins ? told.due(stored.now(), days) : notice.dueAt();
        int version = notice.version() + 1;
        Fact fact = new Fact(notice.no(), notice.path(), version);
        List<Notice> said = begins
                ? told.begun(fact, "RECTIFY_SENT_BACK", stored.now(), dueAt, rule)
                : switch (asked.move()) {
                    case ANSWER -> List.of(told.said(fact, "RECTIFY_ANSWERED", new AccountId(notice.issuedBy())));
                    case ACCEPT -> List.of(told.said(fact, "RECTIFY_ACCEPTED", null));
                    default -> List.<Notice>of();
                };
        String body = json.writeValueAsString(new Receipt(notice.no(), to, dueAt, version));
        Move move = new Move(
                notice,
                asked.move(),
                to,
                caller.id().value(),
                days,
                dueAt,
                asked.result(),
                asked.words(),
                outbox.json(said));
        return notices.save(move, repeat, body)
                .filter("SAVED"::equals)
                .switchIfEmpty(Mono.error(Seen::stale))
                .thenReturn(new Answer(200, null, "\"%d\"".formatted(version), body));
    }

    private static Set<Part> parts(Rectification notice, Caller caller) {
        PlacePath there = new PlacePath(notice.path());
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (caller.is(Role.SUPERVISOR, there)) {
            parts.add(Part.SUPERVISOR);
        }
        if (caller.is(Role.DISPATCHER, there)) {
            parts.add(Part.COMMUNITY);
        }
        return parts;
    }

    private Mono<Stored> seen(Caller caller, String no) {
        Mono<Stored> found = no.matches("ZG\\d{4,20}") ? notices.find(no) : Mono.empty();
        return found.filter(stored -> !parts(stored.notice(), caller).isEmpty())
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("RECTIFICATION_NOT_FOUND", "没有找到这份整改通知书，或不归您管")));
    }

    public Mono<RectificationView> show(Caller caller, String no) {
        return seen(caller, no)
                .flatMap(stored -> notices.history(no, HISTORY)
                        .flatMap(history -> people.names(Stream.concat(
                                                Stream.of(stored.notice().issuedBy()),
                                                history.stream().map(Rectifications.Event::by))
                                        .collect(Collectors.toSet()))
                                .map(names -> view(stored, history, names, caller))));
    }

    /** A part of a list; {@code last} is the number of its last, null at the end. */
    public record Page(
            List<RectificationView> items, @Nullable String last) {}

    public Mono<Page> page(
            Caller caller,
            @Nullable String place,
            @Nullable RectificationState state,
            boolean lookBack,
            String before,
            int size) {
        return notices.page(Overseers.scope(caller, ROLES, community, place), state, lookBack, before, size + 1)
                .flatMap(oneMore -> {
                    List<Stored> shown = oneMore.subList(0, Math.min(size, oneMore.size()));
                    return people.names(shown.stream()
                                    .map(stored -> stored.notice().issuedBy())
                                    .collect(Collectors.toSet()))
                            .map(names -> new Page(
                                    shown.stream()
                                            .map(stored -> view(stored, List.of(), names, null))
                                            .toList(),
                                    oneMore.size() > size
                                            ? shown.get(size - 1).notice().no()
                                            : null));
                });
    }

    private RectificationView view(
            Stored stored, List<Rectifications.Event> history, People.Names names, @Nullable Caller caller) {
        Rectification notice = stored.notice();
        return new RectificationView(
                notice.no(),
                notice.visit(),
                community.atlas().inWords(new PlacePath(notice.path())),
                notice.state(),
                notice.state().chinese(),
                notice.issuedAt(),
                names.of(notice.issuedBy()),
                new RectificationView.Deadline("RECTIFY", notice.dueAt(), notice.deadline(stored.now())),
                notice.timesBack(),
                notice.lookBack(),
                caller == null ? Set.of() : notice.moves(parts(notice, caller)),
                history.stream()
                        .map(event -> new RectificationView.Event(
                                event.at(),
                                event.move(),
                                event.state(),
                                names.of(event.by()).name(),
                                event.dueAt(),
                                event.note()))
                        .toList(),
                notice.version());
    }
}
