package cn.huiyin.digest.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.Place;
import cn.huiyin.community.PlacePath;
import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.digest.domain.DigestName;
import cn.huiyin.digest.domain.Figures;
import cn.huiyin.digest.domain.Period;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers what was counted, as it was told. */
@Repository
public class Digests {

    private static final String COLUMNS =
            "d.id, d.kind, d.place, d.path, d.day, d.from_at, d.to_at, d.made_at, d.figures::text AS figures";

    private static final String OF_KIND = """
            SELECT found.id
              FROM unnest(:%1$s::text[]) AS asked (key)
             CROSS JOIN unnest(:kinds::text[]) AS wanted (kind)
             CROSS JOIN LATERAL (SELECT id
                                   FROM digest
                                  WHERE %2$s = asked.key
                                    AND kind = wanted.kind
                                    AND id < :before
                                  ORDER BY id DESC
                                  LIMIT :limit) AS found
            """;

    private static final String PAGE = """
            WITH listed AS (%s)
            SELECT %s
              FROM (SELECT DISTINCT id FROM listed ORDER BY id DESC LIMIT :limit) AS page
              JOIN digest d USING (id)
             ORDER BY d.id DESC
            """.formatted(
                    String.join(
                            "UNION ALL\n",
                            OF_KIND.formatted("streets", "street"),
                            OF_KIND.formatted("communities", "community"),
                            OF_KIND.formatted("grids", "grid")),
                    COLUMNS);

    private final DatabaseClient database;
    private final FiguresJson json;

    Digests(DatabaseClient database, FiguresJson json) {
        this.database = database;
        this.json = json;
    }

    /** A digest as it was told. */
    public record Kept(
            long id,
            DigestKind kind,
            String place,
            PlacePath path,
            LocalDate day,
            Instant from,
            Instant to,
            Instant madeAt,
            Figures figures) {}

    /** Whether there is one already, and the time by the one clock. */
    public record Looked(Instant now, @Nullable Kept kept) {}

    /** Ids of places over which somebody holds a post. */
    public record Reach(Collection<String> streets, Collection<String> communities, Collection<String> grids) {}

    public Mono<Instant> now() {
        return database.sql("SELECT huiyin_now() AS now")
                .map(row -> time(row, "now"))
                .one();
    }

    public Mono<Looked> look(DigestName name) {
        return database.sql("""
                        SELECT huiyin_now() AS now, %s
                          FROM (SELECT) AS always
                          LEFT JOIN digest d
                            ON d.kind = :kind AND d.place = :place AND d.day = :day
                        """.formatted(COLUMNS))
                .bind("kind", name.kind().name())
                .bind("place", name.place().value())
                .bind("day", name.day())
                .map(row -> new Looked(time(row, "now"), row.get("id", Long.class) == null ? null : kept(row)))
                .one();
    }

    /** The same is kept once; answers with what was kept first. */
    public Mono<Kept> keep(Period period, Place place, Figures figures) {
        return database.sql("""
                        INSERT INTO digest AS d (kind, place, path, day, from_at, to_at, figures)
                        VALUES (:kind, :place, :path, :day, :from, :to, :figures::jsonb)
                            ON CONFLICT ON CONSTRAINT digest_once
                            DO UPDATE SET kind = d.kind
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("kind", period.kind().name())
                .bind("place", place.id().value())
                .bind("path", place.path().value())
                .bind("day", period.day())
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("figures", json.write(figures))
                .map(this::kept)
                .one();
    }

    public Mono<Kept> find(long id) {
        return database.sql("SELECT %s FROM digest d WHERE d.id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(this::kept)
                .one();
    }

    /** The newest first, from below {@code before} on. */
    public Flux<Kept> page(Reach reach, Collection<DigestKind> kinds, long before, int limit) {
        return database.sql(PAGE)
                .bind("streets", reach.streets().toArray(String[]::new))
                .bind("communities", reach.communities().toArray(String[]::new))
                .bind("grids", reach.grids().toArray(String[]::new))
                .bind("kinds", kinds.stream().map(DigestKind::name).toArray(String[]::new))
                .bind("before", before)
                .bind("limit", limit)
                .map(this::kept)
                .all();
    }

    private Kept kept(Readable row) {
        var kind = DigestKind.valueOf(text(row, "kind"));
        return new Kept(
                requireNonNull(row.get("id", Long.class)),
                kind,
                text(row, "place"),
                new PlacePath(text(row, "path")),
                requireNonNull(row.get("day", LocalDate.class)),
                time(row, "from_at"),
                time(row, "to_at"),
                time(row, "made_at"),
                json.read(kind, text(row, "figures")));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }

    private static Instant time(Readable row, String column) {
        return requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
