package cn.huiyin.programme;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which streets, communities and grids somebody looks at: those of their posts, or the part of them that lies in the place
 * they name.
 */
public record Scope(List<String> streets, List<String> communities, List<String> grids) {

    private static final Set<Role> PLANS = EnumSet.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR);

    /** Refuses whoever has no such post with 403, and a place that there is not with 422. */
    public static Scope of(Caller caller, Community community, @Nullable String place) {
        Atlas atlas = community.atlas();
        List<PlacePath> posts = posts(caller);
        if (posts.isEmpty()) {
            throw Refusal.notYours("NOT_ALLOWED", "只有网格员、社区管理员和督办人员可以查看走访计划");
        }
        List<PlacePath> within = place == null || place.isBlank() ? posts : narrowed(posts, path(atlas, place.strip()));
        List<PlacePath> all = within.contains(Post.EVERYWHERE)
                ? atlas.streets().stream().map(Place::path).toList()
                : within;
        return new Scope(
                at(all, atlas, PlaceKind.STREET), at(all, atlas, PlaceKind.COMMUNITY), at(all, atlas, PlaceKind.GRID));
    }

    static List<PlacePath> posts(Caller caller) {
        return caller.posts().stream()
                .filter(post -> PLANS.contains(post.role()))
                .map(Post::place)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private static PlacePath path(Atlas atlas, String place) {
        return atlas.place(new PlaceId(place))
                .filter(found -> found.kind() != PlaceKind.BUILDING)
                .map(Place::path)
                .orElseThrow(() -> Refusal.invalid(new Fault("place", "没有这个街道、社区或网格")));
    }

    private static List<PlacePath> narrowed(List<PlacePath> posts, PlacePath within) {
        return posts.stream().anyMatch(post -> post.covers(within))
                ? List.of(within)
                : posts.stream().filter(within::covers).toList();
    }

    private static List<String> at(List<PlacePath> paths, Atlas atlas, PlaceKind kind) {
        return paths.stream()
                .map(PlacePath::last)
                .filter(id ->
                        atlas.place(id).filter(found -> found.kind() == kind).isPresent())
                .map(PlaceId::value)
                .distinct()
                .toList();
    }
}
