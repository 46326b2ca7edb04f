package cn.huiyin.programme.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.identity.Scope;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Visit debts 走访欠账: how many visits are owed, where, to which class, and how late. */
@Repository
public class Debts {

    private static final String BY_PLACE = """
            SELECT %1$s AS place, class,
                   count(*)                                    AS homes,
                   count(*) FILTER (WHERE state = 'LEFT_OUT')  AS left_out,
                   count(*) FILTER (WHERE state = 'REFUSED')   AS refused,
                   count(*) FILTER (WHERE state = 'DUE')       AS due,
                   count(*) FILTER (WHERE state = 'OVERDUE')   AS overdue,
                   sum(owed)                                   AS owed,
                   max(coalesce(days_late, 0))                 AS worst
              FROM counted_due
             WHERE street = ANY (:streets) OR community = ANY (:communities) OR grid = ANY (:grids)
             GROUP BY %1$s, class
             ORDER BY %1$s COLLATE "C", class
             LIMIT 1500
            """;

    private final DatabaseClient database;

    public Debts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A class of homes in a place.
     *
     * @param owed visits that should have been made and were not
     * @param worst the most days that any of them is late
     */
    public record Figures(
            String place,
            HouseholdClass kind,
            long homes,
            long leftOut,
            long refused,
            long due,
            long overdue,
            long owed,
            int worst) {}

    /** A row for each class in each place within the scope; at most 500 places. */
    public Flux<Figures> count(Scope scope, boolean byCommunity) {
        return database.sql(BY_PLACE.formatted(byCommunity ? "community" : "grid"))
                .bind("streets", scope.streets().toArray(String[]::new))
                .bind("communities", scope.communities().toArray(String[]::new))
                .bind("grids", scope.grids().toArray(String[]::new))
                .map(Debts::figures)
                .all();
    }

    /** A grid today. */
    public record OfGrid(LocalDate today, long due, long overdue, int worst) {}

    public Mono<OfGrid> ofGrid(String grid) {
        return database.sql("""
                        SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date   AS today,
                               count(*) FILTER (WHERE state = 'DUE')               AS due,
                               count(*) FILTER (WHERE state = 'OVERDUE')           AS overdue,
                               coalesce(max(days_late), 0)                         AS worst
                          FROM counted_due
                         WHERE grid = :grid
                        """)
                .bind("grid", grid)
                .map(row -> new OfGrid(
                        requireNonNull(row.get("today", LocalDate.class)),
                        number(row, "due"),
                        number(row, "overdue"),
                        requireNonNull(row.get("worst", Integer.class))))
                .one();
    }

    private static Figures figures(Readable row) {
        return new Figures(
                requireNonNull(row.get("place", String.class)),
                HouseholdClass.valueOf(requireNonNull(row.get("class", String.class))),
                number(row, "homes"),
                number(row, "left_out"),
                number(row, "refused"),
                number(row, "due"),
                number(row, "overdue"),
                number(row, "owed"),
                requireNonNull(row.get("worst", Integer.class)));
    }

    private static long number(Readable row, String column) {
        return requireNonNull(row.get(column, Long.class));
    }
}
