package cn.huiyin.ticket.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.safety.CheckState;
import cn.huiyin.ticket.domain.DeadlineKind;
import cn.huiyin.ticket.domain.Stage;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Lists of tickets, newest first, each by its own index. */
@Component
public class TicketLists {

    /** How one way of being asked for is found: the newest of each key and stage, by the index on that column. */
    private static final String BY = """
            SELECT found.no, found.filed_at
              FROM unnest(%1$s) AS asked (key)
             CROSS JOIN unnest(:stages::text[]) AS wanted (stage)
             CROSS JOIN LATERAL (SELECT no, filed_at
                                   FROM ticket
                                  WHERE %2$s = asked.key
                                    AND stage = wanted.stage
                                    AND (filed_at, no) < (:at, :no)
                                  ORDER BY filed_at DESC, no DESC
                                  LIMIT :limit) AS found
            """;

    private static final String HELPED = """
            SELECT no, filed_at
              FROM ticket
             WHERE co_handlers && :units::text[]
               AND stage = ANY (:stages::text[])
               AND (filed_at, no) < (:at, :no)
            """;

    private static final String ITEMS = """
            WITH listed AS (%s)
            SELECT t.no, t.stage, t.category, t.urgency, t.description, t.filed_at, t.place, t.holder,
                   t.first_receiver, t.supervised, t.hand_ons, t.version, t.rated, t.ended_at,
                   coalesce(t.recorder, t.reporter) AS author, m.state AS check_state,
                   d.kind, d.due_at, d.provisional, d.paused_since IS NOT NULL AS paused, huiyin_now() AS now
              FROM (SELECT DISTINCT no, filed_at
                      FROM listed
                     ORDER BY filed_at DESC, no DESC
                     LIMIT :limit) AS page
              JOIN ticket t USING (no)
              LEFT JOIN LATERAL (SELECT kind, due_at, provisional, paused_since
                                   FROM ticket_deadline
                                  WHERE ticket_deadline.no = t.no
                                    AND met_at IS NULL
                                    AND withdrawn_at IS NULL
                                  ORDER BY due_at
                                  LIMIT 1) AS d ON true
              LEFT JOIN content_mark m
                ON m.subject_kind = 'ticket'
               AND m.subject_id = t.no
               AND m.part = 'description'
             ORDER BY t.filed_at DESC, t.no DESC
            """;

    private static final String MINE = ITEMS.formatted(BY.formatted("account_ids(:reporter)", "reporter"));

    private static final String DESK = ITEMS.formatted(String.join(
            "UNION ALL\n",
            BY.formatted(":streets::text[]", "street"),
            BY.formatted(":communities::text[]", "community"),
            BY.formatted(":grids::text[]", "grid"),
            BY.formatted(":units::text[]", "holder"),
            BY.formatted(":units::text[]", "first_receiver"),
            BY.formatted(":recorders::bigint[]", "recorder"),
            HELPED));

    private static final String UNOWNED = ITEMS.formatted("""
            SELECT no, filed_at
              FROM ticket
             WHERE stage = 'CLASSIFIED'
               AND hand_ons > 0
               AND (street = ANY (:streets::text[]) OR community = ANY (:communities::text[]))
               AND (filed_at, no) < (:at, :no)
             ORDER BY filed_at DESC, no DESC
             LIMIT :limit
            """);

    /** By the index on street and due time; what is on the desk is said by the same columns as above. */
    private static final String DUE_SOON = """
            SELECT t.no, t.description, d.kind, d.due_at, d.due_at < huiyin_now() AS late,
                   NOT EXISTS (SELECT
                                 FROM content_mark m
                                WHERE m.subject_kind = 'ticket'
                                  AND m.subject_id = t.no
                                  AND m.part = 'description') AS checked
              FROM ticket_deadline d
              JOIN ticket t USING (no)
             WHERE d.street = ANY (:inStreets::text[])
               AND d.met_at IS NULL
               AND d.withdrawn_at IS NULL
               AND d.paused_since IS NULL
               AND d.due_at < huiyin_now() + make_interval(secs => :seconds)
               AND (t.street = ANY (:streets::text[])
                    OR t.community = ANY (:communities::text[])
                    OR t.grid = ANY (:grids::text[])
                    OR t.holder = ANY (:units::text[])
                    OR t.first_receiver = ANY (:units::text[]))
             ORDER BY d.due_at, t.no
             LIMIT :limit
            """;

    private final DatabaseClient database;

    TicketLists(DatabaseClient database) {
        this.database = database;
    }

    /** Whatever somebody's posts let them see. */
    public record Reach(
            Collection<String> streets,
            Collection<String> communities,
            Collection<String> grids,
            Collection<String> units,
            long recorder) {}

    /** Where the page begins: after this ticket. */
    public record After(Instant filedAt, String no) {

        /** The very beginning. */
        public static final After NOTHING = new After(Instant.parse("9999-01-01T00:00:00Z"), "~");
    }

    /** One line of a list, with what falls due next. */
    public record Item(
            String no,
            Stage stage,
            @Nullable String category,
            String urgency,
            String description,
            Instant filedAt,
            String place,
            @Nullable String holder,
            @Nullable String firstReceiver,
            boolean supervised,
            int handOns,
            boolean rated,
            @Nullable Instant endedAt,
            long author,
            @Nullable CheckState check,
            @Nullable DeadlineKind dueKind,
            @Nullable Instant dueAt,
            boolean provisional,
            boolean paused,
            Instant now) {}

    public Flux<Item> mine(long reporter, Collection<Stage> stages, After after, int limit) {
        return items(database.sql(MINE)
                .bind("reporter", reporter)
                .bind("stages", names(stages))
                .bind("at", after.filedAt())
                .bind("no", after.no())
                .bind("limit", limit));
    }

    public Flux<Item> desk(Reach reach, Collection<Stage> stages, After after, int limit) {
        return items(database.sql(DESK)
                .bind("streets", array(reach.streets()))
                .bind("communities", array(reach.communities()))
                .bind("grids", array(reach.grids()))
                .bind("units", array(reach.units()))
                .bind("recorders", new Long[] {reach.recorder()})
                .bind("stages", names(stages))
                .bind("at", after.filedAt())
                .bind("no", after.no())
                .bind("limit", limit));
    }

    /** What was handed back and belongs to nobody (S2: the list for a cross-department meeting). */
    public Flux<Item> unowned(Reach reach, After after, int limit) {
        return items(database.sql(UNOWNED)
                .bind("streets", array(reach.streets()))
                .bind("communities", array(reach.communities()))
                .bind("at", after.filedAt())
                .bind("no", after.no())
                .bind("limit", limit));
    }

    /**
     * A deadline that falls due soon, or is over and not met.
     *
     * @param checked whether the description is free for all
     */
    public record DueSoon(
            String no, String description, boolean checked, DeadlineKind kind, Instant dueAt, boolean late) {}

    /** Of the tickets on a desk, what falls due first. */
    public Flux<DueSoon> dueSoon(Reach reach, Collection<String> inStreets, Duration within, int limit) {
        return database.sql(DUE_SOON)
                .bind("inStreets", array(inStreets))
                .bind("streets", array(reach.streets()))
                .bind("communities", array(reach.communities()))
                .bind("grids", array(reach.grids()))
                .bind("units", array(reach.units()))
                .bind("seconds", (double) within.toSeconds())
                .bind("limit", limit)
                .map(row -> new DueSoon(
                        text(row, "no"),
                        text(row, "description"),
                        Boolean.TRUE.equals(row.get("checked", Boolean.class)),
                        DeadlineKind.valueOf(text(row, "kind")),
                        requireNonNull(time(row, "due_at")),
                        Boolean.TRUE.equals(row.get("late", Boolean.class))))
                .all();
    }

    private static Flux<Item> items(DatabaseClient.GenericExecuteSpec query) {
        return query.map(TicketLists::item).all();
    }

    private static Item item(Readable row) {
        String kind = row.get("kind", String.class);
        String check = row.get("check_state", String.class);
        return new Item(
                text(row, "no"),
                Stage.valueOf(text(row, "stage")),
                row.get("category", String.class),
                text(row, "urgency"),
                text(row, "description"),
                requireNonNull(time(row, "filed_at")),
                text(row, "place"),
                row.get("holder", String.class),
                row.get("first_receiver", String.class),
                requireNonNull(row.get("supervised", Boolean.class)),
                requireNonNull(row.get("hand_ons", Integer.class)),
                Boolean.TRUE.equals(row.get("rated", Boolean.class)),
                time(row, "ended_at"),
                requireNonNull(row.get("author", Long.class)),
                check == null ? null : CheckState.valueOf(check),
                kind == null ? null : DeadlineKind.valueOf(kind),
                time(row, "due_at"),
                Boolean.TRUE.equals(row.get("provisional", Boolean.class)),
                Boolean.TRUE.equals(row.get("paused", Boolean.class)),
                requireNonNull(time(row, "now")));
    }

    private static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static String[] names(Collection<Stage> stages) {
        return stages.stream().map(Stage::name).toArray(String[]::new);
    }
}
