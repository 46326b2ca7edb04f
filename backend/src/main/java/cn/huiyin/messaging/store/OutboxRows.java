package cn.huiyin.messaging.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

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
                       'facts', facts,
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
                       tried = '{}',
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
            SELECT audit_append('MESSAGE_SEND_AGAIN', $3, 'outbox/' || id, '{}')
              FROM again
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

    private static final Map<Move, String> MOVES = Map.of(Move.SEND_AGAIN, SEND_AGAIN, Move.GIVE_UP, GIVE_UP);

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

    /** Says whether its state allowed it; who did it is kept in the audit chain. */
    public Mono<Boolean> move(long id, Move move, Streets streets, long actor) {
        return with(database.sql(Objects.requireNonNull(MOVES.get(move))).bind("$1", id), "$2", streets)
                .bind("$3", actor)
                .map(row -> true)
                .first()
                .defaultIfEmpty(false);
    }

    public Mono<String> overview() {
        return database.sql(OVERVIEW)
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

    /** What an operator can do with a message. */
    public enum Move {
        /** From the beginning, by all channels. */
        SEND_AGAIN,
        GIVE_UP
    }

    /** A message as a list shows it: JSON. */
    public record Item(long id, String json) {}

    /** Whose messages somebody may see; all where nothing is said. */
    public record Streets(Optional<List<String>> only) {}
}
