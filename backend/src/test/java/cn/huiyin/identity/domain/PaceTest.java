package cn.huiyin.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long START = 5_000_000_000L;

    private final Pace threeAtOnceThenOneASecond = new Pace(3, 60);

    @Test
    void somebodyNewMayAskAsOftenAsIsAllowedAtOnce() {
        long busy = START;
        for (int i = 0; i < 3; i++) {
            var turn = threeAtOnceThenOneASecond.turn(START, busy);
            assertThat(turn.isLetThrough()).isTrue();
            busy = turn.busyUntil();
        }

        var fourth = threeAtOnceThenOneASecond.turn(START, busy);

        assertThat(fourth.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(fourth.busyUntil()).isEqualTo(busy);
    }

    @Test
    void whoeverWaitsAsLongAsWasSaidIsLetThrough() {
        long busy = START + Duration.ofSeconds(3).toNanos();
        var refused = threeAtOnceThenOneASecond.turn(START, busy);

        var later = START + refused.pause().toNanos();

        assertThat(threeAtOnceThenOneASecond.turn(later, busy).isLetThrough()).isTrue();
        assertThat(threeAtOnceThenOneASecond.turn(later - 1, busy).isLetThrough())
                .isFalse();
    }

    @Test
    void askingInVainDoesNotMakeTheWaitLonger() {
        long busy = START + Duration.ofSeconds(3).toNanos();
        for (int i = 0; i < 100; i++) {
            busy = threeAtOnceThenOneASecond.turn(START, busy).busyUntil();
        }

        assertThat(threeAtOnceThenOneASecond.turn(START, busy).pause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aPaceThatLetsNobodyThroughIsNone() {
        assertThatThrownBy(() -> new Pace(0, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever the crowd does: in no minute do more pass than may come at once and then in a minute. */
    @Test
    void inNoMinuteDoMorePassThanThePaceAllows() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int story = 0; story < 200; story++) {
            var pace = new Pace(1 + random.nextInt(20), 1 + random.nextInt(200));
            var passed = new ArrayDeque<Long>();
            long now = START;
            long busy = 0;
            for (int request = 0; request < 500; request++) {
                now += (long)
                        (random.nextDouble() * random.nextInt(3) * pace.each().toNanos());
                var turn = pace.turn(now, busy);
                busy = turn.busyUntil();
                if (turn.isLetThrough()) {
                    passed.add(now);
                }
                long minuteAgo = now - Duration.ofMinutes(1).toNanos();
                passed.removeIf(at -> at <= minuteAgo);
                assertThat(passed)
                        .as("seed %d, %s", seed, pace)
                        .hasSizeLessThanOrEqualTo(pace.atOnce() + pace.aMinute());
            }
        }
    }
}
