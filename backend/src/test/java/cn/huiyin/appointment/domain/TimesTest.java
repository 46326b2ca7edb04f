package cn.huiyin.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Times as people read them, in China whatever the machine thinks. */
class TimesTest {

    @Test
    void aSlotNamesItsDayOfTheWeek() {
        assertThat(Times.ofSlot(Someone.TWO, Someone.TWO.plus(Duration.ofMinutes(30))))
                .isEqualTo("12月2日（周三）14:00–14:30");
    }

    @Test
    void lateInTheEveningIsStillThatDay() {
        Instant late = Instant.parse("2026-12-31T15:30:00Z");

        assertThat(Times.ofSlot(late, late.plus(Duration.ofMinutes(20)))).isEqualTo("12月31日（周四）23:30–23:50");
        assertThat(Times.exact(late)).isEqualTo("2026年12月31日 23:30");
    }
}
