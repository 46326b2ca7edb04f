package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** How many homes there are of each kind, grid by grid. */
@Repository
public class Counts {

    private static final String BY_GRID = """
            WITH today AS (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS day)
            SELECT grid,
                   count(*)                                      AS homes,
                   count(*) FILTER (WHERE class = 'KEY')         AS key_homes,
                   count(*) FILTER (WHERE class = 'SPECIAL')     AS special_homes,
                   count(*) FILTER (WHERE status = 'EMPTY')      AS empty_homes,
                   count(*) FILTER (WHERE status = 'AWAY')       AS away_homes,
                   count(*) FILTER (WHERE status = 'RENTED')     AS rented_homes,
                   count(*) FILTER (WHERE touch_due <= day)      AS touch_due,
                   count(*) FILTER (WHERE revise_due <= day)     AS revise_due
              FROM household h, today
             WHERE path >= :from_path AND path < :to_path
               AND EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(h.path, reach.place))
             GROUP BY grid
             ORDER BY grid COLLATE "C"
             LIMIT 500
            """;

    private final DatabaseClient database;

    public Counts(DatabaseClient database) {
        this.database = database;
    }

    /** @param touchDue how many are due or overdue today */
    public record OfGrid(
            String gridId,
            long homes,
            long key,
            long special,
            long empty,
            long away,
            long rented,
            long touchDue,
            long reviseDue) {}

    public Flux<OfGrid> byGrid(Collection<String> reaches, String within) {
        return database.sql(BY_GRID)
                .bind("from_path", within)
                .bind("to_path", Homes.behind(within))
                .bind("places", reaches.toArray(String[]::new))
                .map(row -> new OfGrid(
                        requireNonNull(row.get("grid", String.class)),
                        number(row, "homes"),
                        number(row, "key_homes"),
                        number(row, "special_homes"),
                        number(row, "empty_homes"),
                        number(row, "away_homes"),
                        number(row, "rented_homes"),
                        number(row, "touch_due"),
                        number(row, "revise_due")))
                .all();
    }

    private static long number(io.r2dbc.spi.Readable row, String column) {
        return requireNonNull(row.get(column, Long.class));
    }
}
