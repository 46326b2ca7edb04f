package cn.huiyin.rehearsal.wechat;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One call as it came in. */
record Ask(String path, Map<String, String> query, JsonNode body, Instant now) {

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    String body(String name) {
        return body.path(name).asString("");
    }
}
