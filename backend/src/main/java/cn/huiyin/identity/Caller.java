package cn.huiyin.identity;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import java.util.List;
import java.util.stream.Stream;

/** Who is asking, as the session knows them. */
public record Caller(AccountId id, String displayName, List<Post> posts) {

    /** The program itself, for what happens by the clock. */
    public static final Caller SYSTEM = new Caller(AccountId.SYSTEM, "系统", List.of(new Post(Role.SYSTEM, null, null)));

    public Caller {
        posts = List.copyOf(posts);
    }

    public boolean is(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    /** Holds the role over a place that covers {@code there}. */
    public boolean is(Role role, PlacePath there) {
        return posts.stream().anyMatch(post -> post.role() == role && post.reaches(there));
    }

    /** Holds the role in this unit. */
    public boolean is(Role role, UnitId unit) {
        return posts.stream().anyMatch(post -> post.role() == role && unit.equals(post.unit()));
    }

    /** Admin of a street or of more: who may change what holds for the whole service. An admin of one community may not. */
    public boolean isChief() {
        return posts.stream()
                .filter(post -> post.role() == Role.ADMIN)
                .map(Post::place)
                .flatMap(Stream::ofNullable)
                .anyMatch(place -> place.wider().isEmpty());
    }

    /** Has any post besides that of a resident. */
    public boolean isStaff() {
        return posts.stream().anyMatch(post -> post.role() != Role.RESIDENT);
    }
}
