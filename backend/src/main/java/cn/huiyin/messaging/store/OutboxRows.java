package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Mending;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as an operator sees it. Answers are JSON as it is shown. */
@Component
public class OutboxRows {

    /** Everything but the facts, which a list does not need and which may name people. */
    private static final String SHOWN = """
            'id', id::text,
            'occasion', occasion,
            'street', street,
            'subjectKind', subject_kind,
            'subjectId', subject_id,
            'recipient', recipient::text,
            'state', state,
            'urgent', urgent,
            'channel', channel,
            'attempts', attempts,
            'failures', failures,
            'lastError', last_error,
            'dueAt', shown_time(due_at),
            'notBefore', shown_time(not_before),
            'finishedAt', shown_time(finished_at)
            """;

    private static final String PAGE = """
            SELECT id,
                   json_build_object(
            """ + SHOWN + """
                   )::text AS item
              FROM outbox
             WHERE state = $1
               AND ($2::text IS NULL OR occasion = $2)
               AND ($3::text[] IS NULL OR street = ANY ($3))
               AND id < $4
             ORDER BY id DESC
             LIMIT $5
            """;

    /** Without the words that somebody wrote: whether others may read them is for the content check to say. */
    private static final String ONE = """
            SELECT json_build_object(
            """ + SHOWN + """
                       , 'dedupKey', dedup_key,
                       'parent', parent::text,
                       'tried', tried,
                       'route', route,
                       'held', held,
                       'heldUntil', shown_time(held_until),
                       'summary', (SELECT other.id::text
                                     FROM outbox AS other
                                    WHERE other.subject_kind = 'summary'
                                      AND other.dedup_key = 'summary/' || outbox.summary),
                       'facts', facts - 'note',
                       'receipt', receipt,
                       'fate', fate,
                       'fateReason', fate_reason,
                       'fateAt', shown_time(fate_at),
                       'unknownSince', shown_time(unknown_since),
                       'createdAt', shown_time(created_at))::text AS body
              FROM outbox
             WHERE id = $1
               AND ($2::text[] IS NULL OR street = ANY ($2))
            """;

    private static final String SEND_AGAIN = """
            WITH again AS (
                UPDATE outbox
                   SET state = 'WAITING',
                       not_before = huiyin_now(),
                       failures = 0,
                       channel = NULL,
                       attempt_started = NULL,
                       unknown_since = NULL,
                       grant_template = NULL,
                       claimed_until = NULL,
                       call_open = false,
                       facts = facts || $4::jsonb,
                       tried = $5::jsonb,
                       held = NULL,
                       held_until = NULL,
                       finished_at = NULL
                 WHERE id = $1
                   AND ($2::text[] IS NULL OR street = ANY ($2))
                   AND state = 'DEAD'
                RETURNING id),
            task AS (
                UPDATE todo
                   SET state = 'WITHDRAWN',
                       note = '已重新发送',
                       finished_at = huiyin_now()
                 WHERE outbox_id IN (SELECT id FROM again)
                   AND state = 'OPEN')
            SELECT audit_append('MESSAGE_SEND_AGAIN', $3, 'outbox/' || id, $6)
              FROM again
            """;

    private static final String SEND_ALL_AGAIN = """
            WITH chosen AS (
                SELECT id
                  FROM outbox
                 WHERE state = 'DEAD'
                   AND occasion = $1
                   AND starts_with(coalesce(last_error, ''), $2)
                   AND ($3::text[] IS NULL OR street = ANY ($3))
                 ORDER BY id
                 LIMIT $4
                   FOR UPDATE SKIP LOCKED),
            again AS (
                UPDATE outbox AS o
                   SET state = 'WAITING',
                       not_before = huiyin_now(),
                       failures = 0,
                       channel = NULL,
                       attempt_started = NULL,
                       unknown_since = NULL,
                       grant_template = NULL,
                       claimed_until = NULL,
                       call_open = false,
                       tried = '{}',
                       held = NULL,
                       held_until = NULL,
                       finished_at = NULL
                  FROM chosen
                 WHERE o.id = chosen.id
                RETURNING o.id),
            task AS (
                UPDATE todo
                   SET state = 'WITHDRAWN',
                       note = '已重新发送',
                       finished_at = huiyin_now()
                 WHERE outbox_id IN (SELECT id FROM again)
                   AND state = 'OPEN'),
            counted AS (
                SELECT count(*) AS moved
                  FROM again)
            SELECT moved,
                   CASE WHEN moved > 0
                        THEN audit_append('MESSAGES_SEND_AGAIN', $5, 'outbox',
                                          jsonb_build_object('occasion', $1::text, 'error', $2::text, 'messages', moved)::text)
                   END
              FROM counted
            """;

    private static final String GIVE_UP = """
            WITH given AS (
                UPDATE outbox
                   SET state = 'WITHDRAWN',
                       last_error = concat_ws('; ', 'given up by an operator', last_error),
                       finished_at = huiyin_now()
                 WHERE id = $1
                   AND ($2::text[] IS NULL OR street = ANY ($2))
                   AND state IN ('DEAD', 'WAITING')
                RETURNING id)
            SELECT audit_append('MESSAGE_GIVE_UP', $3, 'outbox/' || id, '{}')
              FROM given
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String OVERVIEW = """
            SELECT json_build_object(
                       'due', (SELECT count(*)
                                 FROM (SELECT 1
                                         FROM outbox
                                        WHERE state = 'WAITING'
                                          AND not_before <= huiyin_now()
                                        LIMIT 10000) AS due),
                       'oldestDueSeconds', (SELECT coalesce(extract(epoch FROM huiyin_now() - min(due_at)), 0)::bigint
                                              FROM (SELECT due_at
                                                      FROM outbox
                                                     WHERE state = 'WAITING'
                                                       AND not_before <= huiyin_now()
                                                     LIMIT 10000) AS due),
                       'urgentDue', (SELECT count(*)
                                       FROM (SELECT 1
                                               FROM outbox
                                              WHERE state = 'WAITING'
                                                AND urgent
                                                AND not_before <= huiyin_now()
                                              LIMIT 10000) AS due),
                       'breakers', (SELECT coalesce(json_agg(json_build_object(
                                               'channel', key,
                                               'state', value) ORDER BY key), '[]')
                                      FROM jsonb_each_text($1::jsonb)),
                       'quotas', (SELECT coalesce(json_agg(json_build_object(
                                             'channel', channel,
                                             'used', used,
                                             'exhausted', exhausted) ORDER BY channel), '[]')
                                    FROM message_quota
                                   WHERE day = (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date),
                       'dead', (SELECT count(*)
                                  FROM (SELECT 1
                                          FROM outbox
                                         WHERE state = 'DEAD'
                                         LIMIT 10000) AS dead),
                       'lastDay', (SELECT coalesce(json_agg(json_build_object(
                                              'state', state,
                                              'channel', channel,
                                              'count', messages) ORDER BY state, channel), '[]')
                                     FROM (SELECT state, channel, count(*) AS messages
                                             FROM outbox
                                            WHERE finished_at > huiyin_now() - interval '1 day'
                                            GROUP BY state, channel) AS counted),
                       'grantsDiffering', (SELECT count(*)
                                             FROM (SELECT 1
                                                     FROM message_grant
                                                    WHERE reported <> confirmed
                                                    LIMIT 10000) AS differing),
                       'grantsLeft', (SELECT coalesce(json_agg(json_build_object(
                                                 'templateId', template_id,
                                                 'count', remaining) ORDER BY template_id), '[]')
                                        FROM (SELECT template_id, sum(remaining) AS remaining
                                                FROM message_grant
                                               GROUP BY template_id
                                               LIMIT 100) AS held),
                       'stoppedTemplates', (SELECT coalesce(json_agg(json_build_object(
                                                       'templateId', template_id,
                                                       'key', template_key,
                                                       'reason', reason,
                                                       'stoppedAt', shown_time(stopped_at)) ORDER BY stopped_at), '[]')
                                              FROM stopped_template))::text AS body
            """;

    private final DatabaseClient database;

    public OutboxRows(DatabaseClient database) {
        this.database = database;
    }

    /** The newest first, from below {@code before} on. */
    public Mono<List<Item>> page(String state, @Nullable String occasion, Streets streets, long before, int size) {
        return with(maybe(database.sql(PAGE).bind("$1", state), "$2", occasion), "$3", streets)
                .bind("$4", before)
                .bind("$5", (long) size)
                .map(row -> new Item(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        Objects.requireNonNull(row.get("item", String.class))))
                .all()
                .collectList();
    }

    public Mono<String> find(long id, Streets streets) {
        return with(database.sql(ONE).bind("$1", id), "$2", streets)
                .map(row -> Objects.requireNonNull(row.get("body", String.class)))
                .one();
    }

    /** Says whether its state allowed it; who did it is kept in the audit chain, with the names of what was mended. */
    public Mono<Boolean> sendAgain(long id, Mending mending, Streets streets, long actor) {
        return done(with(database.sql(SEND_AGAIN).bind("$1", id), "$2", streets)
                .bind("$3", actor)
                .bind("$4", JSON.writeValueAsString(mending.asFacts()))
                .bind("$5", JSON.writeValueAsString(mending.asTried()))
                .bind(
                        "$6",
                        JSON.writeValueAsString(
                                Map.of("mended", mending.facts().keySet(), "skipped", mending.skip()))));
    }

    /** The same. */
    public Mono<Boolean> giveUp(long id, Streets streets, long actor) {
        return done(with(database.sql(GIVE_UP).bind("$1", id), "$2", streets).bind("$3", actor));
    }

    /**
     * The oldest dead letters of one occasion whose error begins like this, from the beginning, by all channels. Says how
     * many; one line in the audit chain.
     */
    public Mono<Long> sendAllAgain(String occasion, String error, int most, Streets streets, long actor) {
        return with(database.sql(SEND_ALL_AGAIN).bind("$1", occasion).bind("$2", error), "$3", streets)
                .bind("$4", (long) most)
                .bind("$5", actor)
                .map(row -> Objects.requireNonNull(row.get("moved", Long.class)))
                .one();
    }

    private static Mono<Boolean> done(GenericExecuteSpec statement) {
        return statement.map(row -> true).first().defaultIfEmpty(false);
    }

    /** @param breakers by channel, as this node knows them */
    public Mono<String> overview(Map<String, String> breakers) {
        return database.sql(OVERVIEW)
                .bind("$1", JSON.writeValueAsString(breakers))
                .map(row -> Objects.requireNonNull(row.get("body", String.class)))
                .one();
    }

    private static GenericExecuteSpec maybe(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    private static GenericExecuteSpec with(GenericExecuteSpec statement, String name, Streets streets) {
        return streets.only()
                .map(only -> statement.bind(name, only.toArray(String[]::new)))
                .orElseGet(() -> statement.bindNull(name, String[].class));
    }

    /** A message as a list shows it: JSON. */
    public record Item(long id, String json) {}

    /** Whose messages somebody may see; all where nothing is said. */
    public record Streets(Optional<List<String>> only) {}
}
