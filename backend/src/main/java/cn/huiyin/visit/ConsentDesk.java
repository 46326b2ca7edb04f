package cn.huiyin.visit;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.domain.Consent.Noted;
import cn.huiyin.visit.domain.Consent.Saying;
import cn.huiyin.visit.domain.ConsentDeed;
import cn.huiyin.visit.domain.ConsentPart;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.domain.ConsentWay;
import cn.huiyin.visit.store.Consents;
import cn.huiyin.visit.store.Consents.Kept;
import cn.huiyin.visit.store.Consents.Line;
import cn.huiyin.visit.store.Consents.Noting;
import cn.huiyin.visit.store.Consents.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** Where it is told what visits are for, and where homes agree, refuse, or take it back. */
@Service
public class ConsentDesk {

    private static final int HISTORY = 50;
    private static final int TRIES = 5;

    private static final Set<ConsentDeed> BY_ONESELF =
            EnumSet.of(ConsentDeed.AGREE, ConsentDeed.REFUSE, ConsentDeed.TAKE_BACK);

    private final Consents consents;
    private final ConsentViews views;
    private final Households households;
    private final VisitNaming naming;
    private final VisitReach reach;
    private final Vault vault;
    private final Repeats repeats;
    private final JsonMapper json;

    ConsentDesk(
            Consents consents,
            ConsentViews views,
            Households households,
            VisitNaming naming,
            VisitReach reach,
            Vault vault,
            Repeats repeats,
            JsonMapper json) {
        this.consents = consents;
        this.views = views;
        this.households = households;
        this.naming = naming;
        this.reach = reach;
        this.vault = vault;
        this.repeats = repeats;
        this.json = json;
    }

    /** How a home within the caller's reach stands. */
    public Mono<ConsentView> show(Caller caller, String household) {
        return homeOf(caller, household).flatMap(home -> shown(home, VisitReach.parts(caller, home.path())));
    }

    /** How the caller's own home stands. */
    public Mono<ConsentView> mine(Caller caller) {
        return own(caller).flatMap(home -> shown(home, EnumSet.of(ConsentPart.RESIDENT)));
    }

    private Mono<ConsentView> shown(Household home, Set<ConsentPart> parts) {
        return Mono.zip(consents.of(home.id(), home.path()), consents.history(home.id(), Integer.MAX_VALUE, HISTORY))
                .flatMap(found -> naming.of(found.getT2().stream().map(Line::by).toList(), List.of())
                        .map(names -> views.show(home, found.getT1(), parts, found.getT2(), names)));
    }

    private Mono<Household> homeOf(Caller caller, String household) {
        return households
                .find(new HouseholdId(household))
                .filter(home -> VisitReach.sees(caller, home.path()))
                .switchIfEmpty(Mono.error(RecordDesk::noSuchHome));
    }

    Mono<Household> own(Caller caller) {
        return households
                .of(caller.id())
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("HOME_NOT_CONFIRMED", "您的住址还没有由网格员确认，确认后才能办理")));
    }

    /** Staff note what was told or said; the same request again gets the same answer. */
    public Mono<Answer> note(Caller caller, String household, ConsentAsked asked, Repeat repeat) {
        checkWords(asked);
        return repeats.once(
                repeat,
                () -> homeOf(caller, household)
                        .flatMap(home -> note(home, VisitReach.parts(caller, home.path()), caller, asked, repeat)));
    }

    /** A resident says it of their own home. */
    public Mono<Answer> say(Caller caller, OwnConsentAsked asked, Repeat repeat) {
        if (!BY_ONESELF.contains(asked.deed())) {
            throw Refusal.notYours(
                    "MOVE_NOT_YOURS", "“%s”不归您办".formatted(asked.deed().chinese()));
        }
        var said = new ConsentAsked(asked.deed(), ConsentWay.MINI_PROGRAM, null, null, asked.words(), true);
        checkWords(said);
        return repeats.once(
                repeat,
                () -> own(caller).flatMap(home -> note(home, EnumSet.of(ConsentPart.RESIDENT), caller, said, repeat)));
    }

    private static void checkWords(ConsentAsked asked) {
        List<Fault> faults = new ArrayList<>();
        RecordReading.plain("purpose", asked.purpose(), faults);
        RecordReading.plain("words", asked.words(), faults);
        boolean purposeless = asked.purpose() == null || asked.purpose().isBlank();
        if (asked.deed() == ConsentDeed.TELL && purposeless) {
            faults.add(new Fault("purpose", "请写明告知的走访目的"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private Mono<Answer> note(
            Household home, Set<ConsentPart> parts, Caller caller, ConsentAsked asked, Repeat repeat) {
        return Mono.defer(() -> consents.of(home.id(), home.path()))
                .flatMap(standing -> keep(home, standing, parts, caller, asked, repeat))
                .retryWhen(Retry.max(TRIES)
                        .filter(SaidMeanwhile.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> VisitOutcomes.refusal("STALE")));
    }

    private Mono<Answer> keep(
            Household home,
            Standing standing,
            Set<ConsentPart> parts,
            Caller caller,
            ConsentAsked asked,
            Repeat repeat) {
        boolean byItself = Boolean.TRUE.equals(asked.byItself());
        Noted noted = standing.consent()
                .note(new Saying(
                        asked.deed(),
                        asked.way(),
                        momentOf(asked, standing),
                        parts,
                        byItself,
                        standing.notice() != null));
        String sealed = new ConsentWords(stripped(asked.purpose()), stripped(asked.words()))
                .sealed(vault, home.id(), standing.consent().version() + 1);
        ConsentState state = noted.state();
        Answer answer = new Answer(
                201,
                null,
                null,
                json.writeValueAsString(
                        Map.of("householdId", home.id().value(), "state", state.name(), "stateName", state.chinese())));
        Noting noting = Noting.of(noted, caller.id(), sealed)
                .answering(Kept.of(repeat, answer.status(), answer.location(), answer.etag(), answer.body()));
        return consents.note(noting).map(said -> saved(said, answer));
    }

    private static Answer saved(String said, Answer answer) {
        return switch (said) {
            case "SAVED" -> answer;
            case "STALE" -> throw new SaidMeanwhile();
            default -> throw VisitOutcomes.refusal(said);
        };
    }

    private static Instant momentOf(ConsentAsked asked, Standing standing) {
        if (asked.at() == null) {
            return standing.now();
        }
        if (asked.at().isAfter(standing.now().plus(standing.ahead()))) {
            throw Refusal.invalid(new Fault("at", "时间不能在将来，请检查手机时间"));
        }
        if (asked.at().isBefore(standing.oldest())) {
            throw Refusal.invalid(new Fault("at", "时间太久了，不能再补记"));
        }
        return asked.at().isAfter(standing.now()) ? standing.now() : asked.at();
    }

    private static @Nullable String stripped(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** Homes within the caller's reach that stand like this, in the order of their ids. */
    public Mono<VisitPage<ConsentView>> list(Caller caller, Set<ConsentState> states, String after, int size) {
        List<PlacePath> places = reach.of(caller);
        return consents.list(reach.communitiesOf(places), places, states, after, size + 1)
                .flatMap(found -> naming.of(
                                List.of(),
                                found.consents().stream()
                                        .map(consent -> consent.household().value())
                                        .toList())
                        .map(names -> VisitPage.of(
                                found.consents(),
                                size,
                                consent -> views.show(
                                        consent, found.today(), VisitReach.parts(caller, consent.path()), names),
                                last -> last.household().value())));
    }

    /** Something was said between reading and keeping. */
    private static final class SaidMeanwhile extends RuntimeException {
        SaidMeanwhile() {
            super("said meanwhile", null, false, false);
        }
    }
}
