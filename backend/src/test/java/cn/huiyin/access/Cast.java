package cn.huiyin.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who tries: people of 映荷社区, whose things are asked for, and of 暖阳社区, who are not to know them. All of them
 * came in by the front door: an administrator gave them their posts.
 */
final class Cast {

    static final String HERE = "qinghe-c3";
    static final String ELSEWHERE = "qinghe-c4";

    /** The columns of the table, and the post of each; residents have none. */
    static final Map<String, @Nullable Map<String, String>> POSTS = posts();

    private final Wire wire;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();

    Cast(Wire wire) {
        this.wire = wire;
        String director = logIn("demo-admin").text("/token");
        POSTS.forEach((name, post) -> appear(name, post, director));
    }

    private static Map<String, @Nullable Map<String, String>> posts() {
        Map<String, @Nullable Map<String, String>> posts = new LinkedHashMap<>();
        posts.put("owner", null);
        posts.put("stranger", null);
        posts.put("worker", at("GRID_WORKER", HERE + "-g1"));
        posts.put("worker2", at("GRID_WORKER", ELSEWHERE + "-g1"));
        posts.put("handler", in("HANDLER", "qinghe-property"));
        posts.put("handler2", in("HANDLER", "qinghe-c4-committee"));
        posts.put("lead", in("UNIT_LEAD", "qinghe-property"));
        posts.put("lead2", in("UNIT_LEAD", "qinghe-c4-committee"));
        posts.put("visitor", in("HANDLER", "qinghe-c3-committee"));
        posts.put("specialist", at("GRID_WORKER", HERE + "-g2"));
        posts.put("dispatcher", at("DISPATCHER", HERE));
        posts.put("dispatcher2", at("DISPATCHER", ELSEWHERE));
        posts.put("supervisor", at("SUPERVISOR", "qinghe"));
        posts.put("supervisor2", at("SUPERVISOR", ELSEWHERE));
        posts.put("admin", at("ADMIN", "qinghe"));
        posts.put("admin2", at("ADMIN", ELSEWHERE));
        return posts;
    }

    private static Map<String, String> at(String role, String place) {
        return Map.of("role", role, "placeId", place);
    }

    private static Map<String, String> in(String role, String unit) {
        return Map.of("role", role, "unitId", unit);
    }

    private void appear(String name, @Nullable Map<String, String> post, String director) {
        String code = "demo-access-" + name + "-" + UUID.randomUUID();
        codes.put(name, code);
        ids.put(name, logIn(code).text("/account/id"));
        if (post != null) {
            String etag = wire.json("POST", "/api/v1/accounts/searches", director, null, Map.of("id", ids.get(name)))
                    .text("/items/0/etag");
            wire.json(
                            "PUT",
                            "/api/v1/accounts/%s/posts".formatted(ids.get(name)),
                            director,
                            etag,
                            Map.of("posts", List.of(post)))
                    .done();
        }
        tokens.put(name, logIn(code).text("/token"));
    }

    private Wire.Answer logIn(String code) {
        return wire.json("POST", "/api/v1/sessions", null, null, Map.of("code", code))
                .done();
    }

    /** The token of somebody; null for nobody. */
    @Nullable String token(String name) {
        return tokens.get(name);
    }

    /** One more session of somebody, which may end. */
    @Nullable String anotherToken(String name) {
        return codes.containsKey(name) ? logIn(codes.get(name)).text("/token") : null;
    }

    String id(String name) {
        return java.util.Objects.requireNonNull(ids.get(name), name);
    }

    Wire.Answer gets(String name, String uri) {
        return wire.json("GET", uri, token(name), null, null).done();
    }

    /** The version that they see now. */
    String etag(String name, String uri) {
        return java.util.Objects.requireNonNull(gets(name, uri).headers().get("etag"), uri);
    }

    Wire.Answer posts(String name, String uri, Object body) {
        return wire.json("POST", uri, token(name), null, body).done();
    }

    Wire.Answer changes(String name, String uri, String ifMatch, Object body) {
        return wire.json("POST", uri, token(name), ifMatch, body).done();
    }
}
