package cn.huiyin.oversight.store;

import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What checks and notices hold on a person, or say of a home. */
@Repository("oversightForgetting")
public class Forgetting {

    private static final String VISITS = """
            SELECT visit, to_char(month, 'YYYY-MM') AS month, state
              FROM spot_check
             WHERE by = ANY (account_ids(:account))
             ORDER BY month, visit
             LIMIT 10000
            """;

    private static final String DEEDS = """
            SELECT visit AS subject, to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, move
              FROM spot_check_event
             WHERE by = ANY (account_ids(:account))
             UNION ALL
            SELECT no, to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), move
              FROM rectification_event
             WHERE by = ANY (account_ids(:account))
             ORDER BY 2, 1, 3
             LIMIT 10000
            """;

    private static final String EMPTY = """
            WITH checks AS (
                UPDATE spot_check_event e
                   SET sealed = NULL
                  FROM spot_check c
                 WHERE c.household = :household
                   AND e.visit = c.visit
                   AND e.sealed IS NOT NULL
                RETURNING 1),
            notices AS (
                UPDATE rectification_event e
                   SET sealed = NULL
                  FROM rectification r
                 WHERE r.household = :household
                   AND e.no = r.no
                   AND e.sealed IS NOT NULL
                RETURNING 1)
            SELECT (SELECT count(*) FROM checks) + (SELECT count(*) FROM notices) AS emptied
            """;

    private final DatabaseClient database;

    public Forgetting(DatabaseClient database) {
        this.database = database;
    }

    /** Visits that this person made and that were drawn. */
    public Mono<List<Map<String, String>>> visitsLookedInto(long account) {
        return database.sql(VISITS)
                .bind("account", account)
                .map(row -> new Row(row))
                .all()
                .map(row ->
                        Map.of("visitId", row.text("visit"), "month", row.text("month"), "state", row.text("state")))
                .collectList();
    }

    /** What this person did in checks and notices. */
    public Mono<List<Map<String, String>>> deeds(long account) {
        return database.sql(DEEDS)
                .bind("account", account)
                .map(row -> new Row(row))
                .all()
                .map(row -> Map.of("subject", row.text("subject"), "day", row.text("day"), "move", row.text("move")))
                .collectList();
    }

    /** Empties every word about a home; says how many. */
    public Mono<Long> empty(String household) {
        return database.sql(EMPTY)
                .bind("household", household)
                .map(row -> new Row(row).number("emptied"))
                .one();
    }
}
