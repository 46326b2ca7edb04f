package cn.huiyin.visit;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.domain.ConsentPart;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How far somebody sees and acts. */
@Component
class VisitReach {

    private static final Set<Role> SEES_VISITS = EnumSet.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR);

    private final Community community;

    VisitReach(Community community) {
        this.community = community;
    }

    /** Whether the caller makes visits to homes there and keeps their records. */
    static boolean keeps(Caller caller, PlacePath home) {
        return caller.is(Role.GRID_WORKER, home) || caller.is(Role.DISPATCHER, home);
    }

    static boolean sees(Caller caller, PlacePath home) {
        return SEES_VISITS.stream().anyMatch(role -> caller.is(role, home));
    }

    /** What a member of staff is to the consent of a home there. */
    static Set<ConsentPart> parts(Caller caller, PlacePath home) {
        Set<ConsentPart> parts = EnumSet.noneOf(ConsentPart.class);
        if (keeps(caller, home)) {
            parts.add(ConsentPart.STAFF);
        }
        if (caller.is(Role.DISPATCHER, home)) {
            parts.add(ConsentPart.SECRETARY);
        }
        return parts;
    }

    static List<PlacePath> placesOf(Caller caller) {
        return caller.posts().stream()
                .filter(post -> SEES_VISITS.contains(post.role()))
                .map(Post::place)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The places of the caller's posts; refuses who has none. */
    List<PlacePath> of(Caller caller) {
        List<PlacePath> places = placesOf(caller);
        if (places.isEmpty()) {
            throw Refusal.notYours("NOT_ALLOWED", "只有网格员、社区管理员和督办人员可以查看走访");
        }
        return places;
    }

    /** All communities that these places touch. */
    Set<PlacePath> communitiesOf(List<PlacePath> places) {
        Set<PlacePath> found = new LinkedHashSet<>();
        for (PlacePath reach : places) {
            community.atlas().places().stream()
                    .filter(place -> place.kind() == PlaceKind.COMMUNITY)
                    .map(Place::path)
                    .filter(path -> reach.covers(path) || path.covers(reach))
                    .forEach(found::add);
        }
        return found;
    }
}
