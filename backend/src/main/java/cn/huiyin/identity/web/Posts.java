package cn.huiyin.identity.web;

import cn.huiyin.identity.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A post as the contract shows it. */
record Posts(
        String role, @Nullable String placeId, @Nullable String unitId) {

    static Posts of(Post post) {
        return new Posts(
                post.role().name(),
                post.place() == null ? null : lastOf(post.place().value()),
                Objects.toString(post.unit(), null));
    }

    static List<String> roles(List<Post> posts) {
        return posts.stream().map(post -> post.role().name()).distinct().toList();
    }

    /** The place's own id is the last step of its path; everything {@code /} has none. */
    private static @Nullable String lastOf(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(step -> !step.isEmpty())
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
