package cn.huiyin.safety.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.safety.domain.Step.Await;
import cn.huiyin.safety.domain.Step.Later;
import cn.huiyin.safety.domain.Step.Settle;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks under way: claimed by one, settled once. A dead worker's claims come back by themselves when their lease ends. */
@Component
public class Checks {

    private static final String JOB = """
            id, attempts, street, place, subject_id, author, by_staff, scene, words, media, failures, submitted,
                      created_at, huiyin_now() AS now
            """;

    /** The number stands in the text, so that every plan walks the index from its front and no further. */
    private static final String CLAIM = """
            UPDATE content_check
               SET attempts = attempts + 1,
                   not_before = huiyin_now() + make_interval(secs => $1::double precision)
             WHERE id = ANY (ARRAY(
                       SELECT id
                         FROM content_check
                        WHERE state = 'PENDING'
                          AND not_before <= huiyin_now()
                        ORDER BY not_before, id
                        LIMIT :most
                          FOR UPDATE SKIP LOCKED))
            RETURNING\s""" + JOB;

    /** Its token is the one that fits any claim: WeChat's own event counts, whoever is busy with the check. */
    private static final String PENDING = "SELECT "
            + JOB.replace("attempts", Job.ANY_CLAIM + " AS attempts")
            + " FROM content_check WHERE id = $1 AND state = 'PENDING'";

    /** A photo that is doubted is hidden, and whoever must look is told, or none of it. */
    private static final String SETTLE = """
            WITH settled AS (
                UPDATE content_check
                   SET state = $3,
                       suggest = $4,
                       label = $5,
                       why = $6,
                       words = CASE WHEN $3 = 'PASSED' THEN NULL ELSE words END,
                       version = version + 1,
                       finished_at = huiyin_now()
                 WHERE id = $1
                   AND $2 IN (attempts, -1)
                   AND state = 'PENDING'
                RETURNING media)
            SELECT CASE WHEN $3 = 'HELD' AND media IS NOT NULL THEN media_hide(media, true) END AS hidden,
                   outbox_append($7::jsonb) AS told
              FROM settled
            """;

    private static final String LATER = """
            UPDATE content_check
               SET failures = failures + 1,
                   why = $4,
                   not_before = huiyin_now() + make_interval(secs => $3::double precision)
             WHERE id = $1
               AND $2 IN (attempts, -1)
               AND state = 'PENDING'
            """;

    private static final String AWAIT = """
            WITH handed AS (
                UPDATE content_check
                   SET submitted = submitted + 1,
                       failures = 0,
                       why = NULL,
                       not_before = huiyin_now() + make_interval(secs => $3::double precision)
                 WHERE id = $1
                   AND $2 IN (attempts, -1)
                   AND state = 'PENDING'
                RETURNING id)
            INSERT INTO content_trace (trace_id, check_id)
            SELECT $4, id FROM handed
                ON CONFLICT (trace_id) DO UPDATE
               SET check_id = excluded.check_id
            RETURNING trace_id, check_id, errcode, suggest, label
            """;

    private static final String HEARD = """
            INSERT INTO content_trace (trace_id, errcode, suggest, label)
            VALUES ($1, $2, $3, $4)
                ON CONFLICT (trace_id) DO UPDATE
               SET errcode = excluded.errcode, suggest = excluded.suggest, label = excluded.label
            RETURNING trace_id, check_id, errcode, suggest, label
            """;

    private final DatabaseClient database;
    private final Outbox outbox;

    public Checks(DatabaseClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** At most so many that are due, ours for as long as the lease. */
    public Mono<List<Job>> claim(int most, Duration lease) {
        return database.sql(CLAIM.replace(":most", Integer.toString(most)))
                .bind("$1", seconds(lease))
                .map(Checks::job)
                .all()
                .collectList();
    }

    /** As it is now; empty where it is settled. */
    public Mono<Job> pending(long id) {
        return database.sql(PENDING).bind("$1", id).map(Checks::job).one();
    }

    /** False where somebody else was quicker. */
    public Mono<Boolean> settle(Job job, Settle as, List<Notice> notices) {
        return Mono.fromSupplier(() -> outbox.json(notices))
                .flatMap(told -> database.sql(SETTLE)
                        .bind("$1", job.id())
                        .bind("$2", job.attempts())
                        .bind("$3", as.state().name())
                        .bind(
                                "$4",
                                text(as.suggest() == null ? null : as.suggest().name()))
                        .bind("$5", Parameters.in(R2dbcType.INTEGER, as.label()))
                        .bind("$6", text(as.why()))
                        .bind("$7", told)
                        .map(row -> true)
                        .one()
                        .defaultIfEmpty(false));
    }

    public Mono<Void> later(Job job, Later as) {
        return database.sql(LATER)
                .bind("$1", job.id())
                .bind("$2", job.attempts())
                .bind("$3", seconds(as.after()))
                .bind("$4", as.why())
                .then();
    }

    /** It was handed in. Where WeChat's event came before, it stands in the answer. */
    public Mono<Trace> await(Job job, Await as) {
        return database.sql(AWAIT)
                .bind("$1", job.id())
                .bind("$2", job.attempts())
                .bind("$3", seconds(as.atMost()))
                .bind("$4", as.traceId())
                .map(Checks::trace)
                .one();
    }

    /** WeChat's event: kept, whether we know the trace yet or not. */
    public Mono<Trace> heard(String traceId, int errcode, @Nullable String suggest, int label) {
        return database.sql(HEARD)
                .bind("$1", traceId)
                .bind("$2", errcode)
                .bind("$3", text(suggest))
                .bind("$4", label)
                .map(Checks::trace)
                .one();
    }

    /**
     * What is known under a trace.
     *
     * @param check null until our own call was answered
     * @param errcode null until the event came
     */
    public record Trace(
            String id,
            @Nullable Long check,
            @Nullable Integer errcode,
            @Nullable String suggest,
            @Nullable Integer label) {}

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Trace trace(Readable row) {
        return new Trace(
                of(row, "trace_id", String.class),
                row.get("check_id", Long.class),
                row.get("errcode", Integer.class),
                row.get("suggest", String.class),
                row.get("label", Integer.class));
    }

    private static Job job(Readable row) {
        return new Job(
                of(row, "id", Long.class),
                of(row, "attempts", Integer.class),
                of(row, "street", String.class),
                of(row, "place", String.class),
                of(row, "subject_id", String.class),
                new AccountId(of(row, "author", Long.class)),
                of(row, "by_staff", Boolean.class),
                of(row, "scene", Integer.class),
                row.get("words", String.class),
                row.get("media", String.class),
                of(row, "failures", Integer.class),
                of(row, "submitted", Integer.class),
                instant(row, "created_at"),
                instant(row, "now"));
    }

    private static <T> T of(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }

    private static Instant instant(Readable row, String column) {
        return of(row, column, OffsetDateTime.class).toInstant();
    }

    /** For the gauges. */
    public Mono<Depth> depth() {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE state = 'PENDING') AS pending,
                               coalesce(extract(epoch FROM huiyin_now() - min(created_at) FILTER (WHERE state = 'PENDING')), 0)::bigint AS oldest,
                               count(*) FILTER (WHERE state IN ('HELD', 'HUMAN')) AS human
                          FROM content_check
                         WHERE state IN ('PENDING', 'HELD', 'HUMAN')
                        """)
                .map(row -> new Depth(
                        of(row, "pending", Long.class),
                        Duration.ofSeconds(of(row, "oldest", Long.class)),
                        of(row, "human", Long.class)))
                .one();
    }

    /** How much is under way, since when the oldest, and how much waits for a human. */
    public record Depth(long pending, Duration oldest, long human) {}
}
