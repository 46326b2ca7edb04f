package cn.huiyin.visit;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.RecordViews.Depth;
import cn.huiyin.visit.store.RecordLists;
import cn.huiyin.visit.store.RecordLists.Reader;
import cn.huiyin.visit.store.RecordLists.Stored;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where staff read records of visits. */
@Service
public class RecordRegister {

    private final RecordLists lists;
    private final RecordViews views;
    private final Households households;
    private final VisitNaming naming;
    private final VisitReach reach;

    RecordRegister(RecordLists lists, RecordViews views, Households households, VisitNaming naming, VisitReach reach) {
        this.lists = lists;
        this.views = views;
        this.households = households;
        this.naming = naming;
        this.reach = reach;
    }

    /** All of a record, for whoever made it and those whose reach covers the home; the household sees the look. */
    public Mono<RecordView> show(Caller caller, VisitId id) {
        Mono<Stored> found = id.isWellFormed() ? lists.find(id, reader(caller)) : Mono.empty();
        return found.switchIfEmpty(Mono.error(() -> Refusal.unknown("VISIT_NOT_FOUND", "没有找到这条走访记录")))
                .flatMap(
                        stored -> naming(List.of(stored)).map(names -> views.show(stored, caller, Depth.STAFF, names)));
    }

    /** Those that the caller made, the latest first. */
    public Mono<VisitPage<RecordView>> mine(Caller caller, VisitCursor after, int size) {
        return lists.mine(caller.id(), after, size + 1).flatMap(found -> page(caller, found, size));
    }

    /** Those within the caller's reach. */
    public Mono<VisitPage<RecordView>> inReach(Caller caller, VisitCursor after, int size) {
        reach.of(caller);
        return lists.inReach(reader(caller), after, size + 1).flatMap(found -> page(caller, found, size));
    }

    /** Those of a home within the caller's reach. */
    public Mono<VisitPage<RecordView>> ofHome(Caller caller, String household, VisitCursor after, int size) {
        return households
                .find(new HouseholdId(household))
                .filter(home -> VisitReach.sees(caller, home.path()))
                .switchIfEmpty(Mono.error(RecordDesk::noSuchHome))
                .flatMap(home -> lists.ofHome(home.id(), after, size + 1))
                .flatMap(found -> page(caller, found, size));
    }

    /** The visit that found what a ticket is about: one, or none. */
    public Mono<VisitPage<RecordView>> ofTicket(Caller caller, String ticket) {
        return lists.ofTicket(ticket, reader(caller)).flatMap(found -> page(caller, found, Math.max(1, found.size())));
    }

    private Mono<VisitPage<RecordView>> page(Caller caller, List<Stored> found, int size) {
        return naming(found)
                .map(names -> VisitPage.of(
                        found, size, stored -> views.show(stored, caller, Depth.LINE, names), RecordRegister::cursor));
    }

    static String cursor(Stored last) {
        return new VisitCursor(last.record().at(), last.record().id()).written();
    }

    private Mono<VisitNames> naming(List<Stored> found) {
        return naming.of(
                found.stream().map(stored -> stored.record().by()).toList(),
                found.stream().map(stored -> stored.record().household()).toList());
    }

    /** Whoever holds no post over places still reads their own. */
    Reader reader(Caller caller) {
        List<PlacePath> places = VisitReach.placesOf(caller);
        return new Reader(caller.id(), roles(caller), reach.communitiesOf(places), places);
    }

    /** As the household reads it; whoever only came by appointment is a visitor. */
    private static String roles(Caller caller) {
        String roles = Stream.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR)
                .filter(caller::is)
                .map(Role::name)
                .collect(Collectors.joining(" "));
        return roles.isEmpty() ? "VISITOR" : roles;
    }
}
