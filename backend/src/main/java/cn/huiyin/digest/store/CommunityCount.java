package cn.huiyin.digest.store;

import cn.huiyin.community.Place;
import cn.huiyin.digest.domain.CommunityFigures;
import cn.huiyin.digest.domain.Period;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts how a week went in a community. */
@Repository
class CommunityCount {

    private static final String COUNT = """
            WITH filed AS (
                SELECT category, count(*) AS count
                  FROM counted_ticket
                 WHERE community = :community
                   AND filed_at >= :from
                   AND filed_at < :to
                 GROUP BY category),
            most AS (
                SELECT category, count
                  FROM filed
                 WHERE category IS NOT NULL
                 ORDER BY count DESC, category
                 LIMIT 1),
            answered AS (
                SELECT r.no, bool_or(r.late) AS late
                  FROM counted_reply r
                  JOIN counted_ticket t USING (no)
                 WHERE r.street = :street
                   AND t.street = :street
                   AND r.at >= :from
                   AND r.at < :to
                   AND t.community = :community
                 GROUP BY r.no),
            overdue AS (
                SELECT count(*) AS count
                  FROM counted_ticket t
                 WHERE t.community = :community
                   AND t.open
                   AND EXISTS (SELECT FROM counted_deadline d WHERE d.no = t.no AND d.due_at < huiyin_now())),
            unowned AS (
                SELECT count(*) AS count
                  FROM counted_ticket
                 WHERE community = :community
                   AND open
                   AND unowned),
            rated AS (
                SELECT count(*) AS count, count(*) FILTER (WHERE r.settled) AS settled, coalesce(sum(r.score), 0) AS scores
                  FROM counted_rating r
                  JOIN counted_ticket t USING (no)
                 WHERE r.street = :street
                   AND t.street = :street
                   AND r.given_at >= :from
                   AND r.given_at < :to
                   AND t.community = :community)
            SELECT (SELECT coalesce(sum(count), 0) FROM filed)::bigint AS filed,
                   (SELECT count(*) FROM answered) AS answered,
                   (SELECT count(*) FROM answered WHERE late) AS late,
                   overdue.count AS overdue,
                   unowned.count AS unowned,
                   rated.count AS rated, rated.settled, rated.scores,
                   (SELECT category FROM most) AS category,
                   (SELECT coalesce(max(count), 0) FROM most) AS most
              FROM overdue, unowned, rated
            """;

    private final DatabaseClient database;

    CommunityCount(DatabaseClient database) {
        this.database = database;
    }

    Mono<CommunityFigures> count(Period period, Place community) {
        return database.sql(COUNT)
                .bind("street", community.street().value())
                .bind("community", community.id().value())
                .bind("from", period.from())
                .bind("to", period.to())
                .map(row -> figures(new Row(row)))
                .one();
    }

    private static CommunityFigures figures(Row row) {
        return new CommunityFigures(
                row.count("filed"),
                row.count("answered"),
                row.count("answered") - row.count("late"),
                row.count("late"),
                row.count("overdue"),
                row.count("unowned"),
                row.count("rated"),
                row.count("settled"),
                Row.mean(row.count("scores"), row.count("rated")),
                row.text("category"),
                row.count("most"));
    }
}
