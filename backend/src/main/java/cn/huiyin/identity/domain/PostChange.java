package cn.huiyin.identity.domain;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One set of posts in the place of another. Only what differs is touched, so whoever changes it needs a reach over the
 * difference and no more.
 */
public record PostChange(List<Post> before, List<Post> after) {

    public PostChange {
        before = List.copyOf(before);
        after = after.stream().distinct().toList();
    }

    /**
     * May this administrator make the change?
     *
     * @param placeOf the place whose matters the unit of a post takes; empty where the unit is gone, which then only an
     *     administrator of everything can clear away
     */
    public boolean liesWithin(Caller admin, Function<Post, Optional<PlacePath>> placeOf) {
        return Stream.concat(without(before, after), without(after, before))
                .allMatch(post -> admin.is(Role.ADMIN, placeOf.apply(post).orElse(Post.EVERYWHERE)));
    }

    private static Stream<Post> without(List<Post> these, List<Post> those) {
        return these.stream().filter(post -> !those.contains(post));
    }
}
