package cn.huiyin.messaging.store;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long the queue is. */
@Component
public class Queue {

    /**
     * The urgent and the others each from the front of the index: asked for both at once, PostgreSQL looks through all that
     * was ever sent.
     */
    static final String DUE = """
            SELECT count(*) AS due,
                   count(*) FILTER (WHERE urgent) AS urgent,
                   coalesce(extract(epoch FROM huiyin_now() - min(due_at)), 0)::bigint AS oldest,
                   (SELECT count(*)
                      FROM (SELECT FROM outbox WHERE state = 'DEAD' LIMIT 10000) AS dead) AS dead
              FROM (SELECT found.due_at, found.urgent
                      FROM (VALUES (true), (false)) AS asked (urgent)
                     CROSS JOIN LATERAL (SELECT due_at, urgent
                                           FROM outbox
                                          WHERE state = 'WAITING'
                                            AND urgent = asked.urgent
                                            AND not_before <= huiyin_now()
                                          ORDER BY not_before, id
                                          LIMIT 10000) AS found
                     LIMIT 10000) AS waiting
            """;

    private final DatabaseClient database;

    public Queue(DatabaseClient database) {
        this.database = database;
    }

    /** Counts no further than 10,000: more is trouble anyway. */
    public Mono<Depth> due() {
        return database.sql(DUE)
                .map(row -> new Depth(
                        number(row, "due"),
                        number(row, "urgent"),
                        Duration.ofSeconds(number(row, "oldest")),
                        number(row, "dead")))
                .one();
    }

    /** Today's calls by channel. */
    public Mono<Map<String, Long>> quotas() {
        return counted("""
                SELECT channel AS name, used AS count
                  FROM message_quota
                 WHERE day = (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date
                """);
    }

    /** By template; of a large ledger about ten thousand rows are looked at. */
    public Mono<Map<String, Long>> grantsLeft() {
        return counted("""
                WITH part AS (
                    SELECT least(100, 1000000 / greatest(reltuples, 1))::real AS percent
                      FROM pg_class
                     WHERE oid = 'message_grant'::regclass)
                SELECT template_id AS name,
                       (sum(remaining) * 100 / (SELECT percent FROM part))::bigint AS count
                  FROM message_grant TABLESAMPLE SYSTEM ((SELECT percent FROM part))
                 GROUP BY template_id
                 LIMIT 100
                """);
    }

    private Mono<Map<String, Long>> counted(String sql) {
        return database.sql(sql)
                .map(row -> Map.entry(Objects.requireNonNull(row.get("name", String.class)), number(row, "count")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    /** What is due and not in anybody's hands: how many, for how long the oldest; and how many are dead. */
    public record Depth(long due, long urgent, Duration oldest, long dead) {}
}
