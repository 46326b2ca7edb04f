package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Scope;
import cn.huiyin.oversight.domain.Check;
import cn.huiyin.oversight.domain.CheckMove;
import cn.huiyin.oversight.domain.CheckState;
import cn.huiyin.oversight.domain.Findings;
import cn.huiyin.privacy.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Remembers spot checks and what was found. */
@Repository("spotChecks")
public class Checks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String COLUMNS = """
            c.visit, c.month, c.household, c.path, c.by, c.at, c.way, c.outcome, c.in_time, c.state, c.due_at, c.supervisor,
            c.asked_by, c.recorded, c.followed, c.entered, c.checked_at, c.version""";

    private static final String PAGE = """
            SELECT %s
              FROM spot_check c
             WHERE (c.street = ANY (:streets) OR c.community = ANY (:communities) OR c.grid = ANY (:grids))
               AND (:state = '' OR c.state = :state)
               AND (:supervisor::bigint IS NULL OR c.supervisor = :supervisor)
               AND (:month::date IS NULL OR c.month = :month)
               AND (c.month, c.visit) < (:beforeMonth, :beforeVisit)
             ORDER BY c.month DESC, c.visit DESC
             LIMIT :limit
            """.formatted(COLUMNS);

    private final DatabaseClient database;
    private final Vault vault;

    public Checks(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * A check with the visit it is of.
     *
     * @param at when the visit was made
     * @param findings null as long as it is not checked
     */
    public record Stored(
            Check check,
            YearMonth month,
            Instant at,
            String way,
            String outcome,
            @Nullable Findings findings,
            @Nullable Instant checkedAt) {}

    /** Which checks; {@code supervisor} and {@code state} null for all. */
    public record Wanted(
            @Nullable CheckState state,
            @Nullable Long supervisor,
            @Nullable YearMonth month) {}

    /** Where a page begins: behind this one. */
    public record After(LocalDate month, String visit) {
        public static final After NOTHING = new After(LocalDate.of(2999, 12, 1), "~");
    }

    public Mono<Stored> find(String visit) {
        return database.sql("SELECT %s FROM spot_check c WHERE c.visit = :visit".formatted(COLUMNS))
                .bind("visit", visit)
                .map(row -> stored(new Row(row)))
                .one();
    }

    /** The newest month first. */
    public Mono<List<Stored>> page(Scope reach, Wanted wanted, After after, int limit) {
        var query = database.sql(PAGE)
                .bind("streets", reach.streets().toArray(String[]::new))
                .bind("communities", reach.communities().toArray(String[]::new))
                .bind("grids", reach.grids().toArray(String[]::new))
                .bind("state", wanted.state() == null ? "" : wanted.state().name())
                .bind("beforeMonth", after.month())
                .bind("beforeVisit", after.visit())
                .bind("limit", limit);
        YearMonth month = wanted.month();
        Long supervisor = wanted.supervisor();
        query = month == null ? query.bindNull("month", LocalDate.class) : query.bind("month", month.atDay(1));
        query = supervisor == null ? query.bindNull("supervisor", Long.class) : query.bind("supervisor", supervisor);
        return query.map(row -> stored(new Row(row))).all().collectList();
    }

    private static Stored stored(Row row) {
        Findings.AskedBy asked = row.wordOrNull("asked_by", Findings.AskedBy.class);
        return new Stored(
                new Check(
                        row.text("visit"),
                        row.text("household"),
                        row.text("path"),
                        row.number("by"),
                        row.is("in_time"),
                        row.word("state", CheckState.class),
                        row.time("due_at"),
                        row.numberOrNull("supervisor"),
                        row.count("version")),
                YearMonth.from(row.day("month")),
                row.time("at"),
                row.text("way"),
                row.text("outcome"),
                asked == null
                        ? null
                        : new Findings(
                                asked,
                                row.word("recorded", Findings.Mark.class),
                                row.word("followed", Findings.Mark.class),
                                row.word("entered", Findings.Mark.class)),
                row.timeOrNull("checked_at"));
    }

    /** One line of a history; {@code who} is the supervisor from then on. */
    public record Event(
            Instant at,
            long by,
            String move,
            CheckState state,
            @Nullable Long who,
            @Nullable String note) {}

    /** The newest first. */
    public Mono<List<Event>> history(String visit, int limit) {
        return database.sql("""
                        SELECT seq, at, by, move, to_state, who, sealed
                          FROM spot_check_event
                         WHERE visit = :visit
                         ORDER BY seq DESC
                         LIMIT :limit
                        """)
                .bind("visit", visit)
                .bind("limit", limit)
                .map(row -> new Row(row))
                .all()
                .map(row -> new Event(
                        row.time("at"),
                        row.number("by"),
                        row.text("move"),
                        row.word("to_state", CheckState.class),
                        row.numberOrNull("who"),
                        OversightSeals.open(
                                vault, row.textOrNull("sealed"), OversightSeals.ofCheck(visit, row.count("seq")))))
                .collectList();
    }

    /**
     * A move that was decided.
     *
     * @param check as it was read; its version is what is changed
     * @param supervisor from then on
     * @param notices as {@code outbox_append} takes them
     */
    public record Move(
            Check check,
            CheckMove move,
            CheckState to,
            long by,
            @Nullable Long supervisor,
            @Nullable Findings findings,
            @Nullable String note,
            String notices) {}

    /** False where somebody else changed it first. */
    public Mono<Boolean> save(Move move, Repeat repeat, String answer) {
        Check check = move.check();
        Step step = new Step("visit", check.visit(), check.version() + 1, move.by());
        String sealed = OversightSeals.seal(vault, move.note(), OversightSeals.ofCheck(check.visit(), step.seq()));
        var document = step.document(sealed, move.notices(), step.answer(repeat, 200, null, answer));
        document.put("move", move.move().name());
        document.put("to", move.to().name());
        document.put("supervisor", move.supervisor());
        Findings findings = move.findings();
        if (findings != null) {
            document.put("asked_by", findings.askedBy().name());
            document.put("recorded", findings.recorded().name());
            document.put("followed", findings.followed().name());
            document.put("entered", findings.entered().name());
        }
        return database.sql("SELECT spot_check_save(:doc::jsonb) AS saved")
                .bind("doc", JSON.writeValueAsString(document))
                .map(row -> requireNonNull(row.get("saved", Boolean.class)))
                .one();
    }
}
