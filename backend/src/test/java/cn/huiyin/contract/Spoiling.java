package cn.huiyin.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a body that its schema allows, and spoils it in one place at a time. */
public final class Spoiling {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 6;

    private static final List<JsonNode> STRANGE = Stream.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1.5",
                    "1e400",
                    "99999999999999999999999999",
                    "\"\"",
                    "\" \"",
                    "\"x\"",
                    "\"NO_SUCH_WORD\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"<script>\"",
                    "[]",
                    "[null]",
                    "[[[]]]",
                    "[1,2,3]",
                    "{}",
                    "{\"unheardOf\":1}")
            .map(Spoiling::read)
            .toList();

    private final Contract contract;

    public Spoiling(Contract contract) {
        this.contract = contract;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (RuntimeException tooStrangeForUsToo) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    public Stream<JsonNode> spoilt(JsonNode content) {
        JsonNode whole = content.has("example") ? content.get("example") : make(content.path("schema"), 0);
        List<JsonNode> spoilt = new ArrayList<>();
        spoilt.add(whole);
        spoil(contract.resolved(content.path("schema")), make(content.path("schema"), 0), spoilt, whole);
        return spoilt.stream();
    }

    /** Each property left out, made strange, made long, and something beside it that nobody knows. */
    private void spoil(JsonNode schema, JsonNode made, List<JsonNode> into, JsonNode whole) {
        ObjectNode unheard = whole.isObject() ? ((ObjectNode) whole).deepCopy() : JSON.createObjectNode();
        into.add(unheard.put("unheardOf", 1));
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            into.add(((ObjectNode) whole.deepCopy()).without(name));
            Stream.concat(STRANGE.stream(), tooMuch().stream())
                    .forEach(strange -> into.add(((ObjectNode) whole.deepCopy()).set(name, strange)));
            JsonNode inner = contract.resolved(property.getValue());
            if (inner.path("type").asString("").equals("object")) {
                List<JsonNode> deeper = new ArrayList<>();
                JsonNode child = make(property.getValue(), 1);
                spoil(inner, child, deeper, child);
                deeper.forEach(one -> into.add(((ObjectNode) whole.deepCopy()).set(name, one)));
            }
        });
    }

    private static List<JsonNode> tooMuch() {
        ArrayNode many = JSON.createArrayNode();
        for (int i = 0; i < 2000; i++) {
            many.add("0123456789abcdef0123456789abcdef");
        }
        return List.of(JSON.readTree("\"" + "长".repeat(20_000) + "\""), many);
    }

    private JsonNode make(JsonNode reference, int depth) {
        JsonNode schema = contract.resolved(reference);
        if (schema.has("example")) {
            return schema.get("example");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("string")) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" ->
                JSON.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default ->
                JSON.getNodeFactory()
                        .stringNode(schema.path("format").asString("").startsWith("date") ? "2027-01-01" : "x");
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), make(property.getValue(), depth + 1)));
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.createArrayNode();
        if (depth < DEEPEST) {
            array.add(make(schema.path("items"), depth + 1));
        }
        return array;
    }
}
