package cn.huiyin.wechat.push;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is written in JSON. A number and the same number as text are the same: WeChat sends both. */
final class JsonTree {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Tree tree = new Tree();

    private JsonTree() {}

    static Tree read(String text) {
        try {
            var node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new NoPush("no object");
            }
            var reading = new JsonTree();
            reading.object("", node, 0);
            return reading.tree;
        } catch (JacksonException noJson) {
            throw new NoPush("not JSON");
        }
    }

    private void object(String path, JsonNode object, int depth) {
        object.properties().forEach(property -> {
            var name = property.getKey();
            var value = property.getValue();
            if (value.isObject() && !name.equals(Pushed.LIST)) {
                object(Tree.within(path, name), value, Tree.deeper(depth));
            } else if (value.isContainer()) {
                list(name, value);
            } else {
                tree.value(Tree.within(path, name), text(value));
            }
        });
    }

    /** One thing is a list of one. */
    private void list(String name, JsonNode value) {
        if (value.isObject()) {
            tree.item(name, item(value));
        } else {
            value.forEach(each -> tree.item(name, item(each)));
        }
    }

    private static Map<String, String> item(JsonNode node) {
        var item = new LinkedHashMap<String, String>();
        node.properties().forEach(property -> item.put(property.getKey(), text(property.getValue())));
        return item;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }
}
