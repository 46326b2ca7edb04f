package cn.huiyin.identity;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which streets, communities and grids somebody looks at: those of their posts, or the part of them that lies in the place
 * they name. What lies in any of them is in it.
 */
public record Scope(List<String> streets, List<String> communities, List<String> grids) {

    /**
     * Refuses whoever has none of these posts with 403, and a place that there is not with 422.
     *
     * @param refused the sentence of the 403
     */
    public static Scope of(Caller caller, Set<Role> roles, Atlas atlas, @Nullable String place, String refused) {
        List<PlacePath> posts = posts(caller, roles);
        if (posts.isEmpty()) {
            throw Refusal.notYours("NOT_ALLOWED", refused);
        }
        List<PlacePath> within = place == null || place.isBlank() ? posts : narrowed(posts, path(atlas, place.strip()));
        List<PlacePath> all = within.contains(Post.EVERYWHERE)
                ? atlas.streets().stream().map(Place::path).toList()
                : within;
        return new Scope(
                at(all, atlas, PlaceKind.STREET), at(all, atlas, PlaceKind.COMMUNITY), at(all, atlas, PlaceKind.GRID));
    }

    /** Where somebody holds one of these posts. */
    public static List<PlacePath> posts(Caller caller, Set<Role> roles) {
        return caller.posts().stream()
                .filter(post -> roles.contains(post.role()))
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
