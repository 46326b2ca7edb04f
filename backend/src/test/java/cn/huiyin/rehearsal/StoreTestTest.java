package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@StoreTest
class StoreTestTest {

    private final RehearsalClock clock;

    StoreTestTest(RehearsalClock clock) {
        this.clock = clock;
    }

    @Test
    void theOneClockCanBeStoppedMovedAndSet() {
        var friday = Instant.parse("2026-11-20T01:00:00Z");

        assertThat(clock.stopAt(friday)).isEqualTo(friday);
        assertThat(clock.advance(Duration.ofHours(72))).isEqualTo(friday.plus(Duration.ofHours(72)));
        assertThat(clock.setTo(friday)).isBetween(friday, friday.plusSeconds(10));
    }
}
