package cn.huiyin.appointment.domain;

import static cn.huiyin.appointment.domain.Someone.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** V1: lead time, and what may still be done with a slot. */
class SlotTest {

    private static final Instant LEAD = TWO.minus(Duration.ofHours(2));

    @Test
    void residentsBookUntilTheLeadTimeAndStaffUntilItBegins() {
        Slot slot = Someone.slot(1);

        assertThatCode(() -> slot.mustBeBookable(LEAD, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> slot.mustBeBookable(LEAD.plusSeconds(1), true)).hasMessageContaining("提前2小时");
        assertThatCode(() -> slot.mustBeBookable(TWO.minusSeconds(1), false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> slot.mustBeBookable(TWO, false)).hasMessageContaining("已经过了");
    }

    @Test
    void aClosedSlotHasNoPlaceAndIsNotBooked() {
        Slot closed = Someone.slot(1, "LAWYER", new AccountId(5), false);

        assertThat(closed.free()).isZero();
        assertThatThrownBy(() -> closed.mustBeBookable(Someone.LONG_BEFORE, false))
                .hasMessageContaining("已经关闭");
        assertThatThrownBy(() -> closed.mustBeChangeable(Someone.LONG_BEFORE)).hasMessageContaining("已经关闭");
    }

    @Test
    void whatHasBegunIsNotClosedAnyMore() {
        assertThatCode(() -> Someone.slot(1).mustBeChangeable(TWO.minusSeconds(1)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Someone.slot(1).mustBeChangeable(TWO)).hasMessageContaining("已经开始");
    }
}
