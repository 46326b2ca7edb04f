package cn.huiyin.identity.store;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Posts and callers as JSON, the same words in PostgreSQL's answers and in Redis. */
final class PostsJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<PostRow>> ROWS = new TypeReference<>() {};

    private PostsJson() {}

    static List<Post> posts(String json) {
        return JSON.readValue(json, ROWS).stream().map(PostRow::post).toList();
    }

    /** Questions of many, for a statement that answers them together. */
    static String questions(List<?> asked) {
        return JSON.writeValueAsString(asked);
    }

    static String write(List<Post> posts) {
        return JSON.writeValueAsString(posts.stream().map(PostRow::of).toList());
    }

    static Caller caller(String json) {
        CallerRow row = JSON.readValue(json, CallerRow.class);
        return new Caller(
                new AccountId(row.id()),
                row.name(),
                row.posts().stream().map(PostRow::post).toList());
    }

    static String write(Caller caller) {
        return JSON.writeValueAsString(new CallerRow(
                caller.id().value(),
                caller.displayName(),
                caller.posts().stream().map(PostRow::of).toList()));
    }

    record CallerRow(long id, String name, List<PostRow> posts) {}

    record PostRow(
            Role role, @Nullable String place, @Nullable String unit) {

        static PostRow of(Post post) {
            return new PostRow(
                    post.role(),
                    post.place() == null ? null : post.place().value(),
                    post.unit() == null ? null : post.unit().value());
        }

        Post post() {
            return new Post(role, place == null ? null : new PlacePath(place), unit == null ? null : new UnitId(unit));
        }
    }
}
