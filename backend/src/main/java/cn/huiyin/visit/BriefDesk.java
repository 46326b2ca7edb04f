package cn.huiyin.visit;

import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.HouseholdRules;
import cn.huiyin.household.Households;
import cn.huiyin.identity.Caller;
import cn.huiyin.visit.VisitBrief.Named;
import cn.huiyin.visit.VisitBrief.WarmNote;
import cn.huiyin.visit.domain.Checklists;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.store.Cards;
import cn.huiyin.visit.store.Consents;
import cn.huiyin.visit.store.Consents.Standing;
import cn.huiyin.visit.store.RecordLists;
import cn.huiyin.visit.store.RecordLists.Stored;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What to take along: the checklists, and what is known of a home before one goes there. */
@Service
public class BriefDesk {

    private static final int CARDS = 50;

    private final Households households;
    private final HouseholdRules rules;
    private final Consents consents;
    private final RecordLists records;
    private final RecordRegister register;
    private final RecordViews views;
    private final Cards cards;
    private final CardViews cardViews;
    private final VisitNaming naming;
    private final HomesInWords words;
    private final ChecklistShelf checklists;

    BriefDesk(
            Households households,
            HouseholdRules rules,
            Consents consents,
            RecordLists records,
            RecordRegister register,
            RecordViews views,
            Cards cards,
            CardViews cardViews,
            VisitNaming naming,
            HomesInWords words,
            ChecklistShelf checklists) {
        this.households = households;
        this.rules = rules;
        this.consents = consents;
        this.records = records;
        this.register = register;
        this.views = views;
        this.cards = cards;
        this.cardViews = cardViews;
        this.naming = naming;
        this.words = words;
        this.checklists = checklists;
    }

    /** All checklists, or those for one home within the caller's reach. */
    public Mono<ChecklistView> checklists(Caller caller, @Nullable String household) {
        return household == null
                ? Mono.fromSupplier(() -> ChecklistView.of(
                        checklists.newest().version(), checklists.newest().parts()))
                : homeOf(caller, household).map(this::checklistsOf);
    }

    private ChecklistView checklistsOf(Household home) {
        Checklists newest = checklists.newest();
        return ChecklistView.of(newest.version(), newest.of(home.tags()));
    }

    private Mono<Household> homeOf(Caller caller, String household) {
        return households
                .find(new HouseholdId(household))
                .filter(home -> VisitReach.keeps(caller, home.path()))
                .switchIfEmpty(Mono.error(RecordDesk::noSuchHome));
    }

    /** For whoever goes there next; the household sees the look. */
    public Mono<VisitBrief> brief(Caller caller, String household) {
        return homeOf(caller, household)
                .flatMap(home -> Mono.zip(
                                consents.of(home.id(), home.path()),
                                records.latest(home.id(), register.reader(caller)),
                                cards.ofHome(home.id().value(), VisitCursor.NEWEST, CARDS))
                        .flatMap(found -> naming(home, found.getT2(), found.getT3())
                                .map(names ->
                                        brief(caller, home, found.getT1(), found.getT2(), found.getT3(), names))));
    }

    private Mono<VisitNames> naming(Household home, List<Stored> visits, List<Cards.Stored> needs) {
        Stream<Long> visitors = visits.stream().map(stored -> stored.record().by());
        Stream<Long> owners =
                needs.stream().map(stored -> stored.card().owner()).filter(Objects::nonNull);
        return naming.of(
                Stream.concat(visitors, owners).toList(), List.of(home.id().value()));
    }

    private VisitBrief brief(
            Caller caller,
            Household home,
            Standing standing,
            List<Stored> visits,
            List<Cards.Stored> needs,
            VisitNames names) {
        ConsentState consent = standing.consent().stateOn(standing.today());
        return new VisitBrief(
                home.id().value(),
                words.of(home),
                home.kind(),
                home.tags().stream()
                        .map(tag -> new Named(tag, rules.nameOfTag(tag).orElse(tag)))
                        .toList(),
                consent,
                consent.chinese(),
                visits.isEmpty() ? null : visits.get(0).record().at(),
                visits.isEmpty() ? null : visits.get(0).record().outcome(),
                visits.stream().flatMap(stored -> warmNote(stored, names)).toList(),
                needs.stream()
                        .filter(stored -> stored.card().state().isOpen())
                        .map(stored -> cardViews.show(stored, caller, false, names))
                        .toList(),
                checklistsOf(home));
    }

    private Stream<WarmNote> warmNote(Stored stored, VisitNames names) {
        String note = views.said(stored).warmNote();
        return note == null
                ? Stream.empty()
                : Stream.of(new WarmNote(
                        stored.record().at(), names.of(stored.record().by()), note));
    }
}
