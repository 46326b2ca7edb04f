package cn.huiyin.messaging.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Hours of each day in which nobody is disturbed, in Shanghai; they may pass midnight.
 *
 * @param from the first moment of them
 * @param to the first moment after them
 */
public record QuietHours(LocalTime from, LocalTime to) {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours that never end: " + from);
        }
    }

    /** When they end, where it is quiet at that moment. */
    public Optional<Instant> endAfter(Instant now) {
        var local = now.atZone(SHANGHAI);
        return contains(local.toLocalTime()) ? Optional.of(next(to, now)) : Optional.empty();
    }

    /** The next moment at which clocks in Shanghai show this time. */
    static Instant next(LocalTime time, Instant now) {
        var today = now.atZone(SHANGHAI).toLocalDate();
        var at = today.atTime(time).atZone(SHANGHAI).toInstant();
        return at.isAfter(now)
                ? at
                : today.plusDays(1).atTime(time).atZone(SHANGHAI).toInstant();
    }

    boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /** Such as {@code 21:00 到 08:00}. */
    public String inWords() {
        return from + " 到 " + to;
    }
}
