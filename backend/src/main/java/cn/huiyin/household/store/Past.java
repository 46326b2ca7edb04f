package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.store.Reader.Look;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was said of a home, and who looked at it. */
@Repository
public class Past {

    private static final String HISTORY = """
            WITH home AS (
                SELECT h.id, h.street, ARRAY(SELECT DISTINCT post.role
                                               FROM unnest(:roles::text[], :places::text[]) AS post (role, place)
                                              WHERE starts_with(h.path, post.place)
                                              ORDER BY post.role) AS parts
                  FROM household h
                 WHERE h.id = :id),
                 seen AS (SELECT * FROM home WHERE :own::boolean OR cardinality(parts) > 0),
                 looked AS (
                INSERT INTO household_look (household, street, by, role, purpose, what)
                SELECT id, street, :by, array_to_string(parts, ' '), :purpose::text, :what::text
                  FROM seen
                 WHERE :purpose::text IS NOT NULL)
            SELECT seen.parts, f.seq, f.fact, f.true_from, f.at, f.by, f.gone, f.sealed
              FROM seen
              LEFT JOIN LATERAL (SELECT *
                                   FROM household_fact
                                  WHERE household = seen.id
                                    AND seq < :before
                                  ORDER BY seq DESC
                                  LIMIT :limit) AS f ON true
             ORDER BY f.seq DESC
            """;

    private final DatabaseClient database;
    private final FileJson json;

    public Past(DatabaseClient database, FileJson json) {
        this.database = database;
        this.json = json;
    }

    /** One change as it was said. */
    public record Said(
            int seq,
            String key,
            LocalDate from,
            Instant at,
            long by,
            boolean gone,
            boolean erased,
            @Nullable Fact fact,
            @Nullable String why) {}

    /** Changes, newest first, and what the reader is to the home. */
    public record Told(Set<String> parts, List<Said> said) {}

    /** Empty where the home is not within reach. */
    public Mono<Told> history(HouseholdId id, Reader reader, boolean own, @Nullable Look look, int before, int limit) {
        return database.sql(HISTORY)
                .bind("id", id.value())
                .bind("roles", reader.roleArray())
                .bind("places", reader.placeArray())
                .bind("own", own)
                .bind("by", reader.account())
                .bind("purpose", Files.text(Look.purposeOf(look)))
                .bind("what", Files.text(Look.whatOf(look)))
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> new Line(
                        Set.of(requireNonNull(row.get("parts", String[].class))),
                        row.get("seq", Integer.class) == null ? null : said(id.value(), row)))
                .all()
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(Past::told);
    }

    private record Line(Set<String> parts, @Nullable Said said) {}

    private static Told told(List<Line> lines) {
        return new Told(
                lines.get(0).parts(),
                lines.stream()
                        .map(Line::said)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }

    private Said said(String household, Readable row) {
        String key = requireNonNull(row.get("fact", String.class));
        int seq = requireNonNull(row.get("seq", Integer.class));
        String sealed = row.get("sealed", String.class);
        FileJson.Opened opened = json.open(household, seq, key, sealed);
        return new Said(
                seq,
                key,
                requireNonNull(row.get("true_from", LocalDate.class)),
                requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                requireNonNull(row.get("by", Long.class)),
                Boolean.TRUE.equals(row.get("gone", Boolean.class)),
                sealed == null,
                opened.fact(),
                opened.why());
    }

    /** A look at what is sealed. */
    public record Looked(long id, Instant at, long by, String role, String purpose, String what) {}

    /** Newest first. */
    public Flux<Looked> looks(HouseholdId id, long before, int limit) {
        return database.sql("""
                        SELECT id, at, by, role, purpose, what
                          FROM household_look
                         WHERE household = :home
                           AND id < :before
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .bind("home", id.value())
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> new Looked(
                        requireNonNull(row.get("id", Long.class)),
                        requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                        requireNonNull(row.get("by", Long.class)),
                        requireNonNull(row.get("role", String.class)),
                        requireNonNull(row.get("purpose", String.class)),
                        requireNonNull(row.get("what", String.class))))
                .all();
    }
}
