package cn.huiyin.appointment.domain;

import static cn.huiyin.appointment.domain.Someone.LONG_BEFORE;
import static cn.huiyin.appointment.domain.Someone.TWO;
import static cn.huiyin.appointment.domain.Someone.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** M3: nothing is said of an appointment that is no longer so. */
class StillTrueTest {

    private static final Map<String, String> NOW_THREE = Map.of("v", "3", "slot", "7");
    private static final Map<String, String> WAS_TWO = Map.of("v", "2", "slot", "6");

    @Test
    void aReminderIsTrueOnlyOfTheVersionItWasPromisedFor() {
        assertThat(isTrue(State.BOOKED, "VISIT_TOMORROW", NOW_THREE, LONG_BEFORE))
                .isTrue();
        assertThat(isTrue(State.BOOKED, "VISIT_TOMORROW", WAS_TWO, LONG_BEFORE)).isFalse();
        assertThat(isTrue(State.CANCELLED, "VISIT_SOON", NOW_THREE, LONG_BEFORE))
                .isFalse();
    }

    @Test
    void nothingIsRemindedOfAfterItsEnd() {
        assertThat(isTrue(State.BOOKED, "VISIT_BOOKED", NOW_THREE, TWO.plus(Duration.ofHours(1))))
                .isFalse();
    }

    @Test
    void whoComesIsRemindedOfNoSlotThatIsOver() {
        assertThat(StillTrue.notBecause(in(State.BOOKED).slot(), LONG_BEFORE)).isEmpty();
        assertThat(StillTrue.notBecause(in(State.BOOKED).slot(), TWO.plus(Duration.ofHours(1))))
                .contains("时间已过");
    }

    @Test
    void thatSomebodyWaitedInVainIsTrueWhileTheyWait() {
        Map<String, String> lapsed = Map.of("v", "3", "slot", "7", "lapsed", "true");

        assertThat(isTrue(State.WAITING, "VISIT_CANCELLED", lapsed, LONG_BEFORE))
                .isTrue();
        assertThat(isTrue(State.BOOKED, "VISIT_CANCELLED", lapsed, LONG_BEFORE)).isFalse();
    }

    @Test
    void whoWouldHaveComeIsToldEvenAfterTheNextChangeUnlessItIsTheirsAgain() {
        assertThat(isTrue(State.BOOKED, "VISIT_TO_MAKE_CANCELLED", WAS_TWO, LONG_BEFORE))
                .isTrue();
        assertThat(isTrue(State.BOOKED, "VISIT_TO_MAKE_CANCELLED", Map.of("v", "2", "slot", "7"), LONG_BEFORE))
                .isFalse();
    }

    @Test
    void whoCameAfterAllIsNotToldThatTheyWereMissed() {
        assertThat(isTrue(State.NO_SHOW, "VISIT_NO_SHOW", NOW_THREE, TWO)).isTrue();
        assertThat(isTrue(State.ARRIVED, "VISIT_NO_SHOW", NOW_THREE, TWO)).isFalse();
    }

    private static boolean isTrue(State state, String occasion, Map<String, String> facts, Instant now) {
        return StillTrue.notBecause(in(state), occasion, facts, now).isEmpty();
    }
}
