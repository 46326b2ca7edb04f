package cn.huiyin.visit;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.Marks;
import cn.huiyin.ticket.OwnTickets;
import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.CardFlow;
import cn.huiyin.visit.domain.CardMove;
import cn.huiyin.visit.store.Cards;
import cn.huiyin.visit.store.Cards.Moving;
import cn.huiyin.visit.store.Cards.Stored;
import cn.huiyin.visit.store.Cards.Wanted;
import cn.huiyin.visit.store.Consents.Kept;
import cn.huiyin.visit.store.VisitRecords.NewCard;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Arranges what staff do with needs cards: open, take up, see to, answer. */
@Service
public class CardDesk {

    private final Cards cards;
    private final CardPapers papers;
    private final CardViews views;
    private final RecordReading reading;
    private final Households households;
    private final OwnTickets tickets;
    private final VisitNaming naming;
    private final VisitReach reach;
    private final Repeats repeats;
    private final JsonMapper json;

    CardDesk(
            Cards cards,
            CardPapers papers,
            CardViews views,
            RecordReading reading,
            Households households,
            OwnTickets tickets,
            VisitNaming naming,
            VisitReach reach,
            Repeats repeats,
            JsonMapper json) {
        this.cards = cards;
        this.papers = papers;
        this.views = views;
        this.reading = reading;
        this.households = households;
        this.tickets = tickets;
        this.naming = naming;
        this.reach = reach;
        this.repeats = repeats;
        this.json = json;
    }

    /** Opens a card that does not come from a visit; the same request again gets the same answer. */
    public Mono<Answer> open(Caller caller, CardOpenAsked asked, Repeat repeat) {
        List<Fault> faults = new ArrayList<>();
        reading.card("", asked.card(), faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return repeats.once(
                repeat,
                () -> homeOf(caller, asked.householdId())
                        .flatMap(home ->
                                ticketOf(caller, asked).then(Mono.defer(() -> open(caller, home, asked, repeat)))));
    }

    private Mono<Household> homeOf(Caller caller, String id) {
        return households
                .find(new HouseholdId(id))
                .switchIfEmpty(Mono.error(RecordDesk::noSuchHome))
                .filter(home -> VisitReach.keeps(caller, home.path()))
                .switchIfEmpty(Mono.error(() -> Refusal.notYours("OUT_OF_REACH", "这一户不在您的网格里")));
    }

    /** 404 where the ticket is not one that the caller knows. */
    private Mono<Void> ticketOf(Caller caller, CardOpenAsked asked) {
        return asked.ticketNo() == null
                ? Mono.empty()
                : tickets.find(asked.ticketNo(), caller).then();
    }

    private Mono<Answer> open(Caller caller, Household home, CardOpenAsked asked, Repeat repeat) {
        NewCard card = papers.drawn(
                caller, home, asked.card(), new CardPapers.Origin(asked.source().name(), null, asked.ticketNo()));
        Answer answer = new Answer(
                201, "/api/v1/need-cards/" + card.card(), "\"1\"", json.writeValueAsString(Map.of("id", card.card())));
        return cards.open(card, Kept.of(repeat, answer.status(), answer.location(), answer.etag(), answer.body()))
                .map(refused -> {
                    refused.ifPresent(outcome -> {
                        throw VisitOutcomes.refusal(outcome);
                    });
                    return answer;
                });
    }

    /** The card as the caller may see it; 404 for whom it does not concern. */
    public Mono<CardView> show(Caller caller, String id) {
        return seen(caller, id).flatMap(stored -> shown(stored, caller));
    }

    private Mono<Stored> seen(Caller caller, String id) {
        return cards.find(id)
                .filter(stored ->
                        VisitReach.sees(caller, new PlacePath(stored.card().path())))
                .switchIfEmpty(Mono.error(CardDesk::noSuchCard));
    }

    static Refusal noSuchCard() {
        return Refusal.unknown("CARD_NOT_FOUND", "没有找到这张需求卡");
    }

    private Mono<CardView> shown(Stored stored, Caller caller) {
        return naming(List.of(stored)).map(names -> views.show(stored, caller, false, names));
    }

    /** A move on the version that the caller has seen. */
    public Mono<CardView> move(Caller caller, String id, CardMoveAsked asked, @Nullable String ifMatch) {
        if (asked.note() != null) {
            List<Fault> faults = new ArrayList<>();
            RecordReading.plain("note", asked.note(), faults);
            if (!faults.isEmpty()) {
                throw Refusal.invalid(faults);
            }
        }
        return LastingWrite.of(seen(caller, id).flatMap(stored -> move(caller, stored, asked, ifMatch)))
                .then(Mono.defer(() -> show(caller, id)));
    }

    private Mono<String> move(Caller caller, Stored stored, CardMoveAsked asked, @Nullable String ifMatch) {
        var path = new PlacePath(stored.card().path());
        if (!VisitReach.keeps(caller, path)) {
            return Mono.error(Refusal.notYours(
                    "MOVE_NOT_YOURS", "“%s”不归您办".formatted(asked.move().chinese())));
        }
        SeenVersion.check(ifMatch, stored.card().version());
        CardFlow.Moved moved = CardFlow.move(
                stored.card().state(), stored.card().colour(), asked.move(), asked.note(), asked.colour());
        return cards.move(moving(caller, stored.card(), asked, moved)).map(said -> {
            if (!said.equals("SAVED")) {
                throw VisitOutcomes.refusal(said);
            }
            return said;
        });
    }

    private Moving moving(Caller caller, Cards.Row card, CardMoveAsked asked, CardFlow.Moved moved) {
        int seq = card.version() + 1;
        String note = asked.note() == null || asked.note().isBlank()
                ? null
                : asked.note().strip();
        var writings = new Writings(
                new PlacePath(card.path()),
                Writings.OF_A_CARD,
                card.card(),
                caller.id().value());
        return new Moving(
                card.card(),
                card.version(),
                asked.move(),
                moved.to(),
                moved.colour(),
                asked.move() == CardMove.TAKE_UP ? caller.id().value() : null,
                caller.id().value(),
                caller.displayName(),
                note == null ? null : papers.sealedNote(card.card(), seq, note),
                note == null ? List.of() : List.of(writings.words(Marks.event(seq), note)));
    }

    /**
     * Cards within the caller's reach: open ones by their day, others the latest first.
     *
     * @param colour null for all
     */
    public Mono<VisitPage<CardView>> list(
            Caller caller, @Nullable CardColour colour, boolean open, VisitCursor after, int size) {
        var places = reach.of(caller);
        Wanted wanted = new Wanted(reach.communitiesOf(places), places, colour, open);
        return cards.list(wanted, after, size + 1)
                .flatMap(found -> page(caller, found, size, open ? CardDesk::byDay : CardDesk::byEnd));
    }

    /** Cards of a home within the caller's reach, the latest first. */
    public Mono<VisitPage<CardView>> ofHome(Caller caller, String household, VisitCursor after, int size) {
        return households
                .find(new HouseholdId(household))
                .filter(home -> VisitReach.sees(caller, home.path()))
                .switchIfEmpty(Mono.error(RecordDesk::noSuchHome))
                .flatMap(home -> cards.ofHome(household, after, size + 1))
                .flatMap(found -> page(caller, found, size, CardDesk::byBeginning));
    }

    private Mono<VisitPage<CardView>> page(
            Caller caller, List<Stored> found, int size, Function<Stored, String> cursor) {
        return naming(found)
                .map(names -> VisitPage.of(found, size, stored -> views.show(stored, caller, false, names), cursor));
    }

    private Mono<VisitNames> naming(List<Stored> found) {
        return naming.of(
                found.stream()
                        .map(stored -> stored.card().owner())
                        .filter(Objects::nonNull)
                        .toList(),
                found.stream().map(stored -> stored.card().household()).toList());
    }

    private static String byDay(Stored last) {
        Instant day = last.card().dueOn().atStartOfDay().toInstant(ZoneOffset.UTC);
        return new VisitCursor(day, last.card().card()).written();
    }

    private static String byEnd(Stored last) {
        Instant done = requireNonNull(last.card().doneAt());
        return new VisitCursor(done, last.card().card()).written();
    }

    static String byBeginning(Stored last) {
        return new VisitCursor(last.card().openedAt(), last.card().card()).written();
    }
}
