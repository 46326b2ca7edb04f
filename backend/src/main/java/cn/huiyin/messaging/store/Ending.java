package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.domain.Task;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** How a step ended and what follows from it, as {@link #SQL} reads it. */
record Ending(
        long id,
        int attempts,
        String state,
        String grant_is,
        @Nullable Double after,
        boolean tomorrow,
        int failed,
        boolean doubt,
        @Nullable String channel,
        @Nullable String not_reached,
        @Nullable String error,
        @Nullable String receipt,
        @Nullable String task,
        @Nullable String sentence,
        @Nullable String page,
        List<Long> assignees,
        @Nullable String role,
        @Nullable String place) {

    private static final String SQL = """
            WITH mine AS (
                SELECT asked.*, o.street, o.dedup_key, o.subject_kind, o.subject_id, o.recipient, o.grant_template
                  FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
                                  AS (id bigint, attempts integer, state text, grant_is text, after double precision,
                                      tomorrow boolean, failed integer, doubt boolean, channel text, not_reached text,
                                      error text, receipt text, task text, sentence text, page text,
                                      assignees bigint[], role text, place text))
                       WITH ORDINALITY AS asked (id, attempts, state, grant_is, after, tomorrow, failed, doubt, channel,
                                                 not_reached, error, receipt, task, sentence, page, assignees, role,
                                                 place, n)
                  JOIN outbox AS o ON o.id = asked.id AND o.attempts = asked.attempts
                 WHERE o.state = 'WAITING'
                    OR o.state = 'WITHDRAWN' AND asked.state = 'SENT'
                 ORDER BY o.id
                   FOR UPDATE OF o :held),
            purse AS (
                SELECT account, template_id
                  FROM message_grant
                 WHERE (account, template_id) IN (SELECT recipient, grant_template
                                                    FROM mine
                                                   WHERE grant_is <> 'SPENT')
                 ORDER BY account, template_id
                   FOR UPDATE),
            given AS (
                UPDATE message_grant AS g
                   SET remaining = CASE WHEN back.none_left THEN 0 ELSE g.remaining + back.count END,
                       changed_at = huiyin_now()
                  FROM purse
                  JOIN (SELECT recipient, grant_template, count(*) AS count, bool_or(grant_is = 'NONE_LEFT') AS none_left
                          FROM mine
                         WHERE grant_is <> 'SPENT'
                         GROUP BY recipient, grant_template) AS back
                    ON back.recipient = purse.account AND back.grant_template = purse.template_id
                 WHERE g.account = purse.account
                   AND g.template_id = purse.template_id),
            given_to_people AS (
                INSERT INTO todo (outbox_id, street, occasion, dedup_key, subject_kind, subject_id, sentence, page,
                                  assignees, role, place)
                SELECT id, street, task, dedup_key, subject_kind, subject_id, sentence, page, assignees, role, place
                  FROM mine
                 WHERE task IS NOT NULL
                    ON CONFLICT (outbox_id) DO UPDATE
                   SET state = 'OPEN',
                       sentence = excluded.sentence,
                       note = NULL,
                       done_by = NULL,
                       finished_at = NULL)
            UPDATE outbox AS o
               SET state = mine.state,
                   not_before = CASE WHEN mine.after IS NOT NULL
                                     THEN huiyin_now() + make_interval(secs => mine.after)
                                     WHEN mine.tomorrow
                                     THEN (date_trunc('day', huiyin_now() AT TIME ZONE 'Asia/Shanghai')
                                           + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
                                     ELSE o.not_before END,
                   claimed_until = CASE WHEN mine.state = 'WAITING' AND mine.after IS NULL AND NOT mine.tomorrow
                                        THEN o.claimed_until END,
                   call_open = false,
                   failures = o.failures + mine.failed,
                   attempt_started = CASE WHEN mine.doubt THEN o.attempt_started END,
                   unknown_since = CASE WHEN mine.doubt THEN coalesce(o.unknown_since, o.attempt_started) END,
                   grant_template = CASE WHEN mine.doubt THEN o.grant_template END,
                   channel = CASE WHEN mine.doubt THEN o.channel WHEN mine.state <> 'WAITING' THEN mine.channel END,
                   tried = CASE WHEN mine.not_reached IS NULL THEN o.tried
                                ELSE o.tried || jsonb_build_object(mine.channel, mine.not_reached) END,
                   last_error = left(mine.error, 300),
                   receipt = coalesce(mine.receipt, o.receipt),
                   finished_at = CASE WHEN mine.state <> 'WAITING' THEN huiyin_now() END
              FROM mine
             WHERE o.id = mine.id
            RETURNING mine.n, extract(epoch FROM huiyin_now() - o.due_at)::double precision AS late
            """;

    static Ending of(Job job, Settlement as, Optional<Task> task) {
        var given = task.orElse(null);
        var after = as.after();
        return new Ending(
                job.id(),
                job.attempts(),
                as.state().name(),
                as.grant().name(),
                after == null ? null : after.toMillis() / 1000.0,
                as.tomorrow(),
                as.failed() ? 1 : 0,
                as.doubt(),
                as.channel(),
                as.notReached(),
                as.error(),
                as.receipt(),
                given == null ? null : given.occasion(),
                given == null ? null : given.sentence(),
                given == null ? null : given.page(),
                given == null ? List.of() : given.assignees(),
                given == null ? null : given.role(),
                given == null ? null : given.place());
    }

    /** Answers how late each message is. */
    static UnlessHeld<Ending, Duration> statement(DatabaseClient database) {
        return new UnlessHeld<>(
                database,
                SQL,
                row -> Duration.ofMillis((long) (1000 * Objects.requireNonNull(row.get("late", Double.class)))));
    }
}
