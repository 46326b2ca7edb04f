package cn.huiyin.digest.store;

import cn.huiyin.community.Place;
import cn.huiyin.digest.domain.GridFigures;
import cn.huiyin.digest.domain.GridFigures.Listed;
import cn.huiyin.digest.domain.GridFigures.Visits;
import cn.huiyin.digest.domain.Period;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts what there is to do in a grid. */
@Repository
class GridCount {

    /** So many numbers are named; the rest is a count. */
    private static final int NAMED = 3;

    /** A path and all below it, in the order of bytes: '0' follows '/'. */
    private static final String BELOW = "place >= :path AND place < left(:path, -1) || '0'";

    private static final String COUNT =
            """
            WITH clock AS (
                SELECT huiyin_now() AS now,
                       (date_trunc('day', huiyin_now() AT TIME ZONE 'Asia/Shanghai') + interval '2 days')
                           AT TIME ZONE 'Asia/Shanghai' AS after_tomorrow),
            filed AS (
                SELECT count(*) AS count, array_agg(no ORDER BY filed_at, no) AS nos
                  FROM counted_ticket
                 WHERE grid = :grid
                   AND filed_at >= :from
                   AND filed_at < :to),
            open AS (
                SELECT t.no, due.at AS due_at
                  FROM counted_ticket t
                  LEFT JOIN LATERAL (SELECT min(d.due_at) AS at
                                       FROM counted_deadline d
                                      WHERE d.no = t.no) AS due ON true
                 WHERE t.grid = :grid
                   AND t.open),
            due AS (
                SELECT count(*) AS open,
                       count(*) FILTER (WHERE due_at >= now AND due_at < after_tomorrow) AS soon,
                       array_agg(no ORDER BY due_at, no)
                           FILTER (WHERE due_at >= now AND due_at < after_tomorrow) AS soon_nos,
                       count(*) FILTER (WHERE due_at < now) AS late,
                       array_agg(no ORDER BY due_at, no) FILTER (WHERE due_at < now) AS late_nos
                  FROM open
                 CROSS JOIN clock),
            knock AS (
                SELECT count(*) AS count, array_agg(subject_id ORDER BY created_at, subject_id) AS nos
                  FROM open_task
                 WHERE role = 'GRID_WORKER'
                   AND %s
                   AND occasion = 'CALLBACK_VISIT'),
            visits AS (
                SELECT count(*) FILTER (WHERE state = 'DUE'
                                          AND due_on = (now AT TIME ZONE 'Asia/Shanghai')::date) AS today,
                       count(*) FILTER (WHERE state = 'OVERDUE') AS overdue,
                       coalesce(sum(owed), 0) AS owed
                  FROM counted_due
                 CROSS JOIN clock
                 WHERE grid = :grid)
            SELECT filed.count AS filed, %s AS filed_nos,
                   due.open,
                   due.soon, %s AS soon_nos,
                   due.late, %s AS late_nos,
                   knock.count AS knock, %s AS knock_nos,
                   visits.today AS visits_today, visits.overdue AS visits_overdue, visits.owed AS visits_owed
              FROM filed, due, knock, visits
            """.formatted(BELOW, first("filed.nos"), first("due.soon_nos"), first("due.late_nos"), first("knock.nos"));

    private static String first(String nos) {
        return "trim_array(%1$s, greatest(cardinality(%1$s) - %2$d, 0))".formatted(nos, NAMED);
    }

    private final DatabaseClient database;

    GridCount(DatabaseClient database) {
        this.database = database;
    }

    Mono<GridFigures> count(Period period, Place grid) {
        return database.sql(COUNT)
                .bind("grid", grid.id().value())
                .bind("path", grid.path().value())
                .bind("from", period.from())
                .bind("to", period.to())
                .map(GridCount::figures)
                .one();
    }

    private static GridFigures figures(Readable row) {
        return new GridFigures(
                listed(row, "filed"),
                new Row(row).count("open"),
                listed(row, "soon"),
                listed(row, "late"),
                listed(row, "knock"),
                visits(new Row(row)));
    }

    private static Visits visits(Row row) {
        return new Visits(row.count("visits_today"), row.count("visits_overdue"), row.count("visits_owed"));
    }

    private static Listed listed(Readable row, String name) {
        var nos = row.get(name + "_nos", String[].class);
        return new Listed(new Row(row).count(name), nos == null ? List.of() : List.of(nos));
    }
}
