package cn.huiyin.appointment.store;

import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.SlotId;
import cn.huiyin.appointment.domain.Actor;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Opening.Window;
import cn.huiyin.appointment.domain.Order;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.appointment.store.Appointments.Booked;
import cn.huiyin.appointment.store.Appointments.Booking;
import cn.huiyin.appointment.store.Slots.Opened;
import cn.huiyin.appointment.store.Slots.Wish;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import cn.huiyin.rehearsal.RehearsalClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** A community with a doctor, on a real PostgreSQL whose clock stands still on Saturday, 2026-11-28, at nine. */
final class BookingScene {

    static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");

    private static final PlacePath COMMUNITY = new PlacePath("/qinghe/qinghe-c1/");

    final DatabaseClient database;
    final Slots slots;
    final Appointments appointments;
    final RehearsalClock clock;

    BookingScene(DatabaseClient database, RehearsalClock clock) {
        AppointmentJson json = new AppointmentJson();
        this.database = database;
        this.slots = new Slots(database, json);
        this.appointments = new Appointments(database, json);
        this.clock = clock;
        clock.stopAt(NINE);
    }

    /** The building {@code b} of the grid {@code g}. */
    static PlacePath building(int g, int b) {
        return new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g%1$d/qinghe-c1-g%1$d-b%2$d/".formatted(g, b));
    }

    static Instant in(Duration time) {
        return NINE.plus(time);
    }

    /** Half an hour at a point. */
    long point(long staff, Duration in, int capacity) {
        return only(open(staff, in, capacity, null));
    }

    long atHome(long staff, Duration in) {
        return only(open(staff, in, 0, null));
    }

    /** With capacity 0 it is at home. */
    Opened open(long staff, Duration in, int capacity, @Nullable PlacePath building) {
        Wish wish = new Wish(
                COMMUNITY,
                "COMMUNITY_DOCTOR",
                new AccountId(staff),
                Math.max(1, capacity),
                capacity == 0,
                capacity == 0 ? null : "党群服务中心",
                building,
                null,
                null,
                new AccountId(1));
        Instant start = in(in);
        return Objects.requireNonNull(slots.open(
                        wish, List.of(new Window(start, start.plus(Duration.ofMinutes(30)), false)))
                .block());
    }

    static long only(Opened opened) {
        return opened.opened().get(0);
    }

    /** Somebody of a household of their own in 1号楼 of the first grid. */
    String book(long person, long slot) {
        return book(person, slot, false);
    }

    String queue(long person, long slot) {
        return book(person, slot, true);
    }

    private String book(long person, long slot, boolean queue) {
        return booked(person, slot, queue, building(1, 1)).outcome();
    }

    Booked booked(long person, long slot, boolean queue, PlacePath home) {
        return booked(person, "account/" + person, slot, queue, home, null, new Repeat(person, null, ""));
    }

    Booked booked(
            long booker,
            String household,
            long slot,
            boolean queue,
            PlacePath home,
            @Nullable AccountId recorder,
            Repeat repeat) {
        var next = Objects.requireNonNull(appointments.next(new SlotId(slot)).block());
        Part as = recorder == null ? Part.BOOKER : Part.DISPATCHER;
        return Objects.requireNonNull(appointments
                .book(new Booking(
                        next.no(),
                        new SlotId(slot),
                        new AccountId(booker),
                        recorder,
                        household,
                        "account/" + booker,
                        home,
                        "502",
                        "AAAAAAAAsealed",
                        null,
                        List.of("HEALTH"),
                        queue,
                        new Actor(recorder == null ? new AccountId(booker) : recorder, "某人", EnumSet.of(as)),
                        as,
                        List.of(),
                        Map.of("BOOKED", answer(next.no()), "WAITING", answer(next.no())),
                        "/api/v1/appointments/" + next.no(),
                        "\"1.new\"",
                        repeat))
                .block());
    }

    private static String answer(AppointmentNo no) {
        return "{\"id\":\"%s\",\"ahead\":0}".formatted(no);
    }

    /** The newest appointment of a person in a slot. */
    AppointmentNo of(long person, long slot) {
        return new AppointmentNo(
                text("SELECT max(no) FROM visit_appointment WHERE booker = %d AND slot = %d".formatted(person, slot)));
    }

    String state(long person, long slot) {
        return text("SELECT state FROM visit_appointment WHERE no = '%s'".formatted(of(person, slot)));
    }

    String cancel(long person, long slot) {
        return move(of(person, slot), Move.CANCEL, null, Part.BOOKER);
    }

    String move(AppointmentNo no, Move move, @Nullable Long target, Part as) {
        StoredAppointment stored = Objects.requireNonNull(appointments.find(no).block());
        Slot to = target == null
                ? null
                : Objects.requireNonNull(slots.find(new SlotId(target)).block()).slot();
        Actor actor =
                new Actor(as == Part.BOOKER ? stored.appointment().booker() : new AccountId(1), "某人", EnumSet.of(as));
        return Objects.requireNonNull(appointments
                .save(stored.appointment().move(new Order(move, "临时有事", to), actor, stored.now()), actor)
                .block());
    }

    String close(long slot) {
        return Objects.requireNonNull(
                slots.close(new SlotId(slot), version(slot), "医生有急诊", new AccountId(1), "某人", "DISPATCHER")
                        .block());
    }

    String resize(long slot, int capacity) {
        return Objects.requireNonNull(
                slots.resize(new SlotId(slot), version(slot), capacity).block());
    }

    private int version(long slot) {
        return Integer.parseInt(text("SELECT version::text FROM visit_slot WHERE id = " + slot));
    }

    /** What waits in the outbox for somebody, by occasion. */
    List<String> promisedTo(long person) {
        return Objects.requireNonNull(database.sql(
                        "SELECT occasion FROM outbox WHERE recipient = :person AND state = 'WAITING' ORDER BY occasion")
                .bind("person", person)
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
    }

    String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).one().block());
    }

    void does(String sql) {
        database.sql(sql).then().block();
    }
}
