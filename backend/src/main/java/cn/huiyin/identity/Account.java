package cn.huiyin.identity;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person known to the program.
 *
 * @param posts what they are trusted with beyond being a resident
 * @param postsVersion counts the changes of {@code posts}
 */
public record Account(
        AccountId id, String displayName, @Nullable String unionid, List<Post> posts, int postsVersion) {

    public Account {
        posts = List.copyOf(posts);
    }

    /** The account as its sessions know it: a resident, whatever else they are. */
    public Caller asCaller() {
        return new Caller(
                id,
                displayName,
                Stream.concat(Stream.of(Post.resident()), posts.stream()).toList());
    }
}
