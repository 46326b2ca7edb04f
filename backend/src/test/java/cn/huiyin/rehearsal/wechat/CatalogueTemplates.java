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

    /** By key: the names of the fields. */
    @SuppressWarnings("unchecked")
    static Map<String, Set<String>> fields() {
        try (var file = new ClassPathResource("messages/catalogue.yaml").getInputStream()) {
            var catalogue = (Map<String, Map<String, Map<String, Map<String, ?>>>>) new Yaml().load(file);
            var fields = new LinkedHashMap<String, Set<String>>();
            catalogue
                    .get("templates")
                    .forEach((key, template) ->
                            fields.put(key, template.get("fields").keySet()));
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
