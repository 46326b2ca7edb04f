package cn.huiyin.messaging.store;

import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Messages that were told as one. */
@Component
public class Summaries {

    /** The kind of subject that such a message is about. */
    public static final String KIND = "summary";

    private final DatabaseClient database;

    public Summaries(DatabaseClient database) {
        this.database = database;
    }

    /** The facts of those that are not read: how many, and what the first two say. Nothing where all are read. */
    public Mono<Map<String, String>> unread(String summary) {
        return database.sql("""
                        SELECT count(*)::text AS count,
                               coalesce((array_agg(i.sentence ORDER BY i.id))[1], '') AS first,
                               coalesce((array_agg(i.sentence ORDER BY i.id))[2], '') AS second
                          FROM outbox AS o
                          JOIN inbox AS i ON i.outbox_id = o.id
                         WHERE o.summary = $1
                           AND i.read_at IS NULL
                        HAVING count(*) > 0
                        """)
                .bind("$1", summary)
                .map(row -> Map.of(
                        "count", Objects.requireNonNull(row.get("count", String.class)),
                        "first", Objects.requireNonNull(row.get("first", String.class)),
                        "second", Objects.requireNonNull(row.get("second", String.class))))
                .one();
    }

    /** It reached nobody: what must be told goes by itself again. Says how many. */
    public Mono<Integer> undo(String summary) {
        return database.sql("SELECT outbox_unsummarise($1) AS back")
                .bind("$1", summary)
                .map(row -> Objects.requireNonNull(row.get("back", Integer.class)))
                .one();
    }
}
