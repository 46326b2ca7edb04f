package cn.huiyin.rehearsal.wechat;

import cn.huiyin.rehearsal.wechat.WechatLooks.TemplateLook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The templates that our catalogue asks for, as the stand-in has them: {@code progress} is {@code rehearsal-progress}. */
final class CatalogueTemplates {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("{no}", "编号"),
            Map.entry("{matter}", "事项"),
            Map.entry("{due}", "时限"),
            Map.entry("{note}", "说明"),
            Map.entry("{unit}", "单位"),
            Map.entry("{kind}", "时限"),
            Map.entry("{service}", "服务"),
            Map.entry("{time}", "时间"),
            Map.entry("{place}", "地点"),
            Map.entry("{period}", "日期"),
            Map.entry("{brief}", "概况"),
            Map.entry("事情办好了吗？请点开评一评", "温馨提示"));

    private CatalogueTemplates() {}

    static String id(String key) {
        return "rehearsal-" + key;
    }

    /** One of the mini-program's; what is not in our catalogue might be anybody's. */
    static boolean isOfSubscribe(String id) {
        return !isOf("TEMPLATE", id) && !isOf("EMPLOYEE", id);
    }

    static boolean isOfOfficialAccount(String id) {
        return !isOf("SUBSCRIBE", id) && !isOf("EMPLOYEE", id);
    }

    private static boolean isOf(String channel, String id) {
        return templates().entrySet().stream()
                .anyMatch(template -> id(template.getKey()).equals(id)
                        && channel.equals(template.getValue().get("channel")));
    }

    /** By key: the names of the fields. */
    @SuppressWarnings("unchecked")
    static Map<String, Set<String>> fields() {
        var fields = new LinkedHashMap<String, Set<String>>();
        templates().forEach((key, template) -> fields.put(key, ((Map<String, ?>) template.get("fields")).keySet()));
        return fields;
    }

    /** As they look on a phone; what stands before a field follows from what is put into it. */
    @SuppressWarnings("unchecked")
    static List<TemplateLook> looks() {
        return templates().entrySet().stream()
                .map(template -> {
                    var labels = new LinkedHashMap<String, String>();
                    ((Map<String, String>) template.getValue().get("fields"))
                            .forEach((field, filling) -> labels.put(field, LABELS.getOrDefault(filling, "状态")));
                    return new TemplateLook(
                            id(template.getKey()),
                            String.valueOf(template.getValue().get("title")),
                            labels);
                })
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, ?>> templates() {
        try (var file = new ClassPathResource("messages/catalogue.yaml").getInputStream()) {
            return ((Map<String, Map<String, Map<String, ?>>>) new Yaml().load(file)).get("templates");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
