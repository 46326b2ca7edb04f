package cn.huiyin.rehearsal.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The templates that our catalogue asks for, as the stand-in has them: {@code progress} is {@code rehearsal-progress}. */
final class CatalogueTemplates {

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

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, ?>> templates() {
        try (var file = new ClassPathResource("messages/catalogue.yaml").getInputStream()) {
            return ((Map<String, Map<String, Map<String, ?>>>) new Yaml().load(file)).get("templates");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
