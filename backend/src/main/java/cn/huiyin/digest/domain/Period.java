package cn.huiyin.digest.domain;

import cn.huiyin.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One turn of a digest.
 *
 * @param day names it: the day itself, the Monday, or the first of the month in which it is told
 * @param dueAt when it is told
 * @param from what it looks back on, from here …
 * @param to … to just before here
 * @param until not told any more from here on
 */
public record Period(DigestKind kind, LocalDate day, Instant dueAt, Instant from, Instant to, Instant until) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    /** As WeChat's time fields take it: a day, or a range of days. */
    public String inWords() {
        var last = dateOf(to).minusDays(1);
        return kind == DigestKind.GRID ? DAY.format(dateOf(to)) : DAY.format(dateOf(from)) + "~" + DAY.format(last);
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingCalendar.ZONE);
    }
}
