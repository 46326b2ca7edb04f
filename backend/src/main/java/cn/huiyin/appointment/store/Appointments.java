package cn.huiyin.appointment.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.SlotId;
import cn.huiyin.appointment.domain.Actor;
import cn.huiyin.appointment.domain.Moved;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.appointment.domain.Spoken;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Writing;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers appointments; each read is one statement, and each change is one. */
@Component
public class Appointments {

    private static final String NEXT = """
            SELECT huiyin_now() AS now,
                   'YY' || to_char(huiyin_now() AT TIME ZONE 'Asia/Shanghai', 'YYMMDD')
                        || lpad(nextval('visit_appointment_number')::text, 8, '0') AS no,
                   to_json(s)::text AS slot
              FROM visit_slot s
             WHERE s.id = :slot
            """;

    private static final String ONE = """
            SELECT json_build_object(
                       'now', huiyin_now(),
                       'appointment', to_jsonb(a) || jsonb_build_object('booker', account_now(a.booker)),
                       'slot', to_json(s),
                       'ahead', (SELECT count(*)
                                   FROM visit_appointment w
                                  WHERE w.slot = a.slot
                                    AND w.state = 'WAITING'
                                    AND a.state = 'WAITING'
                                    AND w.queue < a.queue),
                       'events', (SELECT json_agg(to_json(e) ORDER BY e.seq)
                                    FROM visit_appointment_event e
                                   WHERE e.no = a.no),
                       'marks', (SELECT json_object_agg(m.part, m.state)
                                   FROM content_mark m
                                  WHERE m.subject_kind = 'visit'
                                    AND m.subject_id = a.no))::text AS document
              FROM visit_appointment a
              JOIN visit_slot s ON s.id = a.slot
             WHERE a.no = :no
            """;

    /** What somebody wrote is kept together with the promise that it will be checked, or not at all. */
    private static final String BOOK = """
            WITH asked AS (
                SELECT :document::jsonb AS document),
            kept AS MATERIALIZED (
                SELECT visit_book(document) AS said, document -> 'writings' AS writings
                  FROM asked)
            SELECT said::text AS said,
                   CASE WHEN said ->> 'outcome' IN ('BOOKED', 'WAITING') THEN safety_append(writings) END AS promised
              FROM kept
            """;

    private static final String MOVE = """
            WITH asked AS (
                SELECT :document::jsonb AS document),
            kept AS MATERIALIZED (
                SELECT visit_move(document) AS said, document -> 'writings' AS writings
                  FROM asked)
            SELECT said, CASE WHEN said = 'SAVED' THEN safety_append(writings) END AS promised
              FROM kept
            """;

    private static final String PHONE_LOOK = """
            SELECT audit_append('VISIT_PHONE_READ', :by, 'visit/' || :no, '{}')::text
            """;

    private final DatabaseClient database;
    private final AppointmentJson json;

    public Appointments(DatabaseClient database, AppointmentJson json) {
        this.database = database;
        this.json = json;
    }

    /** What a booking needs to know first. */
    public record Next(AppointmentNo no, Slot slot, Instant now) {}

    /** A number that nobody else gets, with the slot; empty where there is no such slot. */
    public Mono<Next> next(SlotId slot) {
        return database.sql(NEXT)
                .bind("slot", slot.value())
                .map(row -> new Next(
                        new AppointmentNo(text(row, "no")),
                        json.read(text(row, "slot"), SlotRow.class).slot(),
                        requireNonNull(row.get("now", OffsetDateTime.class)).toInstant()))
                .one();
    }

    public Mono<StoredAppointment> find(AppointmentNo no) {
        return database.sql(ONE)
                .bind("no", no.value())
                .map(row -> json.read(text(row, "document"), Document.class).stored())
                .one();
    }

    record Document(
            Instant now,
            AppointmentRow appointment,
            SlotRow slot,
            int ahead,
            @Nullable List<StoredAppointment.Event> events,
            @Nullable Map<String, CheckState> marks) {

        StoredAppointment stored() {
            return new StoredAppointment(
                    appointment.appointment(slot),
                    appointment.sealed(),
                    ahead,
                    events == null ? List.of() : events,
                    marks == null ? Marks.NONE : new Marks(marks),
                    now);
        }
    }

    /**
     * A booking to be kept.
     *
     * @param household whose limits count
     * @param person who is visited; nobody is in two places at once
     * @param home the building they live in
     * @param sealed what was said with it
     * @param queue whether a place on the waiting list will do
     * @param writings what the content check is to read
     * @param answers the answers for a place and for the waiting list, as JSON
     */
    public record Booking(
            AppointmentNo no,
            SlotId slot,
            AccountId booker,
            @Nullable AccountId recorder,
            String household,
            String person,
            PlacePath home,
            @Nullable String room,
            String sealed,
            @Nullable String relation,
            List<String> needs,
            boolean queue,
            Actor by,
            Part as,
            List<Writing> writings,
            Map<String, String> answers,
            String location,
            String etag,
            Repeat repeat) {}

    /** What became of it: BOOKED, WAITING, or why not. {@code body} is the answer that was kept. */
    public record Booked(
            String outcome,
            @Nullable Integer ahead,
            @Nullable String body) {}

    /** Keeps the booking with everything that must be said, or says why not; one statement. */
    public Mono<Booked> book(Booking asked) {
        return database.sql(BOOK)
                .bind("document", json.write(BookDocument.of(asked)))
                .map(row -> json.read(text(row, "said"), Booked.class))
                .one()
                .retryWhen(Deadlocks.TRY_AGAIN);
    }

    private record BookDocument(
            NewAppointment appointment,
            boolean queue,
            boolean byOneself,
            long by,
            String byName,
            Part part,
            Map<String, String> answers,
            List<Writing> writings,
            Repeated repeat) {

        static BookDocument of(Booking asked) {
            return new BookDocument(
                    NewAppointment.of(asked),
                    asked.queue(),
                    asked.recorder() == null,
                    asked.by().id().value(),
                    asked.by().name(),
                    asked.as(),
                    asked.answers(),
                    asked.writings(),
                    new Repeated(
                            asked.repeat().caller(),
                            asked.repeat().key(),
                            asked.repeat().fingerprint(),
                            asked.location(),
                            asked.etag()));
        }
    }

    private record Repeated(long caller, @Nullable String key, String fingerprint, String location, String etag) {}

    private record NewAppointment(
            String no,
            String street,
            long slot,
            long booker,
            @Nullable Long recorder,
            String household,
            String person,
            String building,
            String grid,
            String path,
            @Nullable String room,
            String sealed,
            @Nullable String relation,
            List<String> needs) {

        static NewAppointment of(Booking asked) {
            return new NewAppointment(
                    asked.no().value(),
                    asked.home().street().value(),
                    asked.slot().value(),
                    asked.booker().value(),
                    asked.recorder() == null ? null : asked.recorder().value(),
                    asked.household(),
                    asked.person(),
                    asked.home().last().value(),
                    Slots.gridOf(asked.home()),
                    asked.home().value(),
                    asked.room(),
                    asked.sealed(),
                    asked.relation(),
                    asked.needs());
        }
    }

    /** Keeps a move with all that follows from it, one statement: SAVED, STALE, FULL, GONE, or what forbids it. */
    public Mono<String> save(Moved moved, Actor by) {
        return database.sql(MOVE)
                .bind("document", json.write(MoveDocument.of(moved, by)))
                .map(row -> text(row, "said"))
                .one()
                .retryWhen(Deadlocks.TRY_AGAIN);
    }

    private record MoveDocument(
            String no,
            int version,
            String move,
            String from,
            String to,
            @Nullable Long slot,
            boolean byOneself,
            long by,
            String byName,
            Part part,
            @Nullable String note,
            List<Writing> writings,
            Tell tell) {

        static MoveDocument of(Moved moved, Actor by) {
            Slot to = moved.order().slot();
            return new MoveDocument(
                    moved.before().no().value(),
                    moved.before().version(),
                    moved.step().move().name(),
                    moved.before().stored().name(),
                    moved.step().to().name(),
                    to == null ? null : to.id().value(),
                    moved.as() == Part.BOOKER,
                    by.id().value(),
                    by.name(),
                    moved.as(),
                    moved.order().note(),
                    Spoken.note(moved, by),
                    new Tell(moved.residentHears(), moved.visitorHears(), moved.formerVisitorHears()));
        }
    }

    private record Tell(
            @Nullable String resident,
            @Nullable String staff,
            @Nullable String left) {}

    /** Cancels what is to come of a person and forgets what they said; twice is the same as once. */
    public Mono<Long> forget(AccountId account) {
        return database.sql("SELECT visit_forget(:account)::bigint AS forgotten")
                .bind("account", account.value())
                .map(row -> requireNonNull(row.get("forgotten", Long.class)))
                .one();
    }

    /** Keeps in the audit chain that somebody looked at a number, before it is handed out. */
    public Mono<Void> noteLook(AppointmentNo no, AccountId by) {
        return database.sql(PHONE_LOOK)
                .bind("by", by.value())
                .bind("no", no.value())
                .then();
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
