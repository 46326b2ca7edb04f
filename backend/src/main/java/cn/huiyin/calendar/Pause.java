package cn.huiyin.calendar;

import java.time.Instant;

/**
 * A time that does not count, such as waiting for the resident. It has ended: one still open is not counted over.
 *
 * @param from the first instant that does not count
 * @param to the first instant that counts again
 */
public record Pause(Instant from, Instant to) {

    public Pause {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends after it begins: " + from + " to " + to);
        }
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
