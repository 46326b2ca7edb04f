package cn.huiyin.care.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the history of cares holds on a person. */
@Repository("careForgetting")
public class Forgetting {

    private static final String STEPS = """
            SELECT household, to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, what
              FROM care_event
             WHERE by = ANY (account_ids(:account))
             UNION
            SELECT household, to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), what
              FROM care_event
             WHERE who = ANY (account_ids(:account))
             ORDER BY 2, 1, 3
             LIMIT 10000
            """;

    private final DatabaseClient database;

    public Forgetting(DatabaseClient database) {
        this.database = database;
    }

    /** What somebody did as a specialist, or was named in. */
    public Mono<List<Map<String, String>>> steps(long account) {
        return database.sql(STEPS)
                .bind("account", account)
                .map(row -> Map.of(
                        "householdId", Cares.text(row, "household"),
                        "day", requireNonNull(row.get("day", String.class)),
                        "what", Cares.text(row, "what")))
                .all()
                .collectList();
    }

    /** Empties every word about a home. */
    public Mono<Long> empty(String household) {
        return database.sql("UPDATE care_event SET sealed = NULL WHERE household = :household AND sealed IS NOT NULL")
                .bind("household", household)
                .fetch()
                .rowsUpdated();
    }
}
