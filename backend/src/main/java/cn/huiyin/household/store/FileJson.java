package cn.huiyin.household.store;

import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts as they are sealed: {@code {"value": …, "why": …}}, bound to their home and their place in its history. */
@Component
public class FileJson {

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Vault vault;

    public FileJson(Vault vault) {
        this.vault = vault;
    }

    /** What a seal held. */
    public record Opened(@Nullable Fact fact, @Nullable String why) {}

    String seal(String household, int seq, Change change) {
        ObjectNode document = json.createObjectNode();
        document.set("value", json.valueToTree(change.fact()));
        document.put("why", change.why());
        return vault.seal(document.toString(), context(household, seq)).value();
    }

    /** A fact that has ended, or was erased, has no value. */
    public Opened open(String household, int seq, String key, @Nullable String sealed) {
        if (sealed == null) {
            return new Opened(null, null);
        }
        JsonNode document = json.readTree(vault.open(new Sealed(sealed), context(household, seq)));
        JsonNode value = document.path("value");
        return new Opened(
                value.isObject() ? json.treeToValue(value, Fact.kindOf(key)) : null,
                document.path("why").asString(null));
    }

    String blind(String kind, String number) {
        return vault.blindIndex(number, "household/" + kind);
    }

    JsonMapper mapper() {
        return json;
    }

    static String context(String household, int seq) {
        return "household/" + household + "/" + seq;
    }
}
