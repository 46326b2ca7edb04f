package cn.huiyin.visit;

import cn.huiyin.household.Household;
import cn.huiyin.identity.Caller;
import cn.huiyin.visit.RecordViews.Depth;
import cn.huiyin.visit.store.Cards;
import cn.huiyin.visit.store.RecordLists;
import cn.huiyin.visit.store.RecordLists.Stored;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What residents see of the visits to their own home, and of what came of them: not what staff wrote for each other. */
@Service
public class OwnVisits {

    private final ConsentDesk consents;
    private final RecordLists records;
    private final RecordViews views;
    private final Cards cards;
    private final CardViews cardViews;
    private final VisitNaming naming;

    OwnVisits(
            ConsentDesk consents,
            RecordLists records,
            RecordViews views,
            Cards cards,
            CardViews cardViews,
            VisitNaming naming) {
        this.consents = consents;
        this.records = records;
        this.views = views;
        this.cards = cards;
        this.cardViews = cardViews;
        this.naming = naming;
    }

    /** The latest first. */
    public Mono<VisitPage<RecordView>> visits(Caller caller, VisitCursor after, int size) {
        return consents.own(caller)
                .flatMap(home ->
                        records.ofHome(home.id(), after, size + 1).flatMap(found -> visits(caller, home, found, size)));
    }

    private Mono<VisitPage<RecordView>> visits(Caller caller, Household home, List<Stored> found, int size) {
        return naming.of(
                        found.stream().map(stored -> stored.record().by()).toList(),
                        List.of(home.id().value()))
                .map(names -> VisitPage.of(
                        found,
                        size,
                        stored -> views.show(stored, caller, Depth.HOUSEHOLD, names),
                        RecordRegister::cursor));
    }

    /** The latest first. */
    public Mono<VisitPage<CardView>> cards(Caller caller, VisitCursor after, int size) {
        return consents.own(caller)
                .flatMap(home -> cards.ofHome(home.id().value(), after, size + 1)
                        .flatMap(found -> cards(caller, home, found, size)));
    }

    private Mono<VisitPage<CardView>> cards(Caller caller, Household home, List<Cards.Stored> found, int size) {
        return naming.of(
                        found.stream()
                                .map(stored -> stored.card().owner())
                                .filter(Objects::nonNull)
                                .toList(),
                        List.of(home.id().value()))
                .map(names -> VisitPage.of(
                        found, size, stored -> cardViews.show(stored, caller, true, names), CardDesk::byBeginning));
    }
}
