package cn.huiyin.identity.domain;

import java.time.Duration;

/**
 * How often one may ask: so many at once, and after that as many a minute. Counted by the generic cell rate algorithm
 * (GCRA): all that is remembered of somebody is until when their past requests occupy them.
 *
 * @param atOnce requests that may come at once, at least 1
 * @param aMinute requests a minute in the long run, at least 1
 */
public record Pace(int atOnce, int aMinute) {

    public Pace {
        if (atOnce < 1 || aMinute < 1) {
            throw new IllegalArgumentException(
                    "at least one request at once and one a minute: " + atOnce + ", " + aMinute);
        }
    }

    /** What came of a request: how long to wait, nothing if it is let through; and until when it occupies whoever asked. */
    public record Turn(Duration pause, long busyUntil) {

        public boolean isLetThrough() {
            return pause.isZero();
        }
    }

    /** How long one request occupies whoever asks. */
    public Duration each() {
        return Duration.ofMinutes(1).dividedBy(aMinute);
    }

    /**
     * @param now nanoseconds by any clock that only goes forward
     * @param busyUntil by the same clock, from the turn before; anything not after {@code now} for somebody new
     */
    public Turn turn(long now, long busyUntil) {
        long from = Math.max(0, busyUntil - now);
        long to = from + each().toNanos();
        long most = each().toNanos() * atOnce;
        return to > most ? new Turn(Duration.ofNanos(to - most), busyUntil) : new Turn(Duration.ZERO, now + to);
    }
}
