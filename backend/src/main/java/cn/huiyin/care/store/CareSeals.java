package cn.huiyin.care.store;

import cn.huiyin.care.domain.Plan;
import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.SealedColumn;
import cn.huiyin.privacy.SealedColumn.Table;
import cn.huiyin.privacy.Vault;
import cn.huiyin.privacy.spi.SealedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** What is sealed of a care, bound to its household and its place in the history. */
@Configuration(proxyBeanMethods = false)
public class CareSeals {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What an event holds: why, or what the review found; and the whole plan as it was from then on.
     *
     * @param plannedIn the event that the plan was written in, where that was an earlier one
     */
    public record Said(
            @Nullable String note,
            @Nullable Plan plan,
            @Nullable Integer plannedIn) {
        static final Said NOTHING = new Said(null, null, null);
    }

    @Bean
    public SealedRows careEvents(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "care_event",
                        "sealed",
                        "household || '/' || seq",
                        "household = split_part(anew.id, '/', 1) AND seq = split_part(anew.id, '/', 2)::integer",
                        id -> "care/" + id));
    }

    static String seal(Vault vault, String household, int seq, Said said) {
        return vault.seal(JSON.writeValueAsString(said), context(household, seq))
                .value();
    }

    static Said open(Vault vault, String household, int seq, @Nullable String sealed) {
        return sealed == null
                ? Said.NOTHING
                : JSON.readValue(vault.open(new Sealed(sealed), context(household, seq)), Said.class);
    }

    private static String context(String household, int seq) {
        return "care/" + household + "/" + seq;
    }
}
