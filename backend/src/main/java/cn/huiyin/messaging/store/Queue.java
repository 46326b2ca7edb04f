package cn.huiyin.messaging.store;

import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long the queue is. */
@Component
public class Queue {

    private final DatabaseClient database;

    public Queue(DatabaseClient database) {
        this.database = database;
    }

    /** Counts no further than 10,000: more is trouble anyway. */
    public Mono<Depth> due() {
        return database.sql("""
                        SELECT count(*) AS due,
                               coalesce(extract(epoch FROM huiyin_now() - min(due_at)), 0)::bigint AS oldest
                          FROM (SELECT due_at
                                  FROM outbox
                                 WHERE state = 'WAITING'
                                   AND not_before <= huiyin_now()
                                 LIMIT 10000) AS waiting
                        """)
                .map(row -> new Depth(
                        Objects.requireNonNull(row.get("due", Long.class)),
                        Duration.ofSeconds(Objects.requireNonNull(row.get("oldest", Long.class)))))
                .one();
    }

    /** What is due and not in anybody's hands: how many, and for how long the oldest. */
    public record Depth(long due, Duration oldest) {}
}
