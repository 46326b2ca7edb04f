package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Decision;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Known;
import cn.huiyin.messaging.domain.Route;
import cn.huiyin.together.Together;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What must be known to route messages, and what was decided. Each step only by whoever claimed the message last. */
@Component
public class Routes {

    /** Nobody has more templates; and nobody's heap is counted further. */
    private static final String KNOWN = """
            SELECT asked.n,
                   c.miniapp_openid,
                   c.mp_openid,
                   p.quiet_from,
                   p.quiet_to,
                   coalesce(p.daily, false) AS daily,
                   coalesce(p.left_out, '{}') AS left_out,
                   ARRAY(SELECT g.template_id
                           FROM message_grant AS g
                          WHERE g.account = o.recipient
                            AND g.remaining > 0
                          LIMIT 100) AS granted,
                   ARRAY(SELECT template_id FROM stopped_template LIMIT 100) AS stopped,
                   CASE WHEN w.tapped_until > huiyin_now() THEN w.tapped_left ELSE 0 END
                       + CASE WHEN w.wrote_until > huiyin_now() THEN w.wrote_left ELSE 0 END AS answers_left,
                   b.account IS NOT NULL AS employee,
                   CASE WHEN t.day = (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date
                        THEN cardinality(t.ids) ELSE 0 END AS today,
                   t.day = (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AND o.id = ANY (t.ids) AS counted,
                   o.held,
                   CASE WHEN o.held IS NULL THEN 0
                        ELSE (SELECT count(*)
                                FROM (SELECT 1
                                        FROM outbox AS h
                                       WHERE h.recipient = o.recipient
                                         AND h.state = 'WAITING'
                                         AND h.held IN ('QUIET', 'DAILY', 'LIMIT')
                                         AND h.held_until <= huiyin_now()
                                         AND h.subject_kind <> 'summary'
                                         AND NOT h.urgent
                                         AND h.attempt_started IS NULL
                                       LIMIT 500) AS heap)
                   END::integer AS together,
                   huiyin_now() AS now
              FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS asked (id, attempts, n)
              JOIN outbox AS o
                ON o.id = asked.id
               AND o.attempts = asked.attempts
               AND o.state = 'WAITING'
              LEFT JOIN account_contacts($3::bigint[]) AS c ON c.id = o.recipient
              LEFT JOIN message_preference AS p ON p.account = o.recipient
              LEFT JOIN message_today AS t ON t.account = o.recipient
              LEFT JOIN employee_binding AS b ON b.account = o.recipient
              LEFT JOIN service_window AS w ON w.mp_openid = c.mp_openid
            """;

    /**
     * Takes a place among those of the day, at most so many; a message that has one keeps it. Whoever else counts for the
     * same person waits at their row, and goes by what is there then.
     */
    private static final String OUT = """
            WITH mine AS (
                SELECT asked.*, o.recipient
                  FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
                                  AS (id bigint, attempts integer, decisions jsonb, owed boolean, most integer))
                       WITH ORDINALITY AS asked (id, attempts, decisions, owed, most, n)
                  JOIN outbox AS o ON o.id = asked.id AND o.attempts = asked.attempts
                 WHERE o.state = 'WAITING'
                 ORDER BY o.id
                   FOR UPDATE OF o :held),
            today AS (
                SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS day),
            counted AS (
                SELECT account, day, ids
                  FROM message_today
                 WHERE account IN (SELECT recipient FROM mine WHERE most IS NOT NULL)
                 ORDER BY account
                   FOR UPDATE),
            seen AS (
                SELECT mine.*,
                       today.day,
                       CASE WHEN c.day = today.day THEN cardinality(c.ids) ELSE 0 END AS used,
                       most IS NOT NULL AND NOT coalesce(c.day = today.day AND mine.id = ANY (c.ids), false) AS takes
                  FROM mine
                 CROSS JOIN today
                  LEFT JOIN counted AS c ON c.account = mine.recipient),
            verdict AS (
                SELECT *,
                       NOT takes
                           OR used + row_number() OVER (PARTITION BY recipient, takes ORDER BY n) <= most AS kept
                  FROM seen),
            placed AS (
                INSERT INTO message_today AS t (account, day, ids)
                SELECT recipient, day, array_agg(id ORDER BY id)
                  FROM verdict
                 WHERE kept
                   AND takes
                 GROUP BY recipient, day
                 ORDER BY recipient
                    ON CONFLICT (account) DO UPDATE
                   SET day = excluded.day,
                       ids = CASE WHEN t.day < excluded.day THEN excluded.ids ELSE t.ids || excluded.ids END),
            written AS (
                UPDATE outbox AS o
                   SET route = route_with(o.route, v.decisions),
                       owed = v.owed
                  FROM verdict AS v
                 WHERE o.id = v.id
                   AND v.kept)
            SELECT n, CASE WHEN kept THEN 'KEPT' ELSE 'OVER_THE_LIMIT' END AS said
              FROM verdict
            """;

    private static final String HELD = """
            WITH mine AS (
                SELECT asked.*
                  FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
                                  AS (id bigint, attempts integer, decisions jsonb, owed boolean, until timestamptz,
                                      why text))
                       WITH ORDINALITY AS asked (id, attempts, decisions, owed, until, why, n)
                  JOIN outbox AS o ON o.id = asked.id AND o.attempts = asked.attempts
                 WHERE o.state = 'WAITING'
                 ORDER BY o.id
                   FOR UPDATE OF o :held)
            UPDATE outbox AS o
               SET not_before = mine.until,
                   claimed_until = NULL,
                   held_until = mine.until,
                   held = mine.why,
                   owed = mine.owed,
                   route = route_with(o.route, mine.decisions)
              FROM mine
             WHERE o.id = mine.id
            RETURNING mine.n
            """;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter A_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(SHANGHAI);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;
    private final Together<Job, Optional<Known>> known;
    private final Together<Outgoing, Optional<Said>> out;
    private final Together<Waiting, Optional<Boolean>> held;

    public Routes(DatabaseClient database) {
        this.database = database;
        this.known = Together.of("messages.known", this::ofAll);
        this.out = Together.of(
                "messages.out", new UnlessHeld<>(database, OUT, row -> Said.valueOf(row.get("said", String.class))));
        this.held = Together.of("messages.held", new UnlessHeld<Waiting, Boolean>(database, HELD, row -> true));
    }

    /** What must be known to route this message; nothing where it is in other hands by now. */
    public Mono<Known> known(Job job) {
        return known.ask(job).flatMap(Mono::justOrEmpty);
    }

    /** Keeps why it goes out this way, and counts it among those of the day where it counts. */
    public Mono<Said> out(Job job, Route.Out route) {
        var kept = route.kept();
        return out.ask(new Outgoing(job.id(), job.attempts(), rows(route.decisions()), kept.owed(), kept.limit()))
                .map(said -> said.orElse(Said.NOT_OURS));
    }

    /** Not before then, and why. */
    public Mono<Void> held(Job job, Route.Held route) {
        return held.ask(new Waiting(
                        job.id(),
                        job.attempts(),
                        rows(route.decisions()),
                        route.owed(),
                        A_TIME.format(route.until()),
                        route.why().name()))
                .then();
    }

    /** Makes one message of all that was held for its person; says of how many. */
    public Mono<Integer> summarised(Job job, String occasion, Route.Summarised route) {
        return database.sql("SELECT outbox_summarise($1, $2, $3, $4::jsonb) AS told")
                .bind("$1", job.id())
                .bind("$2", job.attempts())
                .bind("$3", occasion)
                .bind("$4", JSON.writeValueAsString(rows(route.decisions())))
                .map(row -> Objects.requireNonNull(row.get("told", Integer.class)))
                .one();
    }

    private Mono<List<Optional<Known>>> ofAll(List<Job> jobs) {
        return database.sql(KNOWN)
                .bind("$1", jobs.stream().map(Job::id).toArray(Long[]::new))
                .bind("$2", jobs.stream().map(Job::attempts).toArray(Integer[]::new))
                .bind(
                        "$3",
                        jobs.stream()
                                .map(Job::recipient)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(Long[]::new))
                .map(row -> Map.entry((int) (Objects.requireNonNull(row.get("n", Long.class)) - 1), known(row)))
                .all()
                .collect(
                        () -> new ArrayList<>(Collections.nCopies(jobs.size(), Optional.<Known>empty())),
                        (answers, found) -> answers.set(found.getKey(), Optional.of(found.getValue())))
                .map(answers -> answers);
    }

    private static Known known(Readable row) {
        return new Known(
                row.get("miniapp_openid", String.class),
                row.get("mp_openid", String.class),
                texts(row, "granted"),
                texts(row, "stopped"),
                Objects.requireNonNullElse(row.get("answers_left", Integer.class), 0),
                Boolean.TRUE.equals(row.get("employee", Boolean.class)),
                Preferences.preference(row),
                Objects.requireNonNullElse(row.get("today", Integer.class), 0),
                Boolean.TRUE.equals(row.get("counted", Boolean.class)),
                held(row.get("held", String.class)),
                Objects.requireNonNullElse(row.get("together", Integer.class), 0),
                now(row));
    }

    private static Known.@Nullable Held held(@Nullable String held) {
        return held == null ? null : Known.Held.valueOf(held);
    }

    private static Instant now(Readable row) {
        return Objects.requireNonNull(row.get("now", OffsetDateTime.class)).toInstant();
    }

    private static Set<String> texts(Readable row, String column) {
        var texts = row.get(column, String[].class);
        return texts == null ? Set.of() : Set.copyOf(Arrays.asList(texts));
    }

    private static List<Row> rows(List<Decision> decisions) {
        return decisions.stream().map(Row::of).toList();
    }

    /** Was it ours, and within the limit? */
    public enum Said {
        KEPT,
        OVER_THE_LIMIT,
        NOT_OURS
    }

    /** What goes out, as {@link #OUT} reads it. */
    @SuppressWarnings("UnusedVariable")
    private record Outgoing(
            long id,
            int attempts,
            List<Row> decisions,
            boolean owed,
            @Nullable Integer most) {}

    /** What waits, as {@link #HELD} reads it. */
    @SuppressWarnings("UnusedVariable")
    private record Waiting(long id, int attempts, List<Row> decisions, boolean owed, String until, String why) {}

    /** A decision as it is kept and shown. */
    @SuppressWarnings("UnusedVariable")
    private record Row(String at, @Nullable String channel, String decision, String reason) {

        static Row of(Decision decision) {
            return new Row(
                    A_TIME.format(decision.at()),
                    decision.channel(),
                    decision.decision().name(),
                    decision.reason());
        }
    }
}
