package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Scope;
import cn.huiyin.oversight.domain.LookedBack;
import cn.huiyin.oversight.domain.Rectification;
import cn.huiyin.oversight.domain.RectificationMove;
import cn.huiyin.oversight.domain.RectificationState;
import cn.huiyin.privacy.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Remembers rectification notices and look-backs. */
@Repository
public class Rectifications {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String COLUMNS = """
            r.no, r.visit, r.path, r.state, r.issued_at, r.issued_by, r.days, r.due_at, r.answered_at, r.times_back, r.version,
            EXISTS (SELECT FROM look_back_item i WHERE i.no = r.no AND i.result IS NULL) AS look_back, huiyin_now() AS now""";

    private static final String PAGE = """
            SELECT %s
              FROM rectification r
             WHERE (r.street = ANY (:streets) OR r.community = ANY (:communities))
               AND (:state = '' OR r.state = :state)
               AND (NOT :lookBack OR EXISTS (SELECT FROM look_back_item i WHERE i.no = r.no AND i.result IS NULL))
               AND r.no < :before
             ORDER BY r.no DESC
             LIMIT :limit
            """.formatted(COLUMNS);

    private final DatabaseClient database;
    private final Vault vault;

    public Rectifications(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** A notice at this moment of the one clock. */
    public record Stored(Rectification notice, Instant now) {}

    public Mono<Stored> find(String no) {
        return database.sql("SELECT %s FROM rectification r WHERE r.no = :no".formatted(COLUMNS))
                .bind("no", no)
                .map(row -> stored(new Row(row)))
                .one();
    }

    /** The newest first. */
    public Mono<List<Stored>> page(
            Scope reach, @Nullable RectificationState state, boolean lookBack, String before, int limit) {
        return database.sql(PAGE)
                .bind("streets", reach.streets().toArray(String[]::new))
                .bind("communities", reach.communities().toArray(String[]::new))
                .bind("state", state == null ? "" : state.name())
                .bind("lookBack", lookBack)
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> stored(new Row(row)))
                .all()
                .collectList();
    }

    /** A notice whose limit runs, and since when it does. */
    public record Running(Rectification notice, Instant countsFrom, Instant now) {}

    /** Those behind this number, by their numbers, each locked until the transaction around it ends. */
    public Mono<List<Running>> runningAfter(String no, int limit) {
        return database.sql("""
                        SELECT %s, r.counts_from
                          FROM rectification r
                         WHERE r.no > :after
                           AND r.state IN ('ISSUED', 'SENT_BACK')
                         ORDER BY r.no
                         LIMIT :limit
                           FOR UPDATE OF r
                        """.formatted(COLUMNS))
                .bind("after", no)
                .bind("limit", limit)
                .map(row -> new Row(row))
                .all()
                .map(row -> new Running(stored(row).notice(), row.time("counts_from"), row.time("now")))
                .collectList();
    }

    /** The limit of a notice that is locked ends on another day; {@code anew} as {@code outbox_append} takes it. */
    public Mono<Void> replan(Rectification notice, Instant dueAt, String anew) {
        return database.sql("SELECT rectification_replan(:doc::jsonb)")
                .bind(
                        "doc",
                        JSON.writeValueAsString(Map.of(
                                "no", notice.no(),
                                "version", notice.version(),
                                "due_at", dueAt.toString(),
                                "notices", JSON.readTree(anew))))
                .then();
    }

    private static Stored stored(Row row) {
        return new Stored(
                new Rectification(
                        row.text("no"),
                        row.text("visit"),
                        row.text("path"),
                        row.word("state", RectificationState.class),
                        row.time("issued_at"),
                        row.number("issued_by"),
                        row.count("days"),
                        row.time("due_at"),
                        row.timeOrNull("answered_at"),
                        row.count("times_back"),
                        row.is("look_back"),
                        row.count("version")),
                row.time("now"));
    }

    /** One line of a history. */
    public record Event(
            Instant at,
            long by,
            String move,
            RectificationState state,
            Instant dueAt,
            @Nullable String note) {}

    /** The newest first. */
    public Mono<List<Event>> history(String no, int limit) {
        return database.sql("""
                        SELECT seq, at, by, move, to_state, due_at, sealed
                          FROM rectification_event
                         WHERE no = :no
                         ORDER BY seq DESC
                         LIMIT :limit
                        """)
                .bind("no", no)
                .bind("limit", limit)
                .map(row -> new Row(row))
                .all()
                .map(row -> new Event(
                        row.time("at"),
                        row.number("by"),
                        row.text("move"),
                        row.word("to_state", RectificationState.class),
                        row.time("due_at"),
                        OversightSeals.open(
                                vault, row.textOrNull("sealed"), OversightSeals.ofRectification(no, row.count("seq")))))
                .collectList();
    }

    /** A number nobody had, and the time by the one clock: {@code ZG26110042}. */
    public record Numbered(String no, Instant now) {}

    public Mono<Numbered> number() {
        return database.sql("""
                        SELECT 'ZG' || to_char(huiyin_now() AT TIME ZONE 'Asia/Shanghai', 'YYMM')
                                    || lpad(nextval('rectification_no')::text, 6, '0') AS no,
                               huiyin_now() AS now
                        """)
                .map(row -> new Row(row))
                .one()
                .map(row -> new Numbered(row.text("no"), row.time("now")));
    }

    /** A notice to be issued; {@code notices} as {@code outbox_append} takes them. */
    public record Issue(String no, String visit, long by, int days, Instant dueAt, String words, String notices) {}

    /** False where the check found nothing, or has a notice already. */
    public Mono<Boolean> issue(Issue issue, Repeat repeat, String answer) {
        Step first = new Step("no", issue.no(), 1, issue.by());
        String sealed = OversightSeals.seal(vault, issue.words(), OversightSeals.ofRectification(issue.no(), 1));
        var document = first.document(
                sealed, issue.notices(), first.answer(repeat, 201, "/api/v1/rectifications/" + issue.no(), answer));
        document.put("visit", issue.visit());
        document.put("days", issue.days());
        document.put("due_at", issue.dueAt().toString());
        return database.sql("SELECT rectification_issue(:doc::jsonb) AS issued")
                .bind("doc", JSON.writeValueAsString(document))
                .map(row -> requireNonNull(row.get("issued", Boolean.class)))
                .one();
    }

    /** A move that was decided. */
    public record Move(
            Rectification notice,
            RectificationMove move,
            RectificationState to,
            long by,
            int days,
            Instant dueAt,
            @Nullable LookedBack result,
            @Nullable String note,
            String notices) {}

    /** SAVED, STALE, or NOT_ASKED where no look-back waits for it. */
    public Mono<String> save(Move move, Repeat repeat, String answer) {
        Rectification notice = move.notice();
        LookedBack result = move.result();
        Step step = new Step("no", notice.no(), notice.version() + 1, move.by());
        String sealed =
                OversightSeals.seal(vault, move.note(), OversightSeals.ofRectification(notice.no(), step.seq()));
        var document = step.document(sealed, move.notices(), step.answer(repeat, 200, null, answer));
        document.put("move", move.move().name());
        document.put("to", move.to().name());
        document.put("days", move.days());
        document.put("due_at", move.dueAt().toString());
        document.put("begins", Rectification.begins(move.move(), result));
        document.put("result", result == null ? null : result.name());
        return database.sql("SELECT rectification_save(:doc::jsonb) AS said")
                .bind("doc", JSON.writeValueAsString(document))
                .map(row -> requireNonNull(row.get("said", String.class)))
                .one();
    }

    /** A quarter of a street that is over and has not been looked back on. */
    public record Owed(String street, LocalDate quarter, Instant now) {}

    public Flux<Owed> lookBacksDue() {
        return database.sql(
                        "SELECT street, quarter, huiyin_now() AS now FROM look_back_due ORDER BY quarter, street LIMIT 500")
                .map(row -> new Row(row))
                .all()
                .map(row -> new Owed(row.text("street"), row.day("quarter"), row.time("now")));
    }

    /** Empty where it was opened before; else how many notices are to be looked at. */
    public Mono<Integer> open(Owed owed, Instant dueAt, String notices) {
        return database.sql("SELECT look_back_open(:doc::jsonb) AS many")
                .bind(
                        "doc",
                        JSON.writeValueAsString(Map.of(
                                "street", owed.street(),
                                "quarter", owed.quarter().toString(),
                                "due_at", dueAt.toString(),
                                "notices", JSON.readTree(notices))))
                .map(row -> java.util.Optional.ofNullable(row.get("many", Integer.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /** A look-back and how far it is. */
    public record LookBackRow(
            String street, LocalDate quarter, Instant openedAt, Instant dueAt, int notices, int looked, int held) {}

    /** The newest first. */
    public Mono<List<LookBackRow>> lookBacks(Scope reach, int limit) {
        return database.sql("""
                        SELECT b.street, b.quarter, b.opened_at, b.due_at, count(i.no)::integer AS notices,
                               count(i.result)::integer AS looked, count(*) FILTER (WHERE i.result = 'HOLDS')::integer AS held
                          FROM look_back b
                          LEFT JOIN look_back_item i USING (street, quarter)
                         WHERE b.street = ANY (:streets)
                         GROUP BY b.street, b.quarter
                         ORDER BY b.quarter DESC, b.street
                         LIMIT :limit
                        """)
                .bind("streets", reach.streets().toArray(String[]::new))
                .bind("limit", limit)
                .map(row -> new Row(row))
                .all()
                .map(row -> new LookBackRow(
                        row.text("street"),
                        row.day("quarter"),
                        row.time("opened_at"),
                        row.time("due_at"),
                        row.count("notices"),
                        row.count("looked"),
                        row.count("held")))
                .collectList();
    }
}
