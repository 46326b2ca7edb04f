package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.together.Together;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Claims what is due, so that each message is in one pair of hands; a dead worker's claims come back by themselves. */
@Component
public class Claims {

    /**
     * The number stands in the text and the ids in an array, so that every plan walks the index from its front and fetches
     * no more than that many rows, whatever PostgreSQL believes about the table.
     */
    private static final String CLAIM = """
            WITH hurrying AS (
                SELECT id
                  FROM outbox
                 WHERE state = 'WAITING'
                   AND urgent
                   AND not_before <= huiyin_now()
                 ORDER BY not_before, id
                 LIMIT :most
                   FOR UPDATE SKIP LOCKED),
            patient AS (
                SELECT id
                  FROM outbox
                 WHERE state = 'WAITING'
                   AND NOT urgent
                   AND not_before <= huiyin_now()
                 ORDER BY not_before, id
                 LIMIT :most
                   FOR UPDATE SKIP LOCKED)
            UPDATE outbox
               SET attempts = attempts + 1,
                   not_before = huiyin_now() + make_interval(secs => $1::double precision),
                   claimed_until = huiyin_now() + make_interval(secs => $1::double precision),
                   call_open = false
             WHERE id = ANY (ARRAY(
                       SELECT id
                         FROM (SELECT id, 1 AS turn FROM hurrying
                                UNION ALL
                               SELECT id, 2 AS turn FROM patient) AS due
                        ORDER BY turn
                        LIMIT :most))
            RETURNING id, attempts, street, occasion, dedup_key, parent, subject_kind, subject_id, recipient,
                      facts::text AS facts, failures, channel, attempt_started, unknown_since, tried::text AS tried,
                      due_at, huiyin_now() AS now
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String GIVE_BACK = """
            WITH mine AS (
                SELECT asked.n, asked.after, o.id
                  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id bigint, attempts integer, after double precision))
                       WITH ORDINALITY AS asked (id, attempts, after, n)
                  JOIN outbox AS o ON o.id = asked.id AND o.attempts = asked.attempts
                 WHERE o.state = 'WAITING'
                 ORDER BY o.id
                   FOR UPDATE OF o :held)
            UPDATE outbox AS o
               SET not_before = huiyin_now() + make_interval(secs => mine.after),
                   claimed_until = NULL
              FROM mine
             WHERE o.id = mine.id
            RETURNING mine.n
            """;

    private final DatabaseClient database;
    private final Together<Returned, Optional<Boolean>> giveBack;

    public Claims(DatabaseClient database) {
        this.database = database;
        this.giveBack =
                Together.of("messages.return", new UnlessHeld<Returned, Boolean>(database, GIVE_BACK, row -> true));
    }

    /** At most so many, the urgent ones first; ours for as long as the lease. */
    public Mono<List<Job>> claim(int most, Duration lease) {
        return database.sql(claim(most))
                .bind("$1", lease.toMillis() / 1000.0)
                .map(Claims::job)
                .all()
                .collectList();
    }

    static String claim(int most) {
        return CLAIM.replace(":most", Integer.toString(most));
    }

    /** Hands back what was claimed and not begun; after this long a claim is free to take it. */
    public Mono<Void> giveBack(Job job, Duration after) {
        return giveBack.ask(new Returned(job.id(), job.attempts(), after.toMillis() / 1000.0))
                .then();
    }

    private static Job job(Readable row) {
        return new Job(
                of(row, "id", Long.class),
                of(row, "attempts", Integer.class),
                of(row, "street", String.class),
                of(row, "occasion", String.class),
                of(row, "dedup_key", String.class),
                row.get("parent", Long.class),
                of(row, "subject_kind", String.class),
                of(row, "subject_id", String.class),
                row.get("recipient", Long.class),
                texts(of(row, "facts", String.class)),
                of(row, "failures", Integer.class),
                row.get("channel", String.class),
                instant(row, "attempt_started"),
                instant(row, "unknown_since"),
                texts(of(row, "tried", String.class)),
                Objects.requireNonNull(instant(row, "due_at")),
                Objects.requireNonNull(instant(row, "now")));
    }

    private static <T> T of(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private static @Nullable Instant instant(Readable row, String column) {
        var at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Map<String, String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }

    /** What goes back, as {@link #GIVE_BACK} reads it. */
    private record Returned(long id, int attempts, double after) {}
}
