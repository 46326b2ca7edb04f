package cn.huiyin.visit;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.media.Attachments;
import cn.huiyin.media.MediaId;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Writing;
import cn.huiyin.ticket.Origin;
import cn.huiyin.visit.domain.Consent.Noted;
import cn.huiyin.visit.domain.Consent.Saying;
import cn.huiyin.visit.domain.ConsentDeed;
import cn.huiyin.visit.domain.ConsentPart;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.domain.Outcome;
import cn.huiyin.visit.store.Consents;
import cn.huiyin.visit.store.Consents.Noting;
import cn.huiyin.visit.store.Consents.Standing;
import cn.huiyin.visit.store.Entries;
import cn.huiyin.visit.store.VisitRecords;
import cn.huiyin.visit.store.VisitRecords.Keeping;
import cn.huiyin.visit.store.VisitRecords.NewCard;
import cn.huiyin.visit.store.VisitRecords.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes records of visits in: once, whole, however late and however often the phone sends them. */
@Service
public class RecordDesk {

    /** The same content gives the same characters, in whatever order it came. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int TRIES = 5;

    private final RecordReading reading;
    private final Households households;
    private final Consents consents;
    private final VisitRecords records;
    private final Entries entries;
    private final FoundProblems problems;
    private final CardPapers cards;
    private final Attachments media;
    private final Vault vault;
    private final TransactionalOperator transaction;

    RecordDesk(
            RecordReading reading,
            Households households,
            Consents consents,
            VisitRecords records,
            Entries entries,
            FoundProblems problems,
            CardPapers cards,
            Attachments media,
            Vault vault,
            TransactionalOperator transaction) {
        this.reading = reading;
        this.households = households;
        this.consents = consents;
        this.records = records;
        this.entries = entries;
        this.problems = problems;
        this.cards = cards;
        this.media = media;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** A record with what it is known by. */
    private record Arriving(Caller caller, RecordAsked asked, String content) {

        VisitId id() {
            return new VisitId(asked.id());
        }
    }

    /** Keeps it, or says why not; the same record again gets the same answer. */
    public Mono<RecordReceipt> keep(Caller caller, RecordAsked asked) {
        Arriving arriving = new Arriving(
                caller,
                asked,
                vault.blindIndex(CANONICAL.writeValueAsString(asked), VisitRecords.context(new VisitId(asked.id()))));
        Mono<Receipt> before = records.known(arriving.id(), caller.id(), arriving.content());
        return before.switchIfEmpty(LastingWrite.of(Mono.defer(() -> fresh(arriving)))
                        .onErrorResume(Refusal.class, refusal -> before.switchIfEmpty(Mono.error(refusal))))
                .map(RecordDesk::answer);
    }

    private Mono<Receipt> fresh(Arriving arriving) {
        reading.check(arriving.asked());
        return visited(arriving)
                .flatMap(visited -> photosOf(arriving).then(Mono.defer(() -> keep(arriving, visited))))
                .retryWhen(Retry.max(TRIES)
                        .filter(SaidMeanwhile.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> VisitOutcomes.refusal("STALE")))
                .onErrorMap(Attachments::told);
    }

    /** A home with what the caller is to it. */
    private record Visited(Household home, Set<ConsentPart> parts) {}

    private Mono<Visited> visited(Arriving arriving) {
        return households
                .find(new HouseholdId(arriving.asked().householdId()))
                .switchIfEmpty(Mono.error(RecordDesk::noSuchHome))
                .flatMap(home -> arriving.asked().appointmentId() == null
                        ? inReach(arriving.caller(), home)
                        : byAppointment(arriving, home, arriving.asked().appointmentId()));
    }

    private static Mono<Visited> inReach(Caller caller, Household home) {
        return VisitReach.keeps(caller, home.path())
                ? Mono.just(new Visited(home, VisitReach.parts(caller, home.path())))
                : Mono.error(Refusal.notYours("OUT_OF_REACH", "这一户不在您的网格里，不能录入走访"));
    }

    /** Whoever came by appointment keeps its record, whatever their posts. */
    private Mono<Visited> byAppointment(Arriving arriving, Household home, String appointment) {
        Set<ConsentPart> parts = EnumSet.of(ConsentPart.STAFF);
        parts.addAll(VisitReach.parts(arriving.caller(), home.path()));
        return entries.find(appointment)
                .filter(entry -> entry.staff() == arriving.caller().id().value())
                .filterWhen(entry -> isThere(entry, home))
                .map(entry -> new Visited(home, parts))
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(new Fault("appointmentId", "没有这个要录入的预约走访，或不是您去的这一户"))));
    }

    private Mono<Boolean> isThere(Entries.Entry entry, Household home) {
        if (!entry.path().equals(home.path().value())) {
            return Mono.just(false);
        }
        return entry.room() == null
                ? Mono.just(true)
                : households
                        .at(home.building(), entry.room())
                        .map(booked -> booked.id().equals(home.id()));
    }

    static Refusal noSuchHome() {
        return Refusal.unknown("HOUSEHOLD_NOT_FOUND", "没有找到这一户的档案");
    }

    private Mono<Void> photosOf(Arriving arriving) {
        List<MediaId> ids = photos(arriving.asked()).stream().map(MediaId::new).toList();
        return media.owned(arriving.caller().id(), ids).then();
    }

    private Mono<Receipt> keep(Arriving arriving, Visited visited) {
        Household home = visited.home();
        return consents.of(home.id(), home.path())
                .map(standing -> keeping(arriving, visited, standing))
                .flatMap(keeping -> keep(arriving, home, keeping));
    }

    /** With problems it takes a transaction, for each of them is a ticket of another module. */
    private Mono<Receipt> keep(Arriving arriving, Household home, Keeping keeping) {
        List<RecordAsked.Problem> found = found(arriving.asked());
        Mono<Receipt> kept = records.keep(keeping).map(RecordDesk::orRefused);
        return found.isEmpty()
                ? kept
                : kept.filter(receipt -> receipt.said().equals("KEPT"))
                        .flatMap(receipt -> problems.file(arriving.caller(), origin(arriving), home, found)
                                .then(Mono.defer(() -> records.known(
                                        arriving.id(), arriving.caller().id(), arriving.content()))))
                        .switchIfEmpty(Mono.defer(() ->
                                records.known(arriving.id(), arriving.caller().id(), arriving.content())))
                        .as(transaction::transactional);
    }

    private static Origin origin(Arriving arriving) {
        return new Origin(
                Origin.Kind.VISIT, arriving.id().value(), arriving.asked().at());
    }

    private static Receipt orRefused(Receipt receipt) {
        return switch (receipt.said()) {
            case "KEPT", "SAME" -> receipt;
            case "STALE" -> throw new SaidMeanwhile();
            default -> throw VisitOutcomes.refusal(receipt.said());
        };
    }

    private Keeping keeping(Arriving arriving, Visited visited, Standing standing) {
        Household home = visited.home();
        RecordAsked asked = arriving.asked();
        Caller caller = arriving.caller();
        return new Keeping(
                new VisitRecords.NewRecord(
                        asked.id(),
                        home.id().value(),
                        home.kind(),
                        home.path().value(),
                        caller.id().value(),
                        asked.at(),
                        asked.minutes() == null ? 1 : asked.minutes(),
                        asked.way(),
                        asked.outcome(),
                        arriving.content(),
                        photos(asked),
                        asked.appointmentId()),
                Boolean.TRUE.equals(asked.revised()),
                VisitSaid.of(asked).sealed(vault, arriving.id()),
                consent(arriving, visited, standing),
                cardsOf(arriving, home),
                writings(arriving, home));
    }

    /** What the visit itself says about consent: agreed right then, or refused. */
    private @Nullable Noting consent(Arriving arriving, Visited visited, Standing standing) {
        Household home = visited.home();
        RecordAsked asked = arriving.asked();
        RecordAsked.ConsentTold told = asked.consent();
        Instant at = asked.at().isAfter(standing.now()) ? standing.now() : asked.at();
        ConsentState held = standing.consent().stateAt(at);
        ConsentDeed deed = asked.outcome() == Outcome.REFUSED && !held.refuses()
                ? ConsentDeed.REFUSE
                : told != null && held != ConsentState.AGREED ? ConsentDeed.AGREE : null;
        if (deed == null) {
            return null;
        }
        boolean byItself = told != null && Boolean.TRUE.equals(told.byItself());
        var saying = new Saying(deed, asked.way().asks(), at, visited.parts(), byItself, true);
        Noted noted = standing.consent().note(saying);
        String sealed = told == null
                ? null
                : new ConsentWords(told.purpose().strip(), null)
                        .sealed(vault, home.id(), standing.consent().version() + 1);
        return Noting.of(noted, arriving.caller().id(), sealed);
    }

    private List<NewCard> cardsOf(Arriving arriving, Household home) {
        List<RecordAsked.Card> asked =
                arriving.asked().cards() == null ? List.of() : arriving.asked().cards();
        var origin = new CardPapers.Origin("VISIT", arriving.asked().id(), null);
        return asked.stream()
                .map(card -> cards.drawn(arriving.caller(), home, card, origin))
                .toList();
    }

    private static List<Writing> writings(Arriving arriving, Household home) {
        RecordAsked asked = arriving.asked();
        var writings = new Writings(
                home.path(),
                Writings.OF_A_RECORD,
                asked.id(),
                arriving.caller().id().value());
        List<Writing> all = new ArrayList<>();
        if (asked.toHousehold() != null && !asked.toHousehold().isBlank()) {
            all.add(writings.words(Marks.DESCRIPTION, asked.toHousehold().strip()));
        }
        photos(asked).forEach(photo -> all.add(writings.file(photo)));
        return all;
    }

    private static List<String> photos(RecordAsked asked) {
        return asked.photos() == null ? List.of() : asked.photos();
    }

    private static List<RecordAsked.Problem> found(RecordAsked asked) {
        return asked.problems() == null ? List.of() : asked.problems();
    }

    private static RecordReceipt answer(Receipt kept) {
        Instant entered = requireNonNull(kept.enteredAt());
        Instant due = requireNonNull(kept.entryDueAt());
        return new RecordReceipt(
                requireNonNull(kept.id()),
                requireNonNull(kept.household()),
                requireNonNull(kept.at()),
                entered,
                due,
                entered.isAfter(due),
                requireNonNull(kept.outcome()),
                kept.tickets() == null ? List.of() : kept.tickets(),
                kept.cards() == null ? List.of() : kept.cards());
    }

    /** Something was said about visits to the home between reading and keeping. */
    private static final class SaidMeanwhile extends RuntimeException {
        SaidMeanwhile() {
            super("said meanwhile", null, false, false);
        }
    }
}
