package cn.huiyin.identity.domain;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.PlacePath;
import cn.huiyin.community.Unit;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.List;
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

    /** May this administrator make the change? A unit that is gone lies everywhere, so only one of everything clears it. */
    public boolean liesWithin(Caller admin, Atlas atlas) {
        return Stream.concat(without(before, after), without(after, before))
                .flatMap(post -> touched(post, atlas))
                .allMatch(there -> admin.is(Role.ADMIN, there));
    }

    private static Stream<Post> without(List<Post> these, List<Post> those) {
        return these.stream().filter(post -> !those.contains(post));
    }

    private static Stream<PlacePath> touched(Post post, Atlas atlas) {
        Stream<PlacePath> unit = Stream.ofNullable(post.unit())
                .map(id -> atlas.unit(id).map(Unit::serves).orElse(Post.EVERYWHERE));
        return Stream.concat(Stream.ofNullable(post.place()), unit);
    }
}
