package cn.huiyin.wechat;

import java.util.LinkedHashMap;
import java.util.Map;

/** The shape that both kinds of message want their fields in: {@code {"thing1":{"value":"…"}}}. */
final class TemplateData {

    private TemplateData() {}

    static Map<String, Object> of(Map<String, String> fields) {
        var data = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> data.put(name, Map.of("value", value)));
        return data;
    }
}
