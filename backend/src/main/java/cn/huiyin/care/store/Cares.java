package cn.huiyin.care.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.care.domain.Care;
import cn.huiyin.care.domain.Plan;
import cn.huiyin.care.domain.What;
import cn.huiyin.care.store.CareSeals.Said;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.privacy.Vault;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers cares; each change is one statement. */
@Repository
public class Cares {

    private static final String COLUMNS = """
            c.household, c.path, c.state, c.specialist, c.assigned_at, c.planned_at, c.reviewed_at, c.review_due, c.began_on,
            c.ended_on, c.version""";

    /** The newest first; a care is looked at for years, and a page of it is enough. */
    private static final String HISTORY = """
            SELECT seq, at, by, what, who, sealed
              FROM care_event
             WHERE household = :household
               AND seq < :before
             ORDER BY seq DESC
             LIMIT :limit
            """;

    private static final String PLAN = """
            SELECT seq, at, by, what, who, sealed,
                   (SELECT json_object_agg(m.part, m.state)
                      FROM content_mark m
                     WHERE m.subject_kind = 'care'
                       AND m.subject_id = :household)::text AS marks
              FROM care_event
             WHERE household = :household
               AND what IN ('PLANNED', 'REVIEWED')
               AND seq > (SELECT max(seq) FROM care_event WHERE household = :household AND what = 'BEGAN')
             ORDER BY seq DESC
             LIMIT 1
            """;

    /** What the household is to read is kept together with the promise that it will be checked, or not at all. */
    private static final String SAVE = """
            WITH asked AS (
                SELECT :doc::jsonb AS document),
            kept AS MATERIALIZED (
                SELECT care_save(document) AS saved, document -> 'writings' AS writings
                  FROM asked)
            SELECT saved, CASE WHEN saved THEN safety_append(writings) END AS promised
              FROM kept
            """;

    private static final TypeReference<Map<String, CheckState>> MARKS = new TypeReference<>() {};

    /** WeChat's word for where it is read. */
    private static final int COMMENT = 2;

    private final DatabaseClient database;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    public Cares(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** A care and the day it was read on. */
    public record Stored(Care care, String room, LocalDate today) {}

    /** One line of the history. */
    public record Event(
            int seq,
            Instant at,
            long by,
            What what,
            @Nullable Long who,
            Said said) {}

    public Mono<Stored> find(String household) {
        return database.sql("""
                        SELECT %s, h.room, (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today
                          FROM care c
                          JOIN counted_household h USING (household)
                         WHERE c.household = :household
                        """.formatted(COLUMNS))
                .bind("household", household)
                .map(row -> new Stored(care(row), text(row, "room"), day(row, "today")))
                .one();
    }

    static Care care(Readable row) {
        return new Care(
                text(row, "household"),
                text(row, "path"),
                text(row, "state").equals("OPEN"),
                row.get("specialist", Long.class),
                time(row, "assigned_at"),
                time(row, "planned_at"),
                time(row, "reviewed_at"),
                row.get("review_due", LocalDate.class),
                day(row, "began_on"),
                row.get("ended_on", LocalDate.class),
                requireNonNull(row.get("version", Integer.class)));
    }

    /** The plan that holds; {@code mark} says how far the check of its plain words is, null where they are free. */
    public record Planned(Event event, @Nullable CheckState mark) {}

    /** The plan that holds in what is open now; empty where there is none. */
    public Mono<Planned> plan(String household) {
        return database.sql(PLAN)
                .bind("household", household)
                .map(row -> planned(event(household, row), row.get("marks", String.class)))
                .one();
    }

    private Planned planned(Event event, @Nullable String marks) {
        Marks known = marks == null ? Marks.NONE : new Marks(json.readValue(marks, MARKS));
        Integer in = event.said().plannedIn();
        return new Planned(event, known.of(Marks.event(in == null ? event.seq() : in)));
    }

    public Mono<List<Event>> history(String household, int before, int limit) {
        return database.sql(HISTORY)
                .bind("household", household)
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> event(household, row))
                .all()
                .collectList();
    }

    private Event event(String household, Readable row) {
        int seq = requireNonNull(row.get("seq", Integer.class));
        return new Event(
                seq,
                requireNonNull(time(row, "at")),
                requireNonNull(row.get("by", Long.class)),
                What.valueOf(text(row, "what")),
                row.get("who", Long.class),
                CareSeals.open(vault, household, seq, row.get("sealed", String.class)));
    }

    /** Somebody reads the plan, or its reasons: the household sees it. */
    public Mono<Void> look(String household, long by, String role) {
        return database.sql("SELECT household_looked(:household, :by, :role, 'SERVICE', 'CARE')")
                .bind("household", household)
                .bind("by", by)
                .bind("role", role)
                .then();
    }

    /**
     * A step that was decided.
     *
     * @param care as it was read; its version is what is changed
     * @param specialist from then on
     * @param notices as {@code outbox_append} takes them
     */
    public record Step(
            Care care, What what, long by, Long specialist, LocalDate reviewDue, Said said, String notices) {}

    /** False where somebody else changed it first. */
    public Mono<Boolean> save(Step step, Repeat repeat, String answer) {
        String household = step.care().household();
        int seq = step.care().version() + 1;
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("household", household);
        document.put("version", step.care().version());
        document.put("what", step.what().name());
        document.put("by", step.by());
        document.put("specialist", step.specialist());
        document.put("reviewDue", step.reviewDue().toString());
        document.put("sealed", CareSeals.seal(vault, household, seq, step.said()));
        document.put("notices", json.readTree(step.notices()));
        document.put("writings", writings(step, seq));
        if (repeat.key() != null) {
            document.put(
                    "repeat",
                    Map.of(
                            "caller", repeat.caller(),
                            "key", repeat.key(),
                            "fingerprint", repeat.fingerprint(),
                            "etag", "\"%d\"".formatted(seq),
                            "body", answer));
        }
        return database.sql(SAVE)
                .bind("doc", json.writeValueAsString(document))
                .map(row -> requireNonNull(row.get("saved", Boolean.class)))
                .one();
    }

    /** What the household reads of a plan; what staff write for each other stays in the house. */
    private static List<Map<String, Object>> writings(Step step, int seq) {
        Plan plan = step.said().plan();
        if (plan == null || step.said().plannedIn() != null) {
            return List.of();
        }
        PlacePath path = new PlacePath(step.care().path());
        return List.of(Map.of(
                "street", path.street().value(),
                "place", path.value(),
                "subject_kind", "care",
                "subject_id", step.care().household(),
                "part", Marks.event(seq),
                "author", step.by(),
                "by_staff", true,
                "scene", COMMENT,
                "words", plan.plain()));
    }

    static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }

    private static LocalDate day(Readable row, String column) {
        return requireNonNull(row.get(column, LocalDate.class));
    }

    private static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
