package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.store.Steps.Allowance;
import cn.huiyin.messaging.store.Steps.Begun;
import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;

/** A call that is about to be made, as {@link #SQL} reads it. */
record Beginning(
        long id,
        int attempts,
        double lease,
        String channel,
        String template,
        boolean needs_grant,
        boolean hurries,
        long most) {

    /**
     * In this order: whoever comes first in the statement gets the last grant; a person's earlier message and a call to
     * them that is under way go before, whichever node holds them.
     */
    private static final String SQL = """
            WITH mine AS (
                SELECT asked.*, o.recipient, o.grant_template, o.due_at
                  FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
                                  AS (id bigint, attempts integer, lease double precision, channel text, template text,
                                      needs_grant boolean, hurries boolean, most bigint))
                       WITH ORDINALITY AS asked (id, attempts, lease, channel, template, needs_grant, hurries, most, n)
                  JOIN outbox AS o ON o.id = asked.id AND o.attempts = asked.attempts
                 WHERE o.state = 'WAITING'
                 ORDER BY o.id
                   FOR UPDATE OF o :held),
            seen AS (
                SELECT mine.*,
                       EXISTS (SELECT FROM stopped_template AS s WHERE s.template_id = mine.template) AS stopped,
                       EXISTS (SELECT
                                 FROM outbox AS other
                                WHERE other.recipient = mine.recipient
                                  AND other.state = 'WAITING'
                                  AND other.claimed_until > huiyin_now()
                                  AND other.id <> mine.id
                                  AND (other.call_open OR (other.due_at, other.id) < (mine.due_at, mine.id))) AS busy,
                       needs_grant AND grant_template IS DISTINCT FROM template AS spends
                  FROM mine),
            purse AS (
                SELECT account, template_id, remaining
                  FROM message_grant
                 WHERE (account, template_id) IN (SELECT recipient, template
                                                    FROM seen
                                                   WHERE spends AND NOT stopped AND NOT busy)
                 ORDER BY account, template_id
                   FOR UPDATE),
            ranked AS (
                SELECT *, row_number() OVER (PARTITION BY recipient, template, spends AND NOT stopped AND NOT busy
                                             ORDER BY n) AS turn
                  FROM seen),
            granted AS (
                SELECT r.*,
                       CASE WHEN stopped THEN 'TEMPLATE_STOPPED'
                            WHEN busy THEN 'BUSY'
                            WHEN spends AND turn > coalesce(p.remaining, 0) THEN 'NO_GRANT'
                            ELSE 'BEGUN' END AS said
                  FROM ranked AS r
                  LEFT JOIN purse AS p ON p.account = r.recipient AND p.template_id = r.template),
            today AS (
                SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS day),
            quota AS (
                SELECT channel, used, exhausted
                  FROM message_quota
                 WHERE day = (SELECT day FROM today)
                   AND channel IN (SELECT channel FROM granted WHERE said = 'BEGUN')
                 ORDER BY channel
                   FOR UPDATE),
            lined_up AS (
                SELECT *, row_number() OVER (PARTITION BY channel, said ORDER BY hurries DESC, n) AS place
                  FROM granted),
            verdict AS (
                SELECT l.n, l.id, l.lease, l.channel, l.template, l.recipient, l.needs_grant, l.spends,
                       CASE WHEN l.said = 'BEGUN'
                             AND (coalesce(q.used, 0) + l.place > l.most OR q.exhausted AND NOT l.hurries)
                            THEN 'QUOTA'
                            ELSE l.said END AS said
                  FROM lined_up AS l
                  LEFT JOIN quota AS q ON q.channel = l.channel),
            counted AS (
                INSERT INTO message_quota AS q (channel, day, used)
                SELECT channel, day, count(*)
                  FROM verdict
                 CROSS JOIN today
                 WHERE said = 'BEGUN'
                 GROUP BY channel, day
                 ORDER BY channel
                    ON CONFLICT (channel, day) DO UPDATE
                   SET used = q.used + excluded.used),
            spent AS (
                UPDATE message_grant AS g
                   SET remaining = g.remaining - s.count,
                       changed_at = huiyin_now()
                  FROM (SELECT recipient, template, count(*) AS count
                          FROM verdict
                         WHERE said = 'BEGUN'
                           AND spends
                         GROUP BY recipient, template) AS s
                 WHERE g.account = s.recipient
                   AND g.template_id = s.template),
            begun AS (
                UPDATE outbox AS o
                   SET unknown_since = CASE WHEN attempt_started IS NULL THEN NULL
                                            ELSE coalesce(unknown_since, attempt_started) END,
                       channel = v.channel,
                       attempt_started = huiyin_now(),
                       call_open = true,
                       grant_template = CASE WHEN v.needs_grant THEN v.template END,
                       not_before = huiyin_now() + make_interval(secs => v.lease),
                       claimed_until = huiyin_now() + make_interval(secs => v.lease)
                  FROM verdict AS v
                 WHERE o.id = v.id
                   AND v.said = 'BEGUN')
            SELECT n, said
              FROM verdict
            """;

    static Beginning of(
            Job job, Duration lease, String channel, String templateId, boolean needsGrant, Allowance allowance) {
        return new Beginning(
                job.id(),
                job.attempts(),
                lease.toMillis() / 1000.0,
                channel,
                templateId,
                needsGrant,
                allowance.hurries(),
                allowance.most());
    }

    static UnlessHeld<Beginning, Begun> statement(DatabaseClient database) {
        return new UnlessHeld<>(
                database, SQL, row -> Begun.valueOf(Objects.requireNonNull(row.get("said", String.class))));
    }
}
