package cn.huiyin.care;

import cn.huiyin.care.CareView.Line;
import cn.huiyin.care.store.CareLists;
import cn.huiyin.care.store.CareLists.After;
import cn.huiyin.care.store.CareLists.Wanted;
import cn.huiyin.care.store.Cares.Stored;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Scope;
import cn.huiyin.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists and counts of special households and who looks after them. */
@Component
public class CareRegister {

    private static final Set<Role> LOOKING_AFTER = EnumSet.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR);

    private final CareLists lists;
    private final CareViews views;
    private final Community community;

    CareRegister(CareLists lists, CareViews views, Community community) {
        this.lists = lists;
        this.views = views;
        this.community = community;
    }

    /** A part of a list; {@code last} is where the next part begins, null at the end. */
    public record Page(List<Line> items, @Nullable After last) {}

    /** Those within reach. */
    public Mono<Page> desk(Caller caller, @Nullable String place, Wanted wanted, After after, int size) {
        return lists.page(scope(caller, place), wanted, after, size + 1).flatMap(found -> page(found, size));
    }

    /** Those that the caller looks after. */
    public Mono<Page> mine(Caller caller, Wanted wanted, After after, int size) {
        return caller.isStaff()
                ? lists.of(caller.id().value(), wanted, after, size + 1).flatMap(found -> page(found, size))
                : Mono.error(Refusal.notYours("NOT_ALLOWED", "只有工作人员可以查看专员服务"));
    }

    private Mono<Page> page(List<Stored> found, int size) {
        List<Stored> shown = found.subList(0, Math.min(size, found.size()));
        return views.names(shown.stream()
                        .flatMap(stored -> Stream.ofNullable(stored.care().specialist()))
                        .collect(Collectors.toSet()))
                .map(names -> new Page(
                        shown.stream().map(stored -> views.line(stored, names)).toList(),
                        found.size() > size ? After.stored(shown.get(size - 1)) : null));
    }

    /** The open cares of a community, with its name. */
    public record CommunityCares(
            String communityId, String communityName, long homes, long unassigned, long unplanned, long overdue) {}

    public Mono<List<CommunityCares>> counts(Caller caller, @Nullable String place) {
        return lists.counts(scope(caller, place))
                .map(row -> new CommunityCares(
                        row.community(),
                        community
                                .atlas()
                                .place(new PlaceId(row.community()))
                                .map(Place::name)
                                .orElse(row.community()),
                        row.homes(),
                        row.unassigned(),
                        row.unplanned(),
                        row.overdue()))
                .collectList();
    }

    private Scope scope(Caller caller, @Nullable String place) {
        return Scope.of(caller, LOOKING_AFTER, community.atlas(), place, "只有网格员、社区管理员和督办人员可以查看专员服务");
    }
}
