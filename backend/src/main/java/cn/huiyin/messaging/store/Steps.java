package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.domain.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each step of a message on its way, one statement each, and only by whoever claimed it last. */
@Component
public class Steps {

    private static final String SPREAD = """
            WITH parent AS (
                UPDATE outbox
                   SET state = 'SPREAD',
                       finished_at = huiyin_now()
                 WHERE id = $1
                   AND attempts = $2
                   AND state = 'WAITING'
                RETURNING *)
            INSERT INTO outbox (street, occasion, dedup_key, parent, subject_kind, subject_id, recipient, facts, urgent,
                                due_at, not_before)
            SELECT street, occasion, dedup_key || '/' || reader, id, subject_kind, subject_id, reader, facts, urgent,
                   due_at, huiyin_now()
              FROM parent
             CROSS JOIN unnest($3::bigint[]) AS reader
                ON CONFLICT (dedup_key) DO NOTHING
            """;

    private static final String BEGIN = """
            WITH mine AS (
                SELECT id, recipient, grant_template
                  FROM outbox
                 WHERE id = $1
                   AND attempts = $2
                   AND state = 'WAITING'
                   FOR UPDATE),
            stopped AS (
                SELECT 1
                  FROM stopped_template
                 WHERE template_id = $5),
            spent AS (
                UPDATE message_grant AS g
                   SET remaining = g.remaining - 1,
                       changed_at = huiyin_now()
                  FROM mine
                 WHERE $6
                   AND NOT EXISTS (SELECT 1 FROM stopped)
                   AND g.account = mine.recipient
                   AND g.template_id = $5
                   AND g.remaining > 0
                   AND mine.grant_template IS DISTINCT FROM $5
                RETURNING g.account),
            begun AS (
                UPDATE outbox AS o
                   SET unknown_since = CASE WHEN attempt_started IS NULL THEN NULL
                                            ELSE coalesce(unknown_since, attempt_started) END,
                       channel = $4,
                       attempt_started = huiyin_now(),
                       grant_template = CASE WHEN $6 THEN $5 END,
                       not_before = huiyin_now() + make_interval(secs => $3::double precision)
                  FROM mine
                 WHERE o.id = mine.id
                   AND NOT EXISTS (SELECT 1 FROM stopped)
                   AND (NOT $6 OR mine.grant_template = $5 OR EXISTS (SELECT 1 FROM spent))
                RETURNING o.id)
            SELECT CASE WHEN EXISTS (SELECT 1 FROM begun)    THEN 'BEGUN'
                        WHEN NOT EXISTS (SELECT 1 FROM mine) THEN 'NOT_OURS'
                        WHEN EXISTS (SELECT 1 FROM stopped)  THEN 'TEMPLATE_STOPPED'
                        ELSE 'NO_GRANT' END AS said
            """;

    private static final String SETTLE = """
            WITH mine AS (
                SELECT *
                  FROM outbox
                 WHERE id = $1
                   AND attempts = $2
                   AND (state = 'WAITING' OR state = 'WITHDRAWN' AND $3 = 'SENT')
                   FOR UPDATE),
            given AS (
                UPDATE message_grant AS g
                   SET remaining = CASE $4 WHEN 'BACK' THEN g.remaining + 1 ELSE 0 END,
                       changed_at = huiyin_now()
                  FROM mine
                 WHERE $4 <> 'SPENT'
                   AND g.account = mine.recipient
                   AND g.template_id = mine.grant_template),
            task AS (
                INSERT INTO todo (outbox_id, street, occasion, dedup_key, subject_kind, subject_id, sentence, page,
                                  assignees, role, place)
                SELECT id, street, $13, dedup_key, subject_kind, subject_id, $14, $15, $16::bigint[], $17, $18
                  FROM mine
                 WHERE $13::text IS NOT NULL
                    ON CONFLICT (outbox_id) DO UPDATE
                   SET state = 'OPEN',
                       sentence = excluded.sentence,
                       note = NULL,
                       done_by = NULL,
                       finished_at = NULL)
            UPDATE outbox AS o
               SET state = $3,
                   not_before = CASE WHEN $5::double precision IS NOT NULL
                                     THEN huiyin_now() + make_interval(secs => $5::double precision)
                                     WHEN $6
                                     THEN (date_trunc('day', huiyin_now() AT TIME ZONE 'Asia/Shanghai')
                                           + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
                                     ELSE o.not_before END,
                   failures = o.failures + $7,
                   attempt_started = CASE WHEN $8 THEN o.attempt_started END,
                   unknown_since = CASE WHEN $8 THEN coalesce(o.unknown_since, o.attempt_started) END,
                   grant_template = CASE WHEN $8 THEN o.grant_template END,
                   channel = CASE WHEN $8 THEN o.channel WHEN $3 <> 'WAITING' THEN $9 END,
                   tried = CASE WHEN $10::text IS NULL THEN o.tried
                                ELSE o.tried || jsonb_build_object($9::text, $10::text) END,
                   last_error = left($11, 300),
                   receipt = coalesce($12, o.receipt),
                   finished_at = CASE WHEN $3 <> 'WAITING' THEN huiyin_now() END
              FROM mine
             WHERE o.id = mine.id
            RETURNING extract(epoch FROM huiyin_now() - o.due_at)::double precision AS late
            """;

    private final DatabaseClient database;

    public Steps(DatabaseClient database) {
        this.database = database;
    }

    /** One message for each reader, looked at again with the facts it was planned with; the same reader is told once. */
    public Mono<Void> spread(Job job, List<Long> readers) {
        return database.sql(SPREAD)
                .bind("$1", job.id())
                .bind("$2", job.attempts())
                .bind("$3", readers.toArray(Long[]::new))
                .then();
    }

    /** Says that a call begins, spends its grant where it needs one, and renews the lease; in this order or not at all. */
    public Mono<Begun> begin(Job job, Duration lease, String channel, String templateId, boolean needsGrant) {
        return database.sql(BEGIN)
                .bind("$1", job.id())
                .bind("$2", job.attempts())
                .bind("$3", lease.toMillis() / 1000.0)
                .bind("$4", channel)
                .bind("$5", templateId)
                .bind("$6", needsGrant)
                .map(row -> Begun.valueOf(row.get("said", String.class)))
                .one();
    }

    /** How late it is, or nothing where somebody else has claimed the message since. */
    public Mono<Duration> settle(Job job, Settlement as, Optional<Task> task) {
        var statement = database.sql(SETTLE)
                .bind("$1", job.id())
                .bind("$2", job.attempts())
                .bind("$3", as.state().name())
                .bind("$4", as.grant().name())
                .bind("$6", as.tomorrow())
                .bind("$7", as.failed() ? 1 : 0)
                .bind("$8", as.doubt())
                .bind("$16", task.map(Task::assignees).orElse(List.of()).toArray(Long[]::new));
        statement =
                maybe(statement, "$5", as.after() == null ? null : as.after().toMillis() / 1000.0, Double.class);
        statement = maybe(statement, "$9", as.channel());
        statement = maybe(statement, "$10", as.notReached());
        statement = maybe(statement, "$11", as.error());
        statement = maybe(statement, "$12", as.receipt());
        statement = maybe(statement, "$13", task.map(Task::occasion).orElse(null));
        statement = maybe(statement, "$14", task.map(Task::sentence).orElse(null));
        statement = maybe(statement, "$15", task.map(Task::page).orElse(null));
        statement = maybe(statement, "$17", task.map(Task::role).orElse(null));
        statement = maybe(statement, "$18", task.map(Task::place).orElse(null));
        return statement
                .map(row -> Duration.ofMillis((long) (1000
                        * Optional.ofNullable(row.get("late", Double.class)).orElse(0.0))))
                .one();
    }

    private static GenericExecuteSpec maybe(GenericExecuteSpec statement, String name, @Nullable String value) {
        return maybe(statement, name, value, String.class);
    }

    private static <T> GenericExecuteSpec maybe(
            GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    /** May the call go out? */
    public enum Begun {
        BEGUN,
        /** Withdrawn, or claimed by somebody else since. */
        NOT_OURS,
        TEMPLATE_STOPPED,
        NO_GRANT
    }
}
