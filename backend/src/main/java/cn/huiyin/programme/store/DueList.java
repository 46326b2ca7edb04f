package cn.huiyin.programme.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.identity.Scope;
import cn.huiyin.programme.domain.Due;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/**
 * Lists of homes that are due for a visit, the most overdue first. A page is read from one index per level of the tree,
 * {@code (grid, due_on, household)} and its like, and stops at its limit: what it costs depends on the page, not on how many homes
 * there are.
 */
@Repository
public class DueList {

    private static final String OF_LEVEL = """
            SELECT found.household
              FROM unnest(:%1$ss::text[]) AS asked (key)
             CROSS JOIN clock
             CROSS JOIN LATERAL (SELECT household
                                   FROM programme_home
                                  WHERE %1$s = asked.key
                                    AND (due_on, household) > (:day, :household)
                                    AND due_on <= clock.today + CASE WHEN :overdue THEN -1 ELSE clock.ahead END
                                    AND due_on >= CASE WHEN :due THEN clock.today ELSE '-infinity' END
                                    AND due_on - notice <= clock.today
                                    AND (NOT (:overdue OR :due) OR NOT EXISTS (%2$s))
                                    AND (NOT :refused OR EXISTS (%2$s))
                                    AND (:classes::text[] IS NULL OR class = ANY (:classes::text[]))
                                  ORDER BY due_on, household
                                  LIMIT :limit) AS found
            """;

    private static final String REFUSES =
            "SELECT FROM counted_consent c WHERE c.household = programme_home.household AND c.state IN ('REFUSED', 'REFUSED_TWICE')";

    private static final String PAGE = """
              WITH clock AS MATERIALIZED (
                       SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today,
                              coalesce((SELECT max(notice) FROM programme_rule), 0) AS ahead),
                   listed AS (%s)
            SELECT d.household, d.path, h.room, d.class, h.tags, h.needs, d.state, d.due_on, d.owed, d.days_late, d.last_visit_at,
                   d.last_tried_at
              FROM counted_due d
              JOIN counted_household h ON h.household = d.household
             WHERE d.household = ANY (ARRAY(SELECT household FROM listed))
             ORDER BY d.due_on, d.household
             LIMIT :limit
            """.formatted(String.join(
            "UNION ALL\n",
            OF_LEVEL.formatted("street", REFUSES),
            OF_LEVEL.formatted("community", REFUSES),
            OF_LEVEL.formatted("grid", REFUSES)));

    private final DatabaseClient database;

    public DueList(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A home that is due.
     *
     * @param owed visits that should have been made and were not
     * @param lastVisitAt the last that counts
     * @param lastTriedAt the last of any way and outcome
     */
    public record Line(
            HouseholdId household,
            String path,
            String room,
            HouseholdClass kind,
            List<String> tags,
            List<String> needs,
            Due state,
            LocalDate dueOn,
            int owed,
            int daysLate,
            @Nullable Instant lastVisitAt,
            @Nullable Instant lastTriedAt) {}

    /** Where a page begins: behind this home. */
    public record After(LocalDate day, String household) {
        public static final After NOTHING = new After(LocalDate.EPOCH, "");

        public static After line(Line line) {
            return new After(line.dueOn(), line.household().value());
        }
    }

    /**
     * The homes that are due or overdue, or would be if they did not refuse.
     *
     * @param state only these; null for all
     * @param classes null for all
     */
    public Flux<Line> page(
            Scope scope, @Nullable Due state, @Nullable Set<HouseholdClass> classes, After after, int limit) {
        return database.sql(PAGE)
                .bind("streets", scope.streets().toArray(String[]::new))
                .bind("communitys", scope.communities().toArray(String[]::new))
                .bind("grids", scope.grids().toArray(String[]::new))
                .bind("overdue", state == Due.OVERDUE)
                .bind("due", state == Due.DUE)
                .bind("refused", state == Due.REFUSED)
                .bind("classes", array(classes))
                .bind("day", after.day())
                .bind("household", after.household())
                .bind("limit", limit)
                .map(DueList::line)
                .all();
    }

    private static io.r2dbc.spi.Parameter array(@Nullable Set<HouseholdClass> classes) {
        return classes == null || classes.isEmpty()
                ? Parameters.in(String[].class)
                : Parameters.in(classes.stream().map(Enum::name).toArray(String[]::new));
    }

    private static Line line(Readable row) {
        return new Line(
                new HouseholdId(text(row, "household")),
                text(row, "path"),
                text(row, "room"),
                HouseholdClass.valueOf(text(row, "class")),
                List.of(requireNonNull(row.get("tags", String[].class))),
                List.of(requireNonNull(row.get("needs", String[].class))),
                Due.valueOf(text(row, "state")),
                requireNonNull(row.get("due_on", LocalDate.class)),
                requireNonNull(row.get("owed", Integer.class)),
                requireNonNull(row.get("days_late", Integer.class)),
                VisitPolicies.time(row, "last_visit_at"),
                VisitPolicies.time(row, "last_tried_at"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
