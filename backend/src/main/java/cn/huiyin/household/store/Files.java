package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.HouseholdFile.Held;
import cn.huiyin.household.store.Reader.Look;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads household files: each in one statement, which also writes down who looked. */
@Repository
public class Files {

    /** What holds on a day: of each fact the change with the latest day, and of several the one said last. */
    private static final String READ = """
            WITH today AS (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS day),
                 home AS (
                SELECT h.*, ARRAY(SELECT DISTINCT post.role
                                    FROM unnest(:roles::text[], :places::text[]) AS post (role, place)
                                   WHERE starts_with(h.path, post.place)
                                   ORDER BY post.role) AS parts
                  FROM household h
                 WHERE %s),
                 seen AS (SELECT * FROM home WHERE :own::boolean OR cardinality(parts) > 0),
                 looked AS (
                INSERT INTO household_look (household, street, by, role, purpose, what)
                SELECT id, street, :by, array_to_string(parts, ' '), :purpose::text, :what::text
                  FROM seen
                 WHERE :purpose::text IS NOT NULL)
            SELECT json_build_object(
                       'today', (SELECT day FROM today),
                       'home', to_json(seen),
                       'last', (SELECT coalesce(max(seq), 0) FROM household_fact WHERE household = seen.id),
                       'facts', (SELECT json_agg(to_json(held))
                                   FROM (SELECT DISTINCT ON (f.fact) f.fact, f.seq, f.true_from, f.gone, f.sealed
                                           FROM household_fact f
                                          WHERE f.household = seen.id
                                            AND f.true_from <= coalesce(:as_of::date, (SELECT day FROM today))
                                            AND f.at <= coalesce(:known_at::timestamptz, 'infinity')
                                          ORDER BY f.fact, f.true_from DESC, f.seq DESC) AS held))::text AS document
              FROM seen
            """;

    private static final String BY_ID = READ.formatted("h.id = :id");

    private static final String BY_ROOM = READ.formatted("h.building = :building AND h.room_key = :room");

    private final DatabaseClient database;
    private final FileJson json;

    public Files(DatabaseClient database, FileJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Which file, of which day.
     *
     * @param day null for today
     * @param knownAt what was known at that moment; null for all that is known now
     */
    public record Asked(@Nullable LocalDate day, @Nullable Instant knownAt) {
        public static final Asked TODAY = new Asked(null, null);
    }

    /** For staff; empty where the home is not within the reader's reach. */
    public Mono<StoredFile> find(HouseholdId id, Reader reader, @Nullable Look look, Asked asked) {
        return read(database.sql(BY_ID).bind("id", id.value()), reader, false, look, asked);
    }

    /** For those who live there. */
    public Mono<StoredFile> ofRoom(String building, String roomKey, Reader reader, Asked asked) {
        return read(database.sql(BY_ROOM).bind("building", building).bind("room", roomKey), reader, true, null, asked);
    }

    private Mono<StoredFile> read(
            DatabaseClient.GenericExecuteSpec query, Reader reader, boolean own, @Nullable Look look, Asked asked) {
        return query.bind("roles", reader.roleArray())
                .bind("places", reader.placeArray())
                .bind("own", own)
                .bind("by", reader.account())
                .bind("purpose", text(Look.purposeOf(look)))
                .bind("what", text(Look.whatOf(look)))
                .bind("as_of", Parameters.in(R2dbcType.DATE, asked.day()))
                .bind("known_at", time(asked.knownAt()))
                .map(row -> requireNonNull(row.get("document", String.class)))
                .one()
                .map(this::stored);
    }

    static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    private static Parameter time(@Nullable Instant at) {
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at == null ? null : at.atOffset(ZoneOffset.UTC));
    }

    record FactRow(
            String fact,
            int seq,
            LocalDate trueFrom,
            boolean gone,
            @Nullable String sealed) {}

    private record Document(
            LocalDate today,
            HomeRow home,
            int last,
            @Nullable List<FactRow> facts) {}

    /** The row with what the reader is to the home beside it. */
    private record HomeRow(@Nullable List<String> parts) {}

    private StoredFile stored(String text) {
        var tree = json.mapper().readTree(text);
        Document document = json.mapper().treeToValue(tree, Document.class);
        HouseholdRow row = json.mapper().treeToValue(tree.required("home"), HouseholdRow.class);
        List<FactRow> facts = document.facts() == null ? List.of() : document.facts();
        List<String> parts =
                document.home().parts() == null ? List.of() : document.home().parts();
        return new StoredFile(
                row.household(),
                file(row.id(), facts),
                Set.copyOf(parts),
                document.last(),
                row.openedOn(),
                document.today());
    }

    private HouseholdFile file(String household, List<FactRow> rows) {
        Map<String, Held> facts = new TreeMap<>();
        rows.forEach(row -> facts.put(row.fact(), new Held(row.trueFrom(), fact(household, row))));
        return HouseholdFile.of(facts);
    }

    private @Nullable Fact fact(String household, FactRow row) {
        return row.gone()
                ? null
                : json.open(household, row.seq(), row.fact(), row.sealed()).fact();
    }
}
