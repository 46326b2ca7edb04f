package cn.huiyin.digest.domain;

import static cn.huiyin.calendar.WorkingCalendar.ZONE;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import cn.huiyin.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When digests are told.
 *
 * @param at the time of day
 * @param everyDay a grid's also on days that are not worked
 * @param ahead how long before its time one is planned; less than until a new calendar could move it
 * @param keeps how long after its time one may still be told, by kind
 */
public record Rhythm(LocalTime at, boolean everyDay, Duration ahead, Map<DigestKind, Duration> keeps) {

    /** Long enough for the longest holiday there is. */
    private static final int LONGEST_HOLIDAY = 31;

    /** Those to be planned now: what is due soon, and what should have been told a short while ago. */
    public List<Period> toPlan(Instant now, WorkingCalendar calendar) {
        return Stream.of(DigestKind.values())
                .flatMap(kind -> near(kind, LocalDate.ofInstant(now, ZONE), calendar))
                .filter(period -> !period.dueAt().minus(ahead).isAfter(now)
                        && period.until().isAfter(now))
                .toList();
    }

    private Stream<Period> near(DigestKind kind, LocalDate today, WorkingCalendar calendar) {
        var days = switch (kind) {
            case GRID ->
                Stream.iterate(-7, n -> n <= 7, n -> n + 1).map(today::plusDays).filter(day -> isTold(day, calendar));
            case COMMUNITY -> Stream.of(-2, -1, 0, 1).map(today.with(previousOrSame(MONDAY))::plusWeeks);
            case STREET -> Stream.of(-1, 0, 1).map(today.withDayOfMonth(1)::plusMonths);
        };
        return days.map(day -> of(kind, day, calendar));
    }

    /** The turn that this day names. */
    public Period of(DigestKind kind, LocalDate day, WorkingCalendar calendar) {
        return switch (kind) {
            case GRID -> period(kind, day, day, at(before(day, calendar)), at(day));
            case COMMUNITY -> period(kind, day, calendar.workingDayOnOrAfter(day), dawn(day.minusWeeks(1)), dawn(day));
            case STREET -> period(kind, day, calendar.workingDayOnOrAfter(day), dawn(day.minusMonths(1)), dawn(day));
        };
    }

    private Period period(DigestKind kind, LocalDate day, LocalDate told, Instant from, Instant to) {
        var dueAt = at(told);
        return new Period(kind, day, dueAt, from, to, dueAt.plus(keeps.getOrDefault(kind, Duration.ZERO)));
    }

    /** The day on which a grid's digest was told before. */
    private LocalDate before(LocalDate day, WorkingCalendar calendar) {
        return Stream.iterate(day.minusDays(1), earlier -> earlier.minusDays(1))
                .limit(LONGEST_HOLIDAY)
                .filter(earlier -> isTold(earlier, calendar))
                .findFirst()
                .orElse(day.minusDays(1));
    }

    private boolean isTold(LocalDate day, WorkingCalendar calendar) {
        return everyDay || calendar.isWorkingDay(day);
    }

    private Instant at(LocalDate day) {
        return day.atTime(at).atZone(ZONE).toInstant();
    }

    private static Instant dawn(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
