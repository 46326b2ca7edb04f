package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Samples of files that were held against the truth at the door. */
@Repository
public class Samples {

    /** Anybody can draw again: sorted by SHA-256 of seed, colon, id; homes begun later than that day do not count. */
    private static final String DRAW = """
            WITH today AS (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS day),
                 all_homes AS (
                SELECT id
                  FROM household, today
                 WHERE path >= :from_path AND path < :to_path
                   AND opened_on <= day)
            INSERT INTO household_sample (path, street, seed, drawn_on, drawn_by, population, homes)
            SELECT :from_path, split_part(:from_path, '/', 2), :seed, (SELECT day FROM today), :by,
                   (SELECT count(*) FROM all_homes),
                   ARRAY(SELECT id
                           FROM all_homes
                          ORDER BY encode(sha256(convert_to(:seed || ':' || id, 'UTF8')), 'hex'), id
                          LIMIT :size)
            RETURNING id
            """;

    private static final String READ = """
            SELECT s.id, s.path, s.seed, s.drawn_on, s.drawn_at, s.population, s.homes,
                   (SELECT count(*) FROM household_sample_check c WHERE c.sample = s.id) AS checked,
                   (SELECT count(*) FROM household_sample_check c WHERE c.sample = s.id AND c.is_right) AS is_right,
                   ARRAY(SELECT c.household FROM household_sample_check c WHERE c.sample = s.id) AS done
              FROM household_sample s
             WHERE s.id = :id
               AND EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(s.path, reach.place))
            """;

    private static final String CHECK = """
            INSERT INTO household_sample_check (sample, household, street, is_right, wrong, checked_by)
            SELECT id, :home, street, :right, :wrong::text[], :by
              FROM household_sample
             WHERE id = :id AND :home = ANY (homes)
                ON CONFLICT (sample, household) DO UPDATE
               SET is_right = excluded.is_right, wrong = excluded.wrong, checked_by = excluded.checked_by,
                   checked_at = huiyin_now()
            """;

    private final DatabaseClient database;

    public Samples(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A sample and how far it was checked.
     *
     * @param population how many homes it was drawn from
     * @param homes ids in the order they were drawn
     * @param done ids that were checked
     */
    public record Sample(
            long id,
            String path,
            String seed,
            LocalDate drawnOn,
            Instant drawnAt,
            long population,
            List<String> homes,
            long checked,
            long right,
            Set<String> done) {}

    public Mono<Long> draw(String path, String seed, int size, long by) {
        return database.sql(DRAW)
                .bind("from_path", path)
                .bind("to_path", Homes.behind(path))
                .bind("seed", seed)
                .bind("size", size)
                .bind("by", by)
                .map(row -> requireNonNull(row.get("id", Long.class)))
                .one();
    }

    public Mono<Sample> find(long id, Reader reader) {
        return database.sql(READ)
                .bind("id", id)
                .bind("places", reader.placeArray())
                .map(Samples::sample)
                .one();
    }

    /** False where that home is not in the sample. A second look replaces the first. */
    public Mono<Boolean> check(long id, String home, boolean right, List<String> wrong, long by) {
        return database.sql(CHECK)
                .bind("id", id)
                .bind("home", home)
                .bind("right", right)
                .bind("wrong", wrong.toArray(String[]::new))
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Sample sample(Readable row) {
        return new Sample(
                requireNonNull(row.get("id", Long.class)),
                requireNonNull(row.get("path", String.class)),
                requireNonNull(row.get("seed", String.class)),
                requireNonNull(row.get("drawn_on", LocalDate.class)),
                requireNonNull(row.get("drawn_at", OffsetDateTime.class)).toInstant(),
                requireNonNull(row.get("population", Long.class)),
                List.of(requireNonNull(row.get("homes", String[].class))),
                requireNonNull(row.get("checked", Long.class)),
                requireNonNull(row.get("is_right", Long.class)),
                Set.of(requireNonNull(row.get("done", String[].class))));
    }
}
