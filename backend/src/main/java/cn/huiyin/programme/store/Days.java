package cn.huiyin.programme.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.programme.domain.Due;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What a grid worker's day is made of: homes that will be due by then, and what was promised. */
@Repository
public class Days {

    private static final String HOMES = """
            SELECT p.household, h.building, p.path, h.room, h.room_key, p.class, p.due_on,
                   CASE WHEN p.due_on < :day THEN 'OVERDUE' ELSE 'DUE' END AS state
              FROM programme_home p
              JOIN counted_household h ON h.household = p.household
             WHERE p.street = ANY (:streets)
               AND EXISTS (SELECT FROM unnest(:reaches::text[]) AS reach (place) WHERE starts_with(p.path, reach.place))
               AND p.due_on - p.notice <= :day
             ORDER BY p.due_on, p.household
             LIMIT :limit
            """;

    private static final String BOOKINGS = """
            SELECT slot::text AS slot, building, point, starts_at, ends_at
              FROM counted_booking
             WHERE staff = :staff
               AND starts_at >= :from
               AND starts_at < :to
             ORDER BY starts_at, slot
             LIMIT 100
            """;

    private final DatabaseClient database;

    public Days(DatabaseClient database) {
        this.database = database;
    }

    /** A home, and how it stands on the day. */
    public record Home(
            HouseholdId household,
            String building,
            String path,
            String room,
            String roomKey,
            HouseholdClass kind,
            Due state,
            LocalDate dueOn) {}

    /** A booked time of somebody. */
    public record Booking(
            String slot,
            @Nullable String building,
            @Nullable String point,
            Instant from,
            Instant to) {}

    /** The most overdue first. */
    public Mono<List<Home>> homes(List<PlacePath> reaches, LocalDate day, int limit) {
        return database.sql(HOMES)
                .bind(
                        "streets",
                        reaches.stream()
                                .map(reach -> reach.street().value())
                                .distinct()
                                .toArray(String[]::new))
                .bind("reaches", reaches.stream().map(PlacePath::value).toArray(String[]::new))
                .bind("day", day)
                .bind("limit", limit)
                .map(Days::home)
                .all()
                .collectList();
    }

    private static Home home(Readable row) {
        return new Home(
                new HouseholdId(text(row, "household")),
                text(row, "building"),
                text(row, "path"),
                text(row, "room"),
                text(row, "room_key"),
                HouseholdClass.valueOf(text(row, "class")),
                Due.valueOf(text(row, "state")),
                requireNonNull(row.get("due_on", LocalDate.class)));
    }

    public Mono<List<Booking>> bookings(long staff, LocalDate day) {
        return database.sql(BOOKINGS)
                .bind("staff", staff)
                .bind("from", midnight(day))
                .bind("to", midnight(day.plusDays(1)))
                .map(row -> new Booking(
                        text(row, "slot"),
                        row.get("building", String.class),
                        row.get("point", String.class),
                        requireNonNull(VisitPolicies.time(row, "starts_at")),
                        requireNonNull(VisitPolicies.time(row, "ends_at"))))
                .all()
                .collectList();
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toOffsetDateTime();
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
