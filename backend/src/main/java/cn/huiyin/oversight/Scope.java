package cn.huiyin.oversight;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.oversight.store.Reach;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody may look at: the places of their posts, or the part of them that lies in the place they name. */
final class Scope {

    private Scope() {}

    /** Refuses whoever has no such post with 403, and a place that there is not with 422. */
    static Reach of(Caller caller, Set<Role> roles, Community community, @Nullable String place) {
        Atlas atlas = community.atlas();
        List<PlacePath> posts = caller.posts().stream()
                .filter(post -> roles.contains(post.role()))
                .map(Post::place)
                .flatMap(path -> java.util.stream.Stream.ofNullable(path))
                .distinct()
                .toList();
        if (posts.isEmpty()) {
            throw Refusal.notYours("NOT_ALLOWED", "您没有查看监督情况的权限");
        }
        List<PlacePath> within = place == null || place.isBlank() ? posts : narrowed(posts, path(atlas, place.strip()));
        List<PlacePath> all = within.contains(Post.EVERYWHERE)
                ? atlas.streets().stream().map(Place::path).toList()
                : within;
        return new Reach(
                at(all, atlas, PlaceKind.STREET), at(all, atlas, PlaceKind.COMMUNITY), at(all, atlas, PlaceKind.GRID));
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
