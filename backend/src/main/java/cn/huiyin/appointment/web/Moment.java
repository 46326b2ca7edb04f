package cn.huiyin.appointment.web;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A day such as {@code 2026-11-22}, or a moment of RFC 3339, as a parameter of a list. */
final class Moment {

    private static final int A_DAY = 10;
    private static final Instant FARTHEST = Instant.parse("2999-01-01T00:00:00Z");

    private Moment() {}

    /** A day begins at midnight. */
    static @Nullable Instant from(String name, @Nullable String text) {
        return read(name, text, 0);
    }

    /** A day counts to its end. */
    static @Nullable Instant until(String name, @Nullable String text) {
        return read(name, text, 1);
    }

    private static @Nullable Instant read(String name, @Nullable String text, int days) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            // a plus that was not escaped arrives as a space
            Instant moment = text.length() == A_DAY
                    ? LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(WorkingCalendar.ZONE)
                            .toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (moment.isBefore(Instant.EPOCH) || moment.isAfter(FARTHEST)) {
                throw new DateTimeException("far away");
            }
            return moment;
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid(new Fault(name, name + " 应为日期，例如 2026-11-22，或时间，例如 2026-11-22T09:30:00+08:00"));
        }
    }
}
