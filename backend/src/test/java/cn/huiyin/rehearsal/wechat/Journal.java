package cn.huiyin.rehearsal.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What WeChat would not forget though we restart: one line a fact. Without a file it forgets. */
final class Journal {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Path file;

    Journal(@Nullable Path file) {
        this.file = file;
    }

    void grant(String openid, String template, int count) {
        write(Map.of("grant", Map.of("openid", openid, "template", template, "count", count)));
    }

    void code(String code) {
        write(Map.of("code", code));
    }

    void message(SentMessage message) {
        var line = new LinkedHashMap<String, Object>();
        line.put("message", message);
        line.put("at", message.at().toString());
        write(line);
    }

    void unheard(Instant at, Map<String, String> fields) {
        write(Map.of("unheard", fields, "at", at.toString()));
    }

    void replay(Platform platform) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(line -> replay(platform, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(Platform platform, String line) {
        JsonNode fact;
        try {
            fact = JSON.readTree(line);
        } catch (JacksonException cutOffByAKill) {
            return;
        }
        if (fact.has("code")) {
            platform.people.use(fact.path("code").asString(""));
        } else if (fact.has("grant")) {
            var grant = fact.path("grant");
            platform.grants.add(
                    grant.path("openid").asString(""),
                    grant.path("template").asString(""),
                    grant.path("count").asInt(0));
        } else if (fact.has("message")) {
            platform.keep(
                    message(fact.path("message"), Instant.parse(fact.path("at").asString(""))));
        }
    }

    private static SentMessage message(JsonNode node, Instant at) {
        var read = JSON.treeToValue(((tools.jackson.databind.node.ObjectNode) node).without("at"), SentMessage.class);
        return new SentMessage(
                read.id(),
                at,
                read.channel(),
                read.template(),
                read.openid(),
                read.page(),
                read.clientMsgId(),
                read.fields(),
                read.outcome());
    }

    private void write(Map<String, ?> fact) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, JSON.writeValueAsString(fact) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
