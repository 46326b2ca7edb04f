package cn.huiyin.visit.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Writing;
import cn.huiyin.visit.NoticeAsked;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.store.Consents.Kept;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers what was told to everybody in a place. What the content check doubts is not shown and does not count. */
@Component
public class PurposeNotices {

    static final String SUBJECT = "visit-notice";

    private static final int COMMENT = 2;

    private static final String NEXT = """
            SELECT nextval(pg_get_serial_sequence('visit_notice', 'id')) AS id, huiyin_now() AS now
            """;

    private static final String AROUND = """
            SELECT to_json(n)::text AS document
              FROM visit_notice n
             WHERE n.path = ANY (:reaches::text[])
               AND (n.at, n.id) < (:at::timestamptz, :after)
               AND NOT EXISTS (SELECT
                                 FROM content_mark m
                                WHERE m.subject_kind = 'visit-notice'
                                  AND m.subject_id = n.id::text
                                  AND m.state IN ('HELD', 'REFUSED'))
             ORDER BY n.at DESC, n.id DESC
             LIMIT :limit
            """;

    private final DatabaseClient database;
    private final VisitJson json;

    public PurposeNotices(DatabaseClient database, VisitJson json) {
        this.database = database;
        this.json = json;
    }

    /** What a notice needs to know first. */
    public record Next(long id, Instant now) {}

    public Mono<Next> next() {
        return database.sql(NEXT)
                .map(row -> new Next(
                        requireNonNull(row.get("id", Long.class)),
                        requireNonNull(row.get("now", OffsetDateTime.class)).toInstant()))
                .one();
    }

    /** A row of {@code visit_notice}. */
    public record Hung(long id, String path, NoticeAsked.Way way, String purpose, Instant at) {}

    private record Hanging(Hung notice, long by, List<Writing> writings, Kept repeat) {}

    public Mono<Void> hang(Hung hung, AccountId by, Kept answer) {
        PlacePath place = new PlacePath(hung.path());
        Writing writing = new Writing(
                place.street().value(),
                place.value(),
                SUBJECT,
                Long.toString(hung.id()),
                Marks.DESCRIPTION,
                by.value(),
                true,
                COMMENT,
                hung.purpose(),
                null);
        return database.sql("SELECT visit_notice_hang(:document::jsonb)")
                .bind("document", json.write(new Hanging(hung, by.value(), List.of(writing), answer)))
                .then();
    }

    /** Those of a place and of all that cover it, the latest first. */
    public Mono<List<Hung>> around(PlacePath place, VisitCursor after, int limit) {
        return database.sql(AROUND)
                .bind("reaches", upwards(place))
                .bind("at", after.at().toString())
                .bind("after", number(after.id()))
                .bind("limit", limit)
                .map(row -> json.read(requireNonNull(row.get("document", String.class)), Hung.class))
                .all()
                .collectList();
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : Long.MAX_VALUE;
    }

    static String[] upwards(PlacePath path) {
        return Stream.iterate(Optional.of(path), Optional::isPresent, step -> step.flatMap(PlacePath::wider))
                .map(step -> step.orElseThrow().value())
                .toArray(String[]::new);
    }
}
