package cn.huiyin.messaging.domain;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose tasks somebody may do: their own, and those of the roles they hold; a dispatcher's are a grid worker's too.
 *
 * @param roles each with its place in {@code places}
 */
public record Hands(long account, List<String> roles, List<String> places) {

    public static Hands of(Caller caller) {
        var roles = new ArrayList<String>();
        var places = new ArrayList<String>();
        caller.posts().forEach(post -> {
            for (var role : actsAs(post)) {
                roles.add(role.name());
                places.add(String.valueOf(post.place()));
            }
        });
        return new Hands(caller.id().value(), List.copyOf(roles), List.copyOf(places));
    }

    private static List<Role> actsAs(Post post) {
        if (post.place() == null) {
            return List.of();
        }
        return post.role() == Role.DISPATCHER ? List.of(Role.DISPATCHER, Role.GRID_WORKER) : List.of(post.role());
    }
}
