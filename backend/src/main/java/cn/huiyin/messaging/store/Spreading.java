package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Job;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;

/** A message that becomes one for each reader, as {@link #SQL} reads it. */
record Spreading(long id, int attempts, List<Long> readers) {

    private static final String SQL = """
            WITH mine AS (
                SELECT asked.n, asked.readers, o.id
                  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id bigint, attempts integer, readers bigint[]))
                       WITH ORDINALITY AS asked (id, attempts, readers, n)
                  JOIN outbox AS o ON o.id = asked.id AND o.attempts = asked.attempts
                 WHERE o.state = 'WAITING'
                 ORDER BY o.id
                   FOR UPDATE OF o :held),
            parent AS (
                UPDATE outbox AS o
                   SET state = 'SPREAD',
                       claimed_until = NULL,
                       finished_at = huiyin_now()
                  FROM mine
                 WHERE o.id = mine.id
                RETURNING o.*, mine.n, mine.readers),
            children AS (
                INSERT INTO outbox (street, occasion, dedup_key, parent, subject_kind, subject_id, recipient, facts,
                                    urgent, due_at, not_before)
                SELECT street, occasion, dedup_key || '/' || reader, id, subject_kind, subject_id, reader, facts, urgent,
                       due_at, huiyin_now()
                  FROM parent
                 CROSS JOIN unnest(readers) AS reader
                    ON CONFLICT (dedup_key) DO NOTHING)
            SELECT n
              FROM parent
            """;

    static Spreading of(Job job, List<Long> readers) {
        return new Spreading(job.id(), job.attempts(), readers);
    }

    static UnlessHeld<Spreading, Boolean> statement(DatabaseClient database) {
        return new UnlessHeld<>(database, SQL, row -> true);
    }
}
