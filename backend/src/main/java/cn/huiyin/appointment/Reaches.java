package cn.huiyin.appointment;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How far staff can see. */
@Component
class Reaches {

    private static final Set<Role> SEES_APPOINTMENTS = EnumSet.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR);

    private final Community community;

    Reaches(Community community) {
        this.community = community;
    }

    /** The community that a place lies in: the second step of its path. */
    static PlacePath communityOf(PlacePath path) {
        PlacePath street = PlacePath.root(path.street());
        return Stream.iterate(Optional.of(path), Optional::isPresent, step -> step.flatMap(PlacePath::wider))
                .map(Optional::get)
                .filter(step -> step.wider().filter(street::equals).isPresent())
                .findFirst()
                .orElse(path);
    }

    /** The places of the caller's posts. */
    List<PlacePath> of(Caller caller) {
        return caller.posts().stream()
                .filter(post -> SEES_APPOINTMENTS.contains(post.role()))
                .map(Post::place)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** All communities that these places touch. */
    Set<PlacePath> communitiesOf(Caller caller) {
        Set<PlacePath> found = new LinkedHashSet<>();
        for (PlacePath reach : of(caller)) {
            community.atlas().places().stream()
                    .filter(place -> place.kind() == PlaceKind.COMMUNITY)
                    .map(Place::path)
                    .filter(path -> reach.covers(path) || path.covers(reach))
                    .forEach(found::add);
        }
        return found;
    }
}
