package cn.huiyin.digest.store;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.Place;
import cn.huiyin.digest.domain.Period;
import cn.huiyin.digest.domain.StreetFigures;
import cn.huiyin.digest.domain.StreetFigures.Line;
import cn.huiyin.digest.domain.StreetFigures.Month;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts how a month went in a street, by its communities, and the month before it. */
@Repository
class StreetCount {

    private static final String COUNT = """
            WITH answered AS (
                SELECT t.community, r.at >= :from AS now, r.no, bool_or(r.late) AS late
                  FROM counted_reply r
                  JOIN counted_ticket t USING (no)
                 WHERE r.street = :street
                   AND t.street = :street
                   AND r.at >= :before
                   AND r.at < :to
                 GROUP BY t.community, r.at >= :from, r.no),
            told AS (
                SELECT community, filed_at >= :from AS now,
                       count(*) AS filed, 0 AS answered, 0 AS late, 0 AS rated, 0 AS settled, 0 AS scores
                  FROM counted_ticket
                 WHERE street = :street
                   AND filed_at >= :before
                   AND filed_at < :to
                 GROUP BY community, filed_at >= :from
                 UNION ALL
                SELECT community, now, 0, count(*), count(*) FILTER (WHERE late), 0, 0, 0
                  FROM answered
                 GROUP BY community, now
                 UNION ALL
                SELECT t.community, r.given_at >= :from, 0, 0, 0,
                       count(*), count(*) FILTER (WHERE r.settled), sum(r.score)
                  FROM counted_rating r
                  JOIN counted_ticket t USING (no)
                 WHERE r.street = :street
                   AND t.street = :street
                   AND r.given_at >= :before
                   AND r.given_at < :to
                 GROUP BY t.community, r.given_at >= :from)
            SELECT community, now,
                   sum(filed)::bigint AS filed, sum(answered)::bigint AS answered, sum(late)::bigint AS late,
                   sum(rated)::bigint AS rated, sum(settled)::bigint AS settled, sum(scores)::bigint AS scores
              FROM told
             GROUP BY community, now
            """;

    private final DatabaseClient database;

    StreetCount(DatabaseClient database) {
        this.database = database;
    }

    Mono<StreetFigures> count(Period period, Place street, List<Place> communities) {
        return database.sql(COUNT)
                .bind("street", street.id().value())
                .bind("before", aMonthBefore(period.from()))
                .bind("from", period.from())
                .bind("to", period.to())
                .map(row -> told(new Row(row), Boolean.TRUE.equals(row.get("now", Boolean.class)), street))
                .all()
                .collectList()
                .map(told -> figures(told, communities));
    }

    private static Instant aMonthBefore(Instant first) {
        return first.atZone(WorkingCalendar.ZONE).minusMonths(1).toInstant();
    }

    /** What one community did in one of the two months. */
    private record Told(
            String community, boolean now, int filed, int answered, int late, int rated, int settled, int scores) {}

    private static Told told(Row row, boolean now, Place street) {
        var community = row.text("community");
        return new Told(
                community == null || community.isEmpty() ? street.id().value() : community,
                now,
                row.count("filed"),
                row.count("answered"),
                row.count("late"),
                row.count("rated"),
                row.count("settled"),
                row.count("scores"));
    }

    private static StreetFigures figures(List<Told> told, List<Place> communities) {
        var names = new TreeSet<String>();
        communities.forEach(community -> names.add(community.id().value()));
        told.forEach(of -> names.add(of.community()));
        return new StreetFigures(
                month(told, true),
                month(told, false),
                names.stream().map(name -> line(name, told)).toList());
    }

    private static Line line(String community, List<Told> told) {
        var of = told.stream().filter(one -> one.community().equals(community)).toList();
        return new Line(community, month(of, true), month(of, false));
    }

    private static Month month(Collection<Told> told, boolean now) {
        var of = told.stream().filter(one -> one.now() == now).toList();
        int rated = of.stream().mapToInt(Told::rated).sum();
        return new Month(
                of.stream().mapToInt(Told::filed).sum(),
                of.stream().mapToInt(Told::answered).sum(),
                of.stream().mapToInt(Told::late).sum(),
                rated,
                of.stream().mapToInt(Told::settled).sum(),
                Row.mean(of.stream().mapToInt(Told::scores).sum(), rated));
    }
}
