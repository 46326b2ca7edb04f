package cn.huiyin.appointment.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.appointment.SlotId;
import cn.huiyin.appointment.domain.Opening;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers the times that can be booked. */
@Component
public class Slots {

    private static final String ONE = """
            SELECT huiyin_now() AS now, to_json(s)::text AS slot
              FROM visit_slot s
             WHERE s.id = :id
            """;

    private static final String PAGE = """
            SELECT huiyin_now() AS now, to_json(s)::text AS slot
              FROM visit_slot s
             WHERE %s
               AND s.starts_at >= :from
               AND s.starts_at < :to
               AND (:service::text IS NULL OR s.service = :service)
               AND (s.starts_at, s.id) > (:at, :id)
             ORDER BY s.starts_at, s.id
             LIMIT :limit
            """;

    private static final String BOOKABLE = PAGE.formatted("""
            s.community = ANY (:communities::text[])
               AND s.state = 'OPEN'
               AND s.book_until >= huiyin_now()""");

    private static final String DESK = PAGE.formatted("(s.community = ANY (:communities::text[]) OR s.staff = :staff)");

    private static final String FREE = """
            SELECT huiyin_now() AS now, to_json(s)::text AS slot
              FROM visit_slot s
             WHERE s.community = :community
               AND s.starts_at > huiyin_now()
               AND (:service::text IS NULL OR s.service = :service)
               AND s.state = 'OPEN'
               AND s.book_until >= huiyin_now()
               AND s.taken < s.capacity
             ORDER BY s.starts_at, s.id
             LIMIT :limit
            """;

    private final DatabaseClient database;
    private final AppointmentJson json;

    public Slots(DatabaseClient database, AppointmentJson json) {
        this.database = database;
        this.json = json;
    }

    /** A slot, and the moment it was read at. */
    public record Seen(Slot slot, Instant now) {}

    public Mono<Instant> now() {
        return database.sql("SELECT huiyin_now() AS now").map(Slots::now).one();
    }

    public Mono<Seen> find(SlotId id) {
        return database.sql(ONE).bind("id", id.value()).map(this::seen).one();
    }

    /**
     * Part of a list by time.
     *
     * @param communities their paths
     * @param staff whose own slots belong to the list too
     * @param service only of this service
     */
    public record Asked(
            Collection<PlacePath> communities,
            @Nullable AccountId staff,
            Instant from,
            Instant to,
            @Nullable String service,
            Instant afterTime,
            long afterId,
            int limit) {}

    /** Open and not yet too late to book, full ones included. */
    public Mono<List<Seen>> bookable(Asked asked) {
        return page(database.sql(BOOKABLE), asked);
    }

    /** The next with a place left. */
    public Mono<List<Seen>> free(PlacePath community, @Nullable String service, int limit) {
        return database.sql(FREE)
                .bind("community", community.value())
                .bind("service", Parameter.fromOrEmpty(service, String.class))
                .bind("limit", limit)
                .map(this::seen)
                .all()
                .collectList();
    }

    /** All of them, closed and past ones too. */
    public Mono<List<Seen>> desk(Asked asked) {
        long staff = asked.staff() == null ? 0 : asked.staff().value();
        return page(database.sql(DESK).bind("staff", staff), asked);
    }

    private Mono<List<Seen>> page(DatabaseClient.GenericExecuteSpec query, Asked asked) {
        return query.bind(
                        "communities",
                        asked.communities().stream().map(PlacePath::value).toArray(String[]::new))
                .bind("from", asked.from().atOffset(ZoneOffset.UTC))
                .bind("to", asked.to().atOffset(ZoneOffset.UTC))
                .bind("service", Parameter.fromOrEmpty(asked.service(), String.class))
                .bind("at", asked.afterTime().atOffset(ZoneOffset.UTC))
                .bind("id", asked.afterId())
                .bind("limit", asked.limit())
                .map(this::seen)
                .all()
                .collectList();
    }

    /**
     * What is to be opened.
     *
     * @param building of the point; null where it is at the residents' homes
     * @param leadMinutes as the policy says if null
     */
    public record Wish(
            PlacePath community,
            String service,
            AccountId staff,
            int capacity,
            boolean atHome,
            @Nullable String point,
            @Nullable PlacePath building,
            @Nullable Integer leadMinutes,
            @Nullable Integer cancelMinutes,
            AccountId by) {}

    /** What was opened, and what could not be since the staff member is elsewhere then or on the way. */
    public record Opened(List<Long> opened, List<Skipped> skipped) {}

    public record Skipped(Instant startsAt, Instant endsAt, String why) {}

    public Mono<Opened> open(Wish wish, List<Opening.Window> windows) {
        var document = new OpenDocument(
                windows.stream().map(window -> row(wish, window)).toList(), wish.leadMinutes(), wish.cancelMinutes());
        return database.sql("SELECT visit_open(:document::jsonb)::text AS opened")
                .bind("document", json.write(document))
                .map(row -> json.read(text(row, "opened"), Opened.class))
                .one();
    }

    private record OpenDocument(
            List<NewSlot> slots,
            @Nullable Integer leadMinutes,
            @Nullable Integer cancelMinutes) {}

    private record NewSlot(
            String street,
            String community,
            String service,
            long staff,
            Instant startsAt,
            Instant endsAt,
            int capacity,
            boolean atHome,
            @Nullable String point,
            @Nullable String building,
            @Nullable String grid,
            boolean offHours,
            long openedBy) {}

    private static NewSlot row(Wish wish, Opening.Window window) {
        PlacePath building = wish.building();
        return new NewSlot(
                wish.community().street().value(),
                wish.community().value(),
                wish.service(),
                wish.staff().value(),
                window.startsAt(),
                window.endsAt(),
                wish.capacity(),
                wish.atHome(),
                wish.point(),
                building == null ? null : building.last().value(),
                building == null ? null : gridOf(building),
                window.offHours(),
                wish.by().value());
    }

    /** Travel is counted by grids: the place above a building. */
    static String gridOf(PlacePath building) {
        return building.wider().orElse(building).last().value();
    }

    public Mono<List<Seen>> all(List<Long> ids) {
        return database.sql("""
                        SELECT huiyin_now() AS now, to_json(s)::text AS slot
                          FROM visit_slot s
                         WHERE s.id = ANY (:ids)
                         ORDER BY s.starts_at, s.id
                        """)
                .bind("ids", ids.toArray(Long[]::new))
                .map(this::seen)
                .all()
                .collectList();
    }

    /** Closes it and cancels what is booked in it, with everything that must be said; SAVED, STALE or GONE. */
    public Mono<String> close(SlotId id, int version, String note, AccountId by, String byName, String part) {
        var document = new CloseDocument(id.value(), version, note, by.value(), byName, part);
        return database.sql("SELECT visit_close(:document::jsonb) AS said")
                .bind("document", json.write(document))
                .map(row -> text(row, "said"))
                .one()
                .retryWhen(Deadlocks.TRY_AGAIN);
    }

    private record CloseDocument(long slot, int version, String note, long by, String byName, String part) {}

    /** More or fewer places; SAVED, STALE, or the constraint that forbids it. */
    public Mono<String> resize(SlotId id, int version, int capacity) {
        return database.sql("SELECT visit_resize(:id, :version, :capacity) AS said")
                .bind("id", id.value())
                .bind("version", version)
                .bind("capacity", capacity)
                .map(row -> text(row, "said"))
                .one()
                .retryWhen(Deadlocks.TRY_AGAIN);
    }

    private Seen seen(Readable row) {
        return new Seen(json.read(text(row, "slot"), SlotRow.class).slot(), now(row));
    }

    private static Instant now(Readable row) {
        return requireNonNull(row.get("now", OffsetDateTime.class)).toInstant();
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
