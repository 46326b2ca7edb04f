package cn.huiyin.programme.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Occupancy;
import cn.huiyin.identity.Scope;
import cn.huiyin.programme.domain.Campaign;
import cn.huiyin.programme.domain.Campaign.Stage;
import cn.huiyin.programme.domain.Way;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers campaigns; whom they are for and who was visited is counted when it is asked. */
@Repository
public class Campaigns {

    private static final String BEGIN = """
            INSERT INTO campaign (place, theme, name, starts_on, ends_on, groups, first, leave_out, first_ways, other_ways, pilots,
                                  pilot_monthly, stage, by)
            VALUES (:place, :theme, :name, :starts, :ends, :groups, :first, :leave_out, :first_ways, :other_ways, :pilots,
                    :monthly, :stage, :by)
            """;

    private static final String PAGE = """
            SELECT *
              FROM campaign c
             WHERE c.street = ANY (:streets)
               AND EXISTS (SELECT FROM unnest(:reaches::text[]) AS reach (place)
                            WHERE starts_with(c.place, reach.place) OR starts_with(reach.place, c.place))
               AND (:stages::text[] IS NULL OR c.stage = ANY (:stages::text[]))
               AND c.id < :before
             ORDER BY c.id DESC
             LIMIT :limit
            """;

    /** Those who are visited first come first, then building by building. */
    private static final String HOMES = """
            SELECT household, path, room, room_key, class, tags, needs, first, done_at, tried_at
              FROM campaign_homes(:id)
             WHERE (street_of(path) = ANY (:streets) OR community = ANY (:communities) OR grid = ANY (:grids))
               AND (done_at IS NOT NULL) = :done
               AND (NOT first, path, room_key, household) > (:second, :path, :room, :household)
             ORDER BY NOT first, path, room_key, household
             LIMIT :limit
            """.replace("street_of(path)", "split_part(path, '/', 2)");

    private static final TypeReference<List<Figures>> FIGURES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    public Campaigns(DatabaseClient database) {
        this.database = database;
    }

    /** A campaign and what lies around it. */
    public record Stored(
            Campaign campaign,
            long by,
            Instant at,
            @Nullable Instant closedAt,
            @Nullable String note) {}

    /** Begins one; refused by the constraint {@code campaign_one_at_a_time} where another one is under way at the same place. */
    public Mono<Long> begin(Campaign campaign, long by) {
        return insert(BEGIN + " RETURNING id", campaign, by);
    }

    /** Proposes one for a theme date; empty where it has been proposed before. */
    public Mono<Long> propose(Campaign campaign, long by) {
        return insert(BEGIN + " ON CONFLICT ON CONSTRAINT campaign_theme_once DO NOTHING RETURNING id", campaign, by);
    }

    private Mono<Long> insert(String sql, Campaign it, long by) {
        var query = database.sql(sql)
                .bind("place", it.place())
                .bind("name", it.name())
                .bind("starts", it.startsOn())
                .bind("ends", it.endsOn())
                .bind("groups", it.groups().toArray(String[]::new))
                .bind("first", it.first().toArray(String[]::new))
                .bind("leave_out", names(it.leaveOut()))
                .bind("first_ways", names(it.firstWays()))
                .bind("other_ways", names(it.otherWays()))
                .bind("pilots", it.pilots().toArray(String[]::new))
                .bind("monthly", it.pilotMonthly())
                .bind("stage", it.stage().name())
                .bind("by", by);
        String theme = it.theme();
        return (theme == null ? query.bindNull("theme", String.class) : query.bind("theme", theme))
                .map(row -> requireNonNull(row.get("id", Long.class)))
                .one();
    }

    /** Whether this is the refusal of a second campaign at the same time. */
    public static boolean oneAtATime(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresqlException refused
                    && "campaign_one_at_a_time"
                            .equals(refused.getErrorDetails()
                                    .getConstraintName()
                                    .orElse(null))) {
                return true;
            }
        }
        return false;
    }

    private static String[] names(Collection<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    public Mono<Stored> find(long id) {
        return database.sql("SELECT * FROM campaign c WHERE c.id = :id")
                .bind("id", id)
                .map(Campaigns::stored)
                .one();
    }

    /** The newest first; those in, and those around the reaches. */
    public Mono<List<Stored>> page(Collection<String> reaches, @Nullable Set<Stage> stages, long before, int limit) {
        var query = database.sql(PAGE)
                .bind(
                        "streets",
                        reaches.stream()
                                .map(reach -> reach.split("/", -1)[1])
                                .distinct()
                                .toArray(String[]::new))
                .bind("reaches", reaches.toArray(String[]::new))
                .bind("before", before)
                .bind("limit", limit);
        return (stages == null || stages.isEmpty()
                        ? query.bindNull("stages", String[].class)
                        : query.bind("stages", names(stages)))
                .map(Campaigns::stored)
                .all()
                .collectList();
    }

    private static Stored stored(Readable row) {
        return new Stored(
                new Campaign(
                        requireNonNull(row.get("id", Long.class)),
                        text(row, "place"),
                        row.get("theme", String.class),
                        text(row, "name"),
                        requireNonNull(row.get("starts_on", LocalDate.class)),
                        requireNonNull(row.get("ends_on", LocalDate.class)),
                        texts(row, "groups"),
                        texts(row, "first"),
                        set(row, "leave_out", Occupancy::valueOf),
                        set(row, "first_ways", Way::valueOf),
                        set(row, "other_ways", Way::valueOf),
                        texts(row, "pilots"),
                        requireNonNull(row.get("pilot_monthly", Integer.class)),
                        Stage.valueOf(text(row, "stage")),
                        requireNonNull(row.get("version", Integer.class))),
                requireNonNull(row.get("by", Long.class)),
                requireNonNull(VisitPolicies.time(row, "at")),
                VisitPolicies.time(row, "closed_at"),
                row.get("note", String.class));
    }

    private static <T> Set<T> set(Readable row, String column, Function<String, T> of) {
        return texts(row, column).stream().map(of).collect(Collectors.toSet());
    }

    private static List<String> texts(Readable row, String column) {
        return Arrays.asList(requireNonNull(row.get(column, String[].class)));
    }

    /** The figures of a grid. */
    public record Figures(
            String community,
            String grid,
            long homes,
            long first,
            long done,

            @com.fasterxml.jackson.annotation.JsonProperty("first_done")
            long firstDone,

            long tried,

            @com.fasterxml.jackson.annotation.JsonProperty("this_month")
            long thisMonth) {}

    /** As they are now; of one that was closed, as they were then. */
    public Mono<List<Figures>> figures(long id) {
        return database.sql(
                        "SELECT coalesce(figures, campaign_figures(id))::text AS figures FROM campaign WHERE id = :id")
                .bind("id", id)
                .map(row -> json.readValue(text(row, "figures"), FIGURES))
                .one();
    }

    /** A home of a campaign. */
    public record Home(
            HouseholdId household,
            String path,
            String room,
            String roomKey,
            HouseholdClass kind,
            List<String> tags,
            List<String> needs,
            boolean first,
            @Nullable Instant doneAt,
            @Nullable Instant triedAt) {}

    /** Where a page begins: behind this home. */
    public record After(boolean second, String path, String roomKey, String household) {
        public static final After NOTHING = new After(false, "", "", "");

        public static After home(Home home) {
            return new After(
                    !home.first(), home.path(), home.roomKey(), home.household().value());
        }
    }

    public Mono<List<Home>> homes(long id, Scope scope, boolean done, After after, int limit) {
        return database.sql(HOMES)
                .bind("id", id)
                .bind("streets", scope.streets().toArray(String[]::new))
                .bind("communities", scope.communities().toArray(String[]::new))
                .bind("grids", scope.grids().toArray(String[]::new))
                .bind("done", done)
                .bind("second", after.second())
                .bind("path", after.path())
                .bind("room", after.roomKey())
                .bind("household", after.household())
                .bind("limit", limit)
                .map(Campaigns::home)
                .all()
                .collectList();
    }

    private static Home home(Readable row) {
        return new Home(
                new HouseholdId(text(row, "household")),
                text(row, "path"),
                text(row, "room"),
                text(row, "room_key"),
                HouseholdClass.valueOf(text(row, "class")),
                texts(row, "tags"),
                texts(row, "needs"),
                requireNonNull(row.get("first", Boolean.class)),
                VisitPolicies.time(row, "done_at"),
                VisitPolicies.time(row, "tried_at"));
    }

    /** Answers SAVED, STALE or the constraint that forbids it. */
    public Mono<String> move(Campaign read, Stage stage, @Nullable LocalDate endsOn, @Nullable String note) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", read.id());
        document.put("version", read.version());
        document.put("stage", stage.name());
        document.put("endsOn", endsOn == null ? null : endsOn.toString());
        document.put("note", note);
        return database.sql("SELECT campaign_move(:doc::jsonb) AS said")
                .bind("doc", json.writeValueAsString(document))
                .map(row -> Objects.requireNonNull(row.get("said", String.class)))
                .one();
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
