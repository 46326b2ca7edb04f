package cn.huiyin.household.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Homes as they stand today, without opening a single seal. */
@Repository
public class Homes {

    private static final String ONE = "SELECT to_json(h)::text AS home FROM household h WHERE ";

    /** In the order of buildings and rooms. */
    private static final String PAGE = """
            SELECT to_json(h)::text AS home
              FROM household h
             WHERE EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(h.path, reach.place))
               AND h.path >= :from_path AND h.path < :to_path
               AND (h.path, h.room_key, h.id) > (:path, :room, :id)
               AND (:classes::text[] IS NULL OR h.class = ANY (:classes::text[]))
               AND (:statuses::text[] IS NULL OR h.status = ANY (:statuses::text[]))
               AND (:tag::text IS NULL OR :tag::text = ANY (h.tags))
               AND (:need::text IS NULL OR :need::text = ANY (h.needs))
               AND (NOT :touch::boolean OR h.touch_due <= (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date)
               AND (NOT :revise::boolean OR h.revise_due <= (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date)
             ORDER BY h.path, h.room_key, h.id
             LIMIT :limit
            """;

    private static final String TRACED = """
            WITH found AS (
                SELECT h.*, ARRAY(SELECT DISTINCT post.role
                                    FROM unnest(:roles::text[], :places::text[]) AS post (role, place)
                                   WHERE starts_with(h.path, post.place)
                                   ORDER BY post.role) AS parts
                  FROM household_trace t
                  JOIN household h ON h.id = t.household
                 WHERE t.kind = :kind
                   AND t.blind = :blind
                 ORDER BY h.path, h.room_key
                 LIMIT 20),
                 looked AS (
                INSERT INTO household_look (household, street, by, role, purpose, what)
                SELECT id, street, :by, array_to_string(parts, ' '), :purpose, 'SEARCH'
                  FROM found
                 WHERE cardinality(parts) > 0)
            SELECT to_json(found)::text AS home
              FROM found
             WHERE cardinality(parts) > 0
            """;

    private final DatabaseClient database;
    private final FileJson json;

    public Homes(DatabaseClient database, FileJson json) {
        this.database = database;
        this.json = json;
    }

    /** Today by the one clock, in China. */
    public Mono<LocalDate> today() {
        return database.sql("SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today")
                .map(row -> requireNonNull(row.get("today", LocalDate.class)))
                .one();
    }

    public Mono<Household> find(HouseholdId id) {
        return database.sql(ONE + "h.id = :id")
                .bind("id", id.value())
                .map(this::home)
                .one();
    }

    public Flux<Household> find(Collection<HouseholdId> ids) {
        return database.sql(ONE + "h.id = ANY (:ids)")
                .bind("ids", ids.stream().map(HouseholdId::value).toArray(String[]::new))
                .map(this::home)
                .all();
    }

    public Mono<Household> ofRoom(String building, String roomKey) {
        return database.sql(ONE + "h.building = :building AND h.room_key = :room")
                .bind("building", building)
                .bind("room", roomKey)
                .map(this::home)
                .one();
    }

    /**
     * What is looked for.
     *
     * @param reaches paths of which one must cover the home
     * @param within a path that must cover it too
     * @param classes, statuses null for all
     */
    public record Wanted(
            Collection<String> reaches,
            String within,
            @Nullable Set<String> classes,
            @Nullable Set<String> statuses,
            @Nullable String tag,
            @Nullable String need,
            boolean touchDue,
            boolean reviseDue) {

        public static Wanted all(String within) {
            return new Wanted(List.of(within), within, null, null, null, null, false, false);
        }
    }

    /** Where a page begins: after this home. */
    public record After(String path, String roomKey, String id) {
        public static final After NOTHING = new After("", "", "");

        public static After home(Household home) {
            return new After(home.path().value(), home.roomKey(), home.id().value());
        }
    }

    public Flux<Household> page(Wanted wanted, After after, int limit) {
        return database.sql(PAGE)
                .bind("places", wanted.reaches().toArray(String[]::new))
                .bind("from_path", wanted.within())
                .bind("to_path", behind(wanted.within()))
                .bind("path", after.path())
                .bind("room", after.roomKey())
                .bind("id", after.id())
                .bind("classes", array(wanted.classes()))
                .bind("statuses", array(wanted.statuses()))
                .bind("tag", Files.text(wanted.tag()))
                .bind("need", Files.text(wanted.need()))
                .bind("touch", wanted.touchDue())
                .bind("revise", wanted.reviseDue())
                .bind("limit", limit)
                .map(this::home)
                .all();
    }

    /** Paths end in a slash, and 0 follows it. */
    static String behind(String path) {
        return path.substring(0, path.length() - 1) + "0";
    }

    /** By a number, through its blind index; each home that is found knows that it was looked for. At most 20. */
    public Flux<Household> withNumber(String kind, String number, Reader reader, String purpose) {
        return database.sql(TRACED)
                .bind("roles", reader.roleArray())
                .bind("places", reader.placeArray())
                .bind("kind", kind)
                .bind("blind", json.blind(kind, number))
                .bind("by", reader.account())
                .bind("purpose", purpose)
                .map(this::home)
                .all();
    }

    /** Homes whose tags may have changed by themselves by today. */
    public Flux<HouseholdId> comeOfAge(int limit) {
        return database.sql("""
                        SELECT id
                          FROM household
                         WHERE class_until <= (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date
                         ORDER BY class_until, id
                         LIMIT :limit
                        """)
                .bind("limit", limit)
                .map(row -> new HouseholdId(requireNonNull(row.get("id", String.class))))
                .all();
    }

    /** Somebody was in touch, for a caller without a statement of its own; false where there is no such home. */
    public Mono<Boolean> touched(HouseholdId id, LocalDate day, boolean revised) {
        return database.sql("SELECT household_touched(:id, :day, :revised) AS known")
                .bind("id", id.value())
                .bind("day", day)
                .bind("revised", revised)
                .map(row -> requireNonNull(row.get("known", Boolean.class)))
                .one();
    }

    private Household home(Readable row) {
        return json.mapper()
                .readValue(requireNonNull(row.get("home", String.class)), HouseholdRow.class)
                .household();
    }

    private static io.r2dbc.spi.Parameter array(@Nullable Set<String> words) {
        return words == null ? Parameters.in(String[].class) : Parameters.in(words.toArray(String[]::new));
    }
}
