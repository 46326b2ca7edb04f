package cn.huiyin.care.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.care.store.Cares.Stored;
import cn.huiyin.identity.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of cares, those first whose review is due first; who has no specialist has no day and comes before all. */
@Repository
public class CareLists {

    /** Whoever has no specialist has nothing due; in lists that comes first. */
    private static final String PAGE = """
            SELECT c.household, c.path, c.state, c.specialist, c.assigned_at, c.planned_at, c.reviewed_at, c.review_due, c.began_on,
                   c.ended_on, c.version, h.room, clock.today
              FROM care c
             CROSS JOIN (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today) clock
              JOIN counted_household h ON h.household = c.household
             WHERE %s
               AND c.state = CASE WHEN :wanted = 'ENDED' THEN 'ENDED' ELSE 'OPEN' END
               AND (:wanted <> 'UNASSIGNED' OR c.specialist IS NULL)
               AND (:wanted <> 'UNPLANNED' OR (c.specialist IS NOT NULL AND c.planned_at IS NULL))
               AND (:wanted <> 'OVERDUE' OR c.review_due < clock.today)
               AND (coalesce(c.review_due, '1970-01-01'), c.household) > (:day, :household)
             ORDER BY coalesce(c.review_due, '1970-01-01'), c.household
             LIMIT :limit
            """;

    private static final String IN_PLACES =
            PAGE.formatted("(c.street = ANY (:streets) OR c.community = ANY (:communities) OR c.grid = ANY (:grids))");

    private static final String OF_ONE = PAGE.formatted("c.specialist = :specialist");

    private static final String COUNTS = """
            SELECT community,
                   count(*)                                                                AS homes,
                   count(*) FILTER (WHERE unassigned)                                      AS unassigned,
                   count(*) FILTER (WHERE specialist IS NOT NULL AND planned_at IS NULL)   AS unplanned,
                   count(*) FILTER (WHERE overdue)                                         AS overdue
              FROM counted_care
             WHERE state = 'OPEN'
               AND (street = ANY (:streets) OR community = ANY (:communities) OR grid = ANY (:grids))
             GROUP BY community
             ORDER BY community COLLATE "C"
             LIMIT 500
            """;

    private static final String WITHOUT = """
            SELECT community, min(street) AS street, min(path) AS path, count(*)::integer AS homes
              FROM care
             WHERE state = 'OPEN'
               AND specialist IS NULL
               AND (:community::text IS NULL OR community = :community)
             GROUP BY community
             ORDER BY community
            """;

    private final DatabaseClient database;

    public CareLists(DatabaseClient database) {
        this.database = database;
    }

    /** Which cares. */
    public enum Wanted {
        OPEN,
        UNASSIGNED,
        UNPLANNED,
        OVERDUE,
        ENDED
    }

    /** Where a page begins: behind this one. */
    public record After(LocalDate day, String household) {
        public static final After NOTHING = new After(LocalDate.EPOCH, "");

        public static After stored(Stored last) {
            LocalDate due = last.care().reviewDue();
            return new After(due == null ? LocalDate.EPOCH : due, last.care().household());
        }
    }

    public Mono<List<Stored>> page(Scope scope, Wanted wanted, After after, int limit) {
        return read(
                database.sql(IN_PLACES)
                        .bind("streets", scope.streets().toArray(String[]::new))
                        .bind("communities", scope.communities().toArray(String[]::new))
                        .bind("grids", scope.grids().toArray(String[]::new)),
                wanted,
                after,
                limit);
    }

    /** Those that somebody looks after. */
    public Mono<List<Stored>> of(long specialist, Wanted wanted, After after, int limit) {
        return read(database.sql(OF_ONE).bind("specialist", specialist), wanted, after, limit);
    }

    private static Mono<List<Stored>> read(
            DatabaseClient.GenericExecuteSpec query, Wanted wanted, After after, int limit) {
        return query.bind("wanted", wanted.name())
                .bind("day", after.day())
                .bind("household", after.household())
                .bind("limit", limit)
                .map(row -> new Stored(
                        Cares.care(row), Cares.text(row, "room"), requireNonNull(row.get("today", LocalDate.class))))
                .all()
                .collectList();
    }

    /** The open cares of a community. */
    public record Counts(String community, long homes, long unassigned, long unplanned, long overdue) {}

    public Flux<Counts> counts(Scope scope) {
        return database.sql(COUNTS)
                .bind("streets", scope.streets().toArray(String[]::new))
                .bind("communities", scope.communities().toArray(String[]::new))
                .bind("grids", scope.grids().toArray(String[]::new))
                .map(row -> new Counts(
                        Cares.text(row, "community"),
                        requireNonNull(row.get("homes", Long.class)),
                        requireNonNull(row.get("unassigned", Long.class)),
                        requireNonNull(row.get("unplanned", Long.class)),
                        requireNonNull(row.get("overdue", Long.class))))
                .all();
    }

    /** A community where special households have nobody. */
    public record Without(String community, String street, String path, int homes) {}

    /** @param community only this one; null for all */
    public Flux<Without> without(@Nullable String community) {
        var query = database.sql(WITHOUT);
        return (community == null ? query.bindNull("community", String.class) : query.bind("community", community))
                .map(row -> new Without(
                        Cares.text(row, "community"),
                        Cares.text(row, "street"),
                        Cares.text(row, "path"),
                        requireNonNull(row.get("homes", Integer.class))))
                .all();
    }

    /** Today by the one clock, in China. */
    public Mono<LocalDate> today() {
        return database.sql("SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today")
                .map(row -> requireNonNull(row.get("today", LocalDate.class)))
                .one();
    }
}
