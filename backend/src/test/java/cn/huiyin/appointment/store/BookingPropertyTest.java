package cn.huiyin.appointment.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.store.PlainBookings.PlainBooking;
import cn.huiyin.appointment.store.PlainBookings.PlainHome;
import cn.huiyin.appointment.store.PlainBookings.PlainSlot;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * V1: random people book, move, cancel, and random slots are closed and resized, against {@link PlainBookings}: never one
 * too many, nobody twice, the lists in their order and moved up as far as they can be, the counts agree. Set
 * {@code -Dhuiyin.seed=…} to play a run again.
 */
@StoreTest
class BookingPropertyTest {

    private static final int STORIES = Integer.getInteger("huiyin.stories", 30);
    private static final int STEPS = 40;
    private static final int PEOPLE = 7;
    private static final int STAFF = 3;

    private static final String SLOTS = """
            SELECT id || ' ' || state || ' ' || capacity || ' ' || taken || ' ' || waiting
              FROM visit_slot
             WHERE id = ANY (:ids)
             ORDER BY id
            """;

    private static final String BOOKINGS = """
            SELECT no || ' ' || slot || ' ' || state || CASE WHEN state = 'WAITING' THEN ' ' || queue ELSE '' END
              FROM visit_appointment
             WHERE booker BETWEEN :first AND :last
             ORDER BY no
            """;

    private final BookingScene scene;

    BookingPropertyTest(DatabaseClient database, RehearsalClock clock) {
        scene = new BookingScene(database, clock);
    }

    @Test
    void randomStoriesAgreeWithThePlainModel() {
        long seed = Long.getLong("huiyin.seed", System.nanoTime());
        System.out.println("BookingPropertyTest seed " + seed);
        Random random = new Random(seed);
        Set<String> seen = new TreeSet<>();
        for (int story = 0; story < STORIES; story++) {
            new Story(new Random(random.nextLong()), story, "seed %d, story %d".formatted(seed, story), seen).play();
        }
        System.out.println("BookingPropertyTest: %d stories, %s".formatted(STORIES, seen));
        assertThat(seen)
                .as("everything that can happen did")
                .contains(
                        "book BOOKED",
                        "book WAITING",
                        "book FULL",
                        "book TOO_MANY",
                        "book visit_person_once",
                        "cancel SAVED",
                        "reschedule SAVED",
                        "reschedule FULL",
                        "close SAVED",
                        "resize SAVED",
                        "moved up",
                        "close moved up");
    }

    /** One story, with people and staff of its own. */
    private final class Story {

        private final Random random;
        private final String name;
        private final Set<String> seen;
        private final long first;
        private final Map<Long, PlainHome> homes = new TreeMap<>();
        private final PlainBookings model = new PlainBookings(homes);

        Story(Random random, int number, String name, Set<String> seen) {
            this.random = random;
            this.name = name;
            this.seen = seen;
            this.first = 1_000_000L + number * 1000L;
            for (int i = 0; i < PEOPLE; i++) {
                homes.put(first + i, new PlainHome(1 + random.nextInt(2), 1 + random.nextInt(2)));
            }
            open();
        }

        /** Two hours of each staff member, with small gaps here and there; some at home, some with few places. */
        private void open() {
            for (int staff = 0; staff < STAFF; staff++) {
                int at = 25 * 60 + 5 * random.nextInt(4);
                for (int i = 0; i < 4; i++, at += 30 + 5 * random.nextInt(6)) {
                    boolean atHome = random.nextBoolean();
                    int capacity = atHome ? 1 : 1 + random.nextInt(2);
                    long by = first + 500 + staff;
                    Duration in = Duration.ofMinutes(at);
                    long id = atHome ? scene.atHome(by, in) : scene.point(by, in, capacity);
                    model.slots.put(id, new PlainSlot(id, by, at, capacity, atHome));
                }
            }
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                String where = name + ", step " + step;
                String did = one(where);
                agree(where + ": " + did);
                seen.add(did);
            }
        }

        private long waiting() {
            return model.bookings.values().stream()
                    .filter(one -> one.state.equals("WAITING"))
                    .count();
        }

        private String one(String where) {
            return switch (random.nextInt(14)) {
                case 0, 1 -> moved("cancel", where);
                case 2, 3 -> moved("reschedule", where);
                case 4 -> random.nextInt(3) == 0 ? closed(anySlot(), where) : booked(where);
                case 5 -> resized(where);
                case 6 -> outOfTheWay(where);
                case 7 -> inTheirOwnWay(where);
                default -> booked(where);
            };
        }

        private String booked(String where) {
            return booked(first + random.nextInt(PEOPLE), anySlot(), random.nextInt(3) > 0, where);
        }

        private String booked(long person, PlainSlot slot, boolean queue, String where) {
            PlainHome home = Objects.requireNonNull(homes.get(person));
            var said = scene.booked(
                    person,
                    "account/" + person,
                    slot.id,
                    queue,
                    BookingScene.building(home.grid(), home.building()),
                    random.nextInt(4) == 0 ? new AccountId(1) : null,
                    new Repeat(person, null, ""));
            String no = said.body() == null ? "none" : said.body().replaceAll(".*\"(YY\\d+)\".*", "$1");
            assertThat(model.book(no, person, slot, queue)).as(where).contains(said.outcome());
            return "book " + said.outcome();
        }

        private String moved(String move, String where) {
            List<Map.Entry<String, PlainBooking>> open = new ArrayList<>(model.bookings.entrySet());
            open.removeIf(one -> !one.getValue().isOpen());
            if (open.isEmpty()) {
                return "nothing to move";
            }
            var chosen = open.get(random.nextInt(open.size()));
            PlainBooking booking = chosen.getValue();
            AppointmentNo no = new AppointmentNo(chosen.getKey());
            if (move.equals("cancel")) {
                return cancelled(no, booking, where);
            }
            PlainSlot to = anySlot();
            if (!to.open || to == booking.slot && booking.state.equals("BOOKED")) {
                return "nowhere to move";
            }
            String said = scene.move(no, Move.RESCHEDULE, to.id, Part.BOOKER);
            assertThat(model.reschedule(booking, to)).as(where).contains(said);
            return "reschedule " + said;
        }

        private String cancelled(AppointmentNo no, PlainBooking booking, String where) {
            boolean hadAPlace = booking.state.equals("BOOKED");
            long waitingBefore = waiting();
            String said = scene.move(no, Move.CANCEL, null, Part.BOOKER);
            assertThat(model.cancel(booking)).as(where).contains(said);
            return hadAPlace && waiting() < waitingBefore ? "moved up" : "cancel " + said;
        }

        /** Somebody waits for a place at a time when they are elsewhere, and the place becomes free. */
        private String inTheirOwnWay(String where) {
            for (PlainBooking held : List.copyOf(model.bookings.values())) {
                for (var other : List.copyOf(model.bookings.entrySet())) {
                    PlainBooking taken = other.getValue();
                    if (model.wouldBeTwice(held, taken)) {
                        String did = booked(held.person, taken.slot, true, where);
                        agree(where + ": " + did);
                        return cancelled(new AppointmentNo(other.getKey()), taken, where);
                    }
                }
            }
            return "nobody is in their own way";
        }

        private String outOfTheWay(String where) {
            List<PlainSlot> inTheWay =
                    model.slots.values().stream().filter(model::isInTheWay).toList();
            return inTheWay.isEmpty()
                    ? "no slot is in the way"
                    : closed(inTheWay.get(random.nextInt(inTheWay.size())), where);
        }

        private String closed(PlainSlot slot, String where) {
            long waitingElsewhere = waiting() - model.waiting(slot).size();
            String said = scene.close(slot.id);
            assertThat(model.close(slot)).as(where).contains(said);
            return waiting() < waitingElsewhere ? "close moved up" : "close " + said;
        }

        private String resized(String where) {
            PlainSlot slot = anySlot();
            int capacity = 1 + random.nextInt(3);
            String said = scene.resize(slot.id, capacity);
            assertThat(model.resize(slot, capacity)).as(where).contains(said);
            return "resize " + said;
        }

        private PlainSlot anySlot() {
            List<PlainSlot> all = List.copyOf(model.slots.values());
            return all.get(random.nextInt(all.size()));
        }

        /** What is stored is what the model says, in every slot and of everybody. */
        private void agree(String where) {
            assertThat(rows(scene.database
                            .sql(SLOTS)
                            .bind("ids", model.slots.keySet().toArray(Long[]::new))))
                    .as(where)
                    .isEqualTo(model.slots.values().stream().map(this::inWords).toList());
            assertThat(rows(scene.database.sql(BOOKINGS).bind("first", first).bind("last", first + PEOPLE)))
                    .as(where)
                    .isEqualTo(model.bookings.entrySet().stream()
                            .map(one -> inWords(one.getKey(), one.getValue()))
                            .collect(Collectors.toList()));
        }

        private String inWords(PlainSlot slot) {
            return "%d %s %d %d %d"
                    .formatted(
                            slot.id,
                            slot.open ? "OPEN" : "CLOSED",
                            slot.capacity,
                            model.taken(slot),
                            model.waiting(slot).size());
        }

        private String inWords(String no, PlainBooking booking) {
            String waiting = booking.state.equals("WAITING") ? " " + booking.queue : "";
            return no + " " + booking.slot.id + " " + booking.state + waiting;
        }
    }

    private static List<String> rows(DatabaseClient.GenericExecuteSpec query) {
        return Objects.requireNonNull(
                query.mapValue(String.class).all().collectList().block());
    }
}
