package cn.huiyin.appointment.store;

import static cn.huiyin.appointment.store.BookingScene.building;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.store.Appointments.Booked;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** V1: what the database itself sees to, whoever asks. */
@StoreTest
class AppointmentsTest {

    private static final AtomicLong NEXT = new AtomicLong(10_000);
    private static final Duration TOMORROW = Duration.ofHours(25);

    private final BookingScene scene;
    private final long doctor = NEXT.incrementAndGet();
    private final long li = NEXT.incrementAndGet();
    private final long wang = NEXT.incrementAndGet();
    private final long zhao = NEXT.incrementAndGet();

    AppointmentsTest(DatabaseClient database, RehearsalClock clock) {
        scene = new BookingScene(database, clock);
    }

    @BeforeEach
    void nineOClock() {
        scene.clock.stopAt(BookingScene.NINE);
    }

    @Test
    void theLastPlaceIsGivenOnceAndTheNextWaits() {
        long slot = scene.point(doctor, TOMORROW, 1);

        assertThat(scene.book(li, slot)).isEqualTo("BOOKED");
        assertThat(scene.book(wang, slot)).isEqualTo("FULL");
        assertThat(scene.queue(wang, slot)).isEqualTo("WAITING");
        assertThat(scene.queue(wang, slot)).isEqualTo("visit_appointment_once");
    }

    @Test
    void whoeverCountsWrongIsRefusedByTheTableItself() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);

        assertThatThrownBy(() -> scene.does("UPDATE visit_slot SET taken = 2 WHERE id = " + slot))
                .hasStackTraceContaining("visit_slot_not_overbooked");
    }

    @Test
    void theWaitingListMovesUpInItsOrderWhenAPlaceBecomesFree() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);
        scene.queue(wang, slot);
        scene.queue(zhao, slot);

        assertThat(scene.cancel(li, slot)).isEqualTo("SAVED");
        assertThat(scene.state(wang, slot)).isEqualTo("BOOKED");
        assertThat(scene.state(zhao, slot)).isEqualTo("WAITING");
        assertThat(scene.promisedTo(wang)).contains("VISIT_MOVED_UP", "VISIT_TOMORROW", "VISIT_SOON");
    }

    @Test
    void morePlacesGoToThoseWhoWait() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);
        scene.queue(wang, slot);
        scene.queue(zhao, slot);

        assertThat(scene.resize(slot, 3)).isEqualTo("SAVED");
        assertThat(scene.state(wang, slot) + scene.state(zhao, slot)).isEqualTo("BOOKEDBOOKED");
        assertThat(scene.resize(slot, 2)).isEqualTo("visit_slot_not_overbooked");
    }

    @Test
    void nobodyMovesUpSoLateThatTheyCouldNotBeTold() {
        long slot = scene.point(doctor, Duration.ofHours(6), 1);
        scene.book(li, slot);
        scene.queue(wang, slot);
        scene.clock.stopAt(BookingScene.in(Duration.ofMinutes(6 * 60 - 119)));

        scene.move(scene.of(li, slot), Move.CANCEL, null, Part.DISPATCHER);
        assertThat(scene.state(wang, slot)).isEqualTo("WAITING");
        scene.clock.stopAt(BookingScene.in(Duration.ofHours(6)));
        var waited = scene.appointments.find(scene.of(wang, slot)).block();
        assertThat(waited.appointment().stateAt(waited.now())).isEqualTo(State.LAPSED);
    }

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        long here = scene.point(doctor, TOMORROW, 5);
        long there = scene.point(NEXT.incrementAndGet(), TOMORROW.plusMinutes(15), 5);
        long after = scene.point(doctor, TOMORROW.plusMinutes(30), 5);
        scene.book(li, here);

        assertThat(scene.book(li, there)).isEqualTo("visit_person_once");
        assertThat(scene.book(li, after)).isEqualTo("BOOKED");
        assertThat(scene.move(scene.of(li, after), Move.RESCHEDULE, there, Part.BOOKER))
                .isEqualTo("visit_person_once");
    }

    @Test
    void whoWasElsewhereMovesUpWhenTheyAreFreeAgain() {
        long here = scene.point(doctor, TOMORROW, 1);
        long there = scene.point(NEXT.incrementAndGet(), TOMORROW, 1);
        scene.book(li, here);
        scene.book(wang, there);
        scene.queue(li, there);
        scene.cancel(wang, there);
        assertThat(scene.state(li, there))
                .as("li is at the other doctor's then")
                .isEqualTo("WAITING");

        scene.cancel(li, here);
        assertThat(scene.state(li, there)).isEqualTo("BOOKED");
    }

    @Test
    void aClosedSlotSetsItsPeopleFreeForWhatTheyWaitFor() {
        long here = scene.point(doctor, TOMORROW, 1);
        long there = scene.point(NEXT.incrementAndGet(), TOMORROW, 1);
        scene.book(li, here);
        scene.book(wang, there);
        scene.queue(li, there);
        scene.cancel(wang, there);

        assertThat(scene.close(here)).isEqualTo("SAVED");
        assertThat(scene.state(li, here)).isEqualTo("CANCELLED");
        assertThat(scene.state(li, there)).isEqualTo("BOOKED");
        assertThat(scene.promisedTo(li)).contains("VISIT_CANCELLED", "VISIT_MOVED_UP");
    }

    @Test
    void aClosedSlotSetsTheDoctorFreeForAHomeThatWaits() {
        long far = scene.atHome(doctor, TOMORROW);
        scene.booked(li, far, false, building(2, 1));
        long near = scene.atHome(doctor, TOMORROW.plusMinutes(30));
        assertThat(scene.booked(wang, near, false, building(1, 1)).outcome()).isEqualTo("visit_slot_staff_way");
        // somebody next door to li has the place, and wang waits for it
        scene.booked(zhao, near, false, building(2, 1));
        scene.booked(wang, near, true, building(1, 1));
        scene.cancel(zhao, near);
        assertThat(scene.state(wang, near)).isEqualTo("WAITING");

        scene.close(far);
        assertThat(scene.state(wang, near)).isEqualTo("BOOKED");
    }

    @Test
    void theWayBetweenBuildingsIsAFigureOfThePolicy() {
        long first = scene.atHome(doctor, TOMORROW);
        long second = scene.atHome(doctor, TOMORROW.plusMinutes(45));
        scene.booked(li, first, false, building(1, 1));

        assertThat(scene.booked(wang, second, false, building(1, 2)).outcome())
                .as("ten minutes within a grid")
                .isEqualTo("BOOKED");
        scene.cancel(wang, second);
        assertThat(scene.booked(zhao, second, false, building(2, 1)).outcome())
                .as("twenty to another")
                .isEqualTo("visit_slot_staff_far_way");

        scene.does("UPDATE visit_policy SET far_minutes = 10");
        long third = NEXT.incrementAndGet();
        long one = scene.atHome(third, TOMORROW);
        long two = scene.atHome(third, TOMORROW.plusMinutes(45));
        scene.does("UPDATE visit_policy SET far_minutes = 20");
        scene.booked(NEXT.incrementAndGet(), one, false, building(1, 1));
        assertThat(scene.booked(zhao, two, false, building(2, 1)).outcome()).isEqualTo("BOOKED");
    }

    @Test
    void nobodyIsOpenedTwiceForOneTime() {
        scene.point(doctor, TOMORROW, 1);
        var again = scene.open(doctor, TOMORROW.plusMinutes(29), 1, null);

        assertThat(again.opened()).isEmpty();
        assertThat(again.skipped())
                .singleElement()
                .extracting(Slots.Skipped::why)
                .isEqualTo("visit_slot_staff_once");
    }

    @Test
    void aPointInAnotherBuildingNeedsItsWayToo() {
        scene.open(doctor, TOMORROW, 1, building(1, 1));

        assertThat(scene.open(doctor, TOMORROW.plusMinutes(35), 1, building(1, 2))
                        .skipped())
                .extracting(Slots.Skipped::why)
                .containsExactly("visit_slot_staff_way");
        assertThat(scene.open(doctor, TOMORROW.plusMinutes(40), 1, building(1, 2))
                        .opened())
                .hasSize(1);
    }

    @Test
    void aHouseholdHasThreeOpenBookingsAndNoMore() {
        for (int i = 0; i < 3; i++) {
            assertThat(scene.book(li, scene.point(doctor, TOMORROW.plusHours(i), 1)))
                    .isEqualTo("BOOKED");
        }
        long fourth = scene.point(doctor, TOMORROW.plusHours(5), 1);

        assertThat(scene.book(li, fourth)).isEqualTo("TOO_MANY");
    }

    @Test
    void whoWasMissedThreeTimesBooksThroughTheCommunityFor90Days() {
        for (int i = 0; i < 3; i++) {
            long slot = scene.point(doctor, TOMORROW.plusHours(i), 1);
            scene.book(li, slot);
        }
        scene.clock.stopAt(BookingScene.in(TOMORROW.plusHours(4)));
        scene.does("UPDATE visit_appointment SET state = 'NO_SHOW', no_show_at = huiyin_now() WHERE booker = " + li);
        long later = scene.point(doctor, TOMORROW.plusHours(40), 5);

        assertThat(scene.book(li, later)).isEqualTo("BY_PHONE_ONLY");
        assertThat(scene.booked(
                                li,
                                "account/" + li,
                                later,
                                false,
                                building(1, 1),
                                new AccountId(1),
                                new Repeat(1, null, ""))
                        .outcome())
                .isEqualTo("BOOKED");
        scene.clock.stopAt(BookingScene.in(TOMORROW.plusDays(91)));
        assertThat(scene.book(li, scene.point(doctor, TOMORROW.plusDays(95), 1)))
                .isEqualTo("BOOKED");
    }

    @Test
    void residentsBookInTimeAndWhoPhonesUntilItBegins() {
        long slot = scene.point(doctor, Duration.ofHours(3), 5);
        scene.clock.stopAt(BookingScene.in(Duration.ofMinutes(61)));

        assertThat(scene.book(li, slot)).isEqualTo("GONE");
        assertThat(scene.booked(
                                li,
                                "account/" + li,
                                slot,
                                false,
                                building(1, 1),
                                new AccountId(1),
                                new Repeat(1, null, ""))
                        .outcome())
                .isEqualTo("BOOKED");
    }

    @Test
    void whatHasBegunIsNotClosed() {
        long slot = scene.point(doctor, Duration.ofHours(3), 1);
        scene.book(li, slot);
        scene.clock.stopAt(BookingScene.in(Duration.ofHours(3)));

        assertThat(scene.close(slot)).isEqualTo("GONE");
        assertThat(scene.state(li, slot)).isEqualTo("BOOKED");
    }

    @Test
    void aMoveOfAnOldVersionIsStale() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);
        var seen = scene.appointments.find(scene.of(li, slot)).block();
        var actor = new cn.huiyin.appointment.domain.Actor(new AccountId(li), "李", EnumSet.of(Part.BOOKER));
        var order = new cn.huiyin.appointment.domain.Order(Move.CANCEL, null, null);
        scene.cancel(li, slot);

        assertThat(scene.appointments
                        .save(seen.appointment().move(order, actor, seen.now()), actor)
                        .block())
                .isEqualTo("STALE");
    }

    @Test
    void oneKeyIsOneBookingAndItsAnswerIsKept() {
        long slot = scene.point(doctor, TOMORROW, 5);
        Repeat repeat = new Repeat(li, "key-" + li, "fingerprint");
        Booked first = scene.booked(li, "account/" + li, slot, false, building(1, 1), null, repeat);

        assertThat(scene.text("SELECT body FROM kept_answer WHERE key = 'key-%d'".formatted(li)))
                .isEqualTo(first.body());
        assertThatThrownBy(() -> scene.booked(
                        li,
                        "account/" + li,
                        scene.point(doctor, TOMORROW.plusHours(1), 1),
                        false,
                        building(1, 1),
                        null,
                        repeat))
                .hasStackTraceContaining("kept_answer_once");
    }

    @Test
    void bothSidesAreRemindedTheDayBeforeAndTheHourBefore() {
        long slot = scene.point(doctor, Duration.ofHours(50), 2);
        scene.book(li, slot);
        scene.book(wang, slot);

        assertThat(scene.promisedTo(li)).containsExactly("VISIT_BOOKED", "VISIT_SOON", "VISIT_TOMORROW");
        assertThat(scene.promisedTo(doctor))
                .as("once for each slot, however many come")
                .containsExactly("VISIT_TO_MAKE", "VISIT_TO_MAKE", "VISIT_TO_MAKE_SOON", "VISIT_TO_MAKE_TOMORROW");
        scene.cancel(li, slot);
        assertThat(scene.promisedTo(li)).isEmpty();
    }

    @Test
    void whoWaitsIsToldInTimeThatNothingBecameFree() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);
        scene.queue(wang, slot);

        assertThat(scene.text("SELECT not_before::text FROM outbox WHERE recipient = " + wang))
                .isEqualTo(
                        scene.text("SELECT (starts_at - interval '2 hours')::text FROM visit_slot WHERE id = " + slot));
        scene.cancel(li, slot);
        assertThat(scene.promisedTo(wang)).doesNotContain("VISIT_CANCELLED");
    }

    @Test
    void whoWouldHaveComeIsToldEvenIfItIsMovedOnAtOnce() {
        long other = NEXT.incrementAndGet();
        long slot = scene.point(doctor, TOMORROW, 1);
        long to = scene.point(other, TOMORROW, 1);
        scene.book(li, slot);
        AppointmentNo no = scene.of(li, slot);

        scene.move(no, Move.RESCHEDULE, to, Part.BOOKER);
        scene.move(no, Move.CANCEL, null, Part.BOOKER);
        assertThat(scene.promisedTo(doctor)).contains("VISIT_TO_MAKE_CANCELLED");
        assertThat(scene.promisedTo(other)).contains("VISIT_TO_MAKE_CANCELLED");
    }

    @Test
    void noMessageCarriesWhatAResidentWrote() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);
        scene.cancel(li, slot);

        assertThat(scene.text(
                        "SELECT count(*)::text FROM outbox WHERE recipient = %d AND facts ? 'note'".formatted(doctor)))
                .isEqualTo("0");
        assertThat(scene.text("SELECT note FROM visit_appointment_event WHERE move = 'CANCEL' AND by = " + li))
                .isEqualTo("临时有事");
    }

    @Test
    void whoPhonedAndLogsInLaterIsOnePerson() {
        long phoned = NEXT.incrementAndGet();
        scene.does("INSERT INTO account (id, display_name) OVERRIDING SYSTEM VALUE VALUES (%d, '王'), (%d, '王')"
                .formatted(phoned, wang));
        long slot = scene.point(doctor, TOMORROW, 5);
        scene.booked(
                phoned, "account/" + phoned, slot, false, building(1, 1), new AccountId(1), new Repeat(1, null, ""));
        AppointmentNo no = scene.of(phoned, slot);
        scene.does("UPDATE account SET merged_into = %d WHERE id = %d".formatted(wang, phoned));

        assertThat(scene.appointments.find(no).block().appointment().booker()).isEqualTo(new AccountId(wang));
        assertThat(new AppointmentLists(scene.database, new AppointmentJson())
                        .mine(new AccountId(wang), EnumSet.allOf(State.class), "0", 10)
                        .block())
                .hasSize(1);
        assertThat(scene.book(wang, slot)).isIn("visit_appointment_once", "visit_person_once");
    }

    @Test
    void whoIsForgottenLeavesAPlaceFreeAndNothingOfThemselves() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);
        scene.queue(wang, slot);
        AppointmentNo no = scene.of(li, slot);
        long other = scene.point(doctor, TOMORROW.plusHours(1), 1);
        scene.book(li, other);
        scene.cancel(li, other);

        assertThat(scene.appointments.forget(new AccountId(li)).block()).isEqualTo(2);
        assertThat(scene.state(wang, slot)).isEqualTo("BOOKED");
        assertThat(scene.text(
                        "SELECT concat(sealed, room, relation, person, household) FROM visit_appointment WHERE no = '%s'"
                                .formatted(no)))
                .isEqualTo("gone/%1$sgone/%1$s".formatted(no));
        assertThat(scene.text("SELECT count(*)::text FROM visit_appointment_event WHERE by = %d AND note IS NOT NULL"
                        .formatted(li)))
                .isEqualTo("0");
        assertThat(scene.appointments.forget(new AccountId(li)).block()).isZero();
        assertThat(scene.appointments.find(no).block().sealed()).isNull();
    }

    @Test
    void theTimelineCanOnlyGrow() {
        long slot = scene.point(doctor, TOMORROW, 1);
        scene.book(li, slot);

        assertThatThrownBy(() -> scene.does("UPDATE visit_appointment_event SET by_name = '别人' WHERE by = " + li))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> scene.does("DELETE FROM visit_appointment_event WHERE by = " + li))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> scene.does("TRUNCATE visit_appointment_event")).hasStackTraceContaining("append-only");
    }

    @Test
    void everyNeedThatWordsSpeakForIsKnownAndHasItsService() {
        var words = cn.huiyin.appointment.domain.NeedWords.read();

        for (String need : words.needs()) {
            assertThat(scene.text("SELECT count(*)::text FROM visit_need WHERE code = '%s'".formatted(need)))
                    .as(need)
                    .isEqualTo("1");
            assertThat(scene.text("SELECT count(*)::text FROM visit_service WHERE '%s' = ANY (needs)".formatted(need)))
                    .as(need)
                    .isNotEqualTo("0");
        }
    }
}
