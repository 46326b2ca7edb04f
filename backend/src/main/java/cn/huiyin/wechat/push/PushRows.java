package cn.huiyin.wechat.push;

import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The pushes as an operator sees them: what became of them, and nothing of what was said or by whom. JSON. */
@Repository
class PushRows {

    private final DatabaseClient database;

    PushRows(DatabaseClient database) {
        this.database = database;
    }

    /** A push as a list shows it: JSON. */
    record Item(long id, String json) {}

    /** The newest first, from below {@code before} on. */
    Mono<List<Item>> page(String state, long before, int size) {
        return database.sql("""
                        SELECT id,
                               json_build_object(
                                   'id', id::text,
                                   'app', app,
                                   'kind', kind,
                                   'state', state,
                                   'attempts', attempts,
                                   'failures', failures,
                                   'lastError', last_error,
                                   'notBefore', shown_time(not_before),
                                   'receivedAt', shown_time(received_at),
                                   'finishedAt', shown_time(finished_at))::text AS item
                          FROM wechat_push
                         WHERE state = $1
                           AND id < $2
                         ORDER BY id DESC
                         LIMIT $3
                        """)
                .bind("$1", state)
                .bind("$2", before)
                .bind("$3", (long) size)
                .map(row -> new Item(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        Objects.requireNonNull(row.get("item", String.class))))
                .all()
                .collectList();
    }

    /** Counts no further than 10,000. */
    Mono<Long> parked() {
        return database.sql("""
                        SELECT count(*) AS parked
                          FROM (SELECT 1
                                  FROM wechat_push
                                 WHERE state = 'PARKED'
                                 LIMIT 10000) AS parked
                        """)
                .map(row -> Objects.requireNonNull(row.get("parked", Long.class)))
                .one();
    }

    /** From the beginning; says whether it was parked. Who did it is kept in the audit chain. */
    Mono<Boolean> takeUpAgain(long id, long actor) {
        return database.sql("""
                        WITH again AS (
                            UPDATE wechat_push
                               SET state = 'WAITING',
                                   failures = 0,
                                   not_before = huiyin_now(),
                                   finished_at = NULL
                             WHERE id = $1
                               AND state = 'PARKED'
                            RETURNING id)
                        SELECT audit_append('PUSH_TAKE_UP_AGAIN', $2, 'wechat_push/' || id, '{}')
                          FROM again
                        """)
                .bind("$1", id)
                .bind("$2", actor)
                .map(row -> true)
                .first()
                .defaultIfEmpty(false);
    }
}
