package cn.huiyin.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The working days of the Chinese statutory calendar, and how time is counted in them. Immutable.
 *
 * <p>In a year whose notice is known, its holidays and make-up days count; in any other the {@link StatutoryDays} and the
 * weekends are free, and what is counted there is provisional. Counting follows the Civil Code: the day of the start does
 * not count (art. 201), months end on the corresponding day or the month's last (art. 202), a last day that is free moves
 * to the next working day and ends with the close of business (art. 203).
 */
public final class WorkingCalendar {

    /** The one zone that dates and hours are meant in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<Integer, YearNotice> notices;
    private final WorkingDays days;
    private final int version;
    private final WorkingHours hours;

    private WorkingCalendar(Map<Integer, YearNotice> notices, int version, WorkingHours hours) {
        this.notices = Map.copyOf(notices);
        this.days = new WorkingDays(notices);
        this.version = version;
        this.hours = hours;
    }

    /** A calendar of these notices by their year, with the usual working hours. */
    public static WorkingCalendar of(Map<Integer, YearNotice> notices, int version) {
        return of(notices, version, WorkingHours.USUAL);
    }

    public static WorkingCalendar of(Map<Integer, YearNotice> notices, int version, WorkingHours hours) {
        return new WorkingCalendar(notices, version, hours);
    }

    /** Grows with each import of a notice. */
    public int version() {
        return version;
    }

    /** The notice of a year, if it has been imported. */
    public Optional<YearNotice> notice(int year) {
        return Optional.ofNullable(notices.get(year));
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.isWorked(day);
    }

    /** The notice of this day's year has not been imported. */
    public boolean isProvisional(LocalDate day) {
        return days.anyProvisional(day, day);
    }

    /** The day itself, or the next that is worked. */
    public LocalDate workingDayOnOrAfter(LocalDate day) {
        return days.onOrAfter(day);
    }

    /** When business closes, were this day worked. */
    public Instant closeOf(LocalDate day) {
        return day.atTime(hours.closes()).atZone(ZONE).toInstant();
    }

    /** When business opens, were this day worked. */
    public Instant openOf(LocalDate day) {
        return day.atTime(hours.opens()).atZone(ZONE).toInstant();
    }

    /** The opening of the day that lies so many working days before the day of {@code due}; of that day itself for 0. */
    public Instant workingDaysBefore(Instant due, int count) {
        requireAtLeast(0, count);
        LocalDate day = dateOf(due);
        if (count == 0) {
            return openOf(days.onOrBefore(day));
        }
        for (int left = count; left > 0; left--) {
            day = days.onOrBefore(day.minusDays(1));
        }
        return openOf(day);
    }

    /** The close of the day that lies so many working days after the day of {@code from}; of that day itself for 0. */
    public Instant workingDaysAfter(Instant from, int count) {
        requireAtLeast(0, count);
        return count == 0
                ? closeOf(days.onOrAfter(dateOf(from)))
                : countWorkingDays(from, count, List.of()).at();
    }

    /**
     * The close of the last of so many working days (at least 1) after the day of {@code start}. A working day whose
     * closing hour lies in a pause does not count.
     */
    public Due countWorkingDays(Instant start, int count, List<Pause> pauses) {
        requireAtLeast(1, count);
        PauseUnion paused = PauseUnion.of(pauses);
        LocalDate day = dateOf(start);
        for (int left = count; left > 0; left--) {
            do {
                day = days.onOrAfter(day.plusDays(1));
            } while (paused.covers(closeOf(day)));
        }
        return new Due(closeOf(day), days.anyProvisional(dateOf(start).plusDays(1), day));
    }

    /** Natural time: the first instant by which {@code running} has passed outside the pauses, however these overlap. */
    public Due countHours(Instant start, Duration running, List<Pause> pauses) {
        return new Due(PauseUnion.of(pauses).after(start, running), false);
    }

    /**
     * The close of the corresponding day so many months (at least 1) later, or of that month's last day where it has no
     * such day, or of the next working day where that is free.
     */
    public Due countMonths(Instant start, int months) {
        requireAtLeast(1, months);
        LocalDate corresponding = dateOf(start).plusMonths(months);
        LocalDate day = days.onOrAfter(corresponding);
        return new Due(closeOf(day), days.anyProvisional(corresponding, day));
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private static void requireAtLeast(int least, int count) {
        if (count < least) {
            throw new IllegalArgumentException("at least " + least + ", not " + count);
        }
    }
}
