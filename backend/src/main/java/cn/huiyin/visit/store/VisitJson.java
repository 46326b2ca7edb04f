package cn.huiyin.visit.store;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The documents that pass between this program and the statements of PostgreSQL. */
@Component
public class VisitJson {

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    <T> T read(String document, Class<T> as) {
        return json.readValue(document, as);
    }

    String write(Object document) {
        return json.writeValueAsString(document);
    }
}
