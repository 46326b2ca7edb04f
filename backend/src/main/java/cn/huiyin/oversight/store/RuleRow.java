package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.identity.AccountId;
import cn.huiyin.oversight.domain.Rules;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Remembers the figures of oversight: the one row of {@code oversight_rule}. */
@Repository("oversightRuleRow")
public class RuleRow {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String READ = "SELECT (to_jsonb(r) - 'only_row')::text AS rules FROM oversight_rule r";

    /** Kept and audited in one statement. */
    private static final String KEEP = """
            WITH asked AS (SELECT jsonb_populate_record(NULL::oversight_rule, :rules::jsonb) AS a),
                 kept AS (
                UPDATE oversight_rule r
                   SET share = (a).share, draw_after_days = (a).draw_after_days, check_within = (a).check_within,
                       rectify_within = (a).rectify_within, rectify_again = (a).rectify_again,
                       remind_before = (a).remind_before, street_after = (a).street_after,
                       look_back_within = (a).look_back_within, version = r.version + 1
                  FROM asked
                 WHERE r.version = (a).version
                RETURNING r.*
            )
            SELECT (to_jsonb(kept) - 'only_row')::text AS rules,
                   audit_append('OVERSIGHT_RULES_CHANGED', :actor, 'oversight_rule', to_json(kept)::text)::text AS noted
              FROM kept
            """;

    private final DatabaseClient database;

    public RuleRow(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Rules> read() {
        return database.sql(READ).map(RuleRow::rules).one();
    }

    /** The next version; empty where somebody else made it first. */
    public Mono<Rules> keep(Rules rules, AccountId by) {
        return database.sql(KEEP)
                .bind("rules", JSON.writeValueAsString(rules))
                .bind("actor", by.value())
                .map(RuleRow::rules)
                .one();
    }

    private static Rules rules(Readable row) {
        return JSON.readValue(requireNonNull(row.get("rules", String.class)), Rules.class);
    }
}
