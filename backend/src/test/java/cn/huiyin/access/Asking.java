package cn.huiyin.access;

import cn.huiyin.contract.Contract;
import cn.huiyin.media.Pictures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How a call is asked by somebody: {@code access/requests.yaml} with the names of real things filled in. */
final class Asking {

    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final int MOST_PAGES = 40;

    private final JsonNode requests = read();
    private final Map<String, String> names;
    private final Wire wire;
    private final Cast cast;

    Asking(Map<String, String> names, Wire wire, Cast cast) {
        this.names = names;
        this.wire = wire;
        this.cast = cast;
    }

    private static JsonNode read() {
        try (InputStream yaml = Asking.class.getResourceAsStream("/access/requests.yaml")) {
            return YAML.readTree(yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Iterable<String> operations() {
        return requests.propertyNames();
    }

    /** What came of it; {@code shows} is null where the call is no list of things. */
    record Outcome(int status, @Nullable Boolean shows, String body) {}

    Outcome ask(Contract.Operation operation, String person) {
        JsonNode asked = requests.path(operation.id());
        JsonNode own = asked.path("as").path(person);
        String token = asked.has("session") ? cast.anotherToken(person) : cast.token(person);
        if (asked.path("file").asBoolean(false)) {
            Wire.Answer answer = wire.upload(token, "a.png", Pictures.png(4, 4));
            return new Outcome(answer.status(), null, answer.body());
        }
        String uri = uri(
                operation,
                own.has("path") ? own.path("path") : asked.path("path"),
                own.has("query") ? own.path("query") : asked.path("query"));
        Map<String, String> headers = new LinkedHashMap<>();
        if (asked.has("ifMatch")) {
            headers.put("If-Match", asked.path("ifMatch").asString());
        }
        if (asked.has("seenBy")) {
            String seen = asked.path("seenAt").asString(uri.replaceFirst("/moves$", ""));
            headers.put("If-Match", cast.etag(asked.path("seenBy").asString(), filled(seen)));
        }
        JsonNode body = own.has("body") ? own.path("body") : asked.path("body");
        if (!body.isMissingNode()) {
            headers.put("Content-Type", "application/json");
        }
        String content = body.isMissingNode() ? null : filled(body.toString());
        Wire.Answer answer = wire.send(operation.method(), uri, token, headers, content);
        if (!asked.has("shows") || !answer.isDone()) {
            return new Outcome(answer.status(), null, answer.body());
        }
        String sought = filled(asked.path("shows").asString());
        return new Outcome(answer.status(), shows(answer, sought, uri, token), answer.body());
    }

    /** On this page or a later one. */
    private boolean shows(Wire.Answer first, String sought, String uri, @Nullable String token) {
        Wire.Answer page = first;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            if (holds(page.json(), sought)) {
                return true;
            }
            JsonNode next = page.json().path("nextCursor");
            if (next.isMissingNode() || next.isNull()) {
                return false;
            }
            String cursor = URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
            String later = uri + (uri.contains("?") ? "&" : "?") + "cursor=" + cursor;
            page = wire.send("GET", later, token, Map.of(), null).done();
        }
        throw new AssertionError("more than " + MOST_PAGES + " pages of " + uri);
    }

    private static boolean holds(JsonNode node, String sought) {
        return node.isValueNode()
                ? node.asString("").equals(sought)
                : node.valueStream().anyMatch(child -> holds(child, sought));
    }

    private String uri(Contract.Operation operation, JsonNode path, JsonNode query) {
        String address = operation.path();
        for (Map.Entry<String, JsonNode> part : path.properties()) {
            address = address.replace(
                    "{" + part.getKey() + "}", filled(part.getValue().asString()));
        }
        Map<String, String> all = new LinkedHashMap<>();
        query.properties()
                .forEach(one -> all.put(one.getKey(), filled(one.getValue().asString())));
        if (requests.path(operation.id()).has("shows")
                && Contract.read().parameters(operation, "query").stream()
                        .anyMatch(parameter -> parameter.path("name").asString().equals("size"))) {
            all.put("size", "100");
        }
        StringBuilder uri = new StringBuilder(address);
        all.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return uri.toString();
    }

    /** Whether they do not try, for what follows must still find them as they are. */
    boolean isLeftOut(Contract.Operation operation, String person) {
        return requests.path(operation.id())
                .path("skip")
                .valueStream()
                .anyMatch(one -> one.asString().equals(person));
    }

    private String filled(String text) {
        Matcher name = NAME.matcher(text.replace("\"@ruleTwice\"", names.getOrDefault("ruleTwice", "")));
        StringBuilder filled = new StringBuilder();
        while (name.find()) {
            String value = name.group(1).equals("uuid")
                    ? UUID.randomUUID().toString().substring(0, 18)
                    : names.get(name.group(1));
            if (value == null) {
                throw new AssertionError("nothing is called " + name.group(1));
            }
            name.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return name.appendTail(filled).toString();
    }
}
