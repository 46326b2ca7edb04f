package cn.huiyin.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

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
    private final Map<LocalDate, DayKind> listed;
    private final int version;
    private final WorkingHours hours;
    private final Map<Integer, YearTable> tables = new ConcurrentHashMap<>();

    private WorkingCalendar(Map<Integer, YearNotice> notices, int version, WorkingHours hours) {
        this.notices = Map.copyOf(notices);
        this.listed = listedBy(notices);
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

    /** Days by date, whichever notice lists them; where two do, the later year's, which was announced later, holds. */
    private static Map<LocalDate, DayKind> listedBy(Map<Integer, YearNotice> notices) {
        Map<LocalDate, DayKind> listed = new HashMap<>();
        notices.values().stream()
                .sorted(Comparator.comparingInt(YearNotice::year))
                .flatMap(notice -> notice.days().stream())
                .forEach(day -> listed.put(day.date(), day.kind()));
        return listed;
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
        return tables.computeIfAbsent(day.getYear(), this::table).isWorked(day);
    }

    private YearTable table(int year) {
        return YearTable.of(
                year,
                listed,
                notices.containsKey(year) ? Set.of() : StatutoryDays.of(year).keySet());
    }

    /** The notice of this day's year has not been imported. */
    public boolean isProvisional(LocalDate day) {
        return !notices.containsKey(day.getYear());
    }

    /** The day itself, or the next that is worked. */
    public LocalDate workingDayOnOrAfter(LocalDate day) {
        LocalDate worked = day;
        while (!isWorkingDay(worked)) {
            worked = worked.plusDays(1);
        }
        return worked;
    }

    private LocalDate workingDayOnOrBefore(LocalDate day) {
        LocalDate worked = day;
        while (!isWorkingDay(worked)) {
            worked = worked.minusDays(1);
        }
        return worked;
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
    public Instant workingDaysBefore(Instant due, int days) {
        requireAtLeast(0, days);
        LocalDate day = dateOf(due);
        if (days == 0) {
            return openOf(workingDayOnOrBefore(day));
        }
        for (int left = days; left > 0; left--) {
            day = workingDayOnOrBefore(day.minusDays(1));
        }
        return openOf(day);
    }

    /** The close of the day that lies so many working days after the day of {@code from}; of that day itself for 0. */
    public Instant workingDaysAfter(Instant from, int days) {
        requireAtLeast(0, days);
        return days == 0
                ? closeOf(workingDayOnOrAfter(dateOf(from)))
                : countWorkingDays(from, days, List.of()).at();
    }

    /**
     * The close of the last of so many working days (at least 1) after the day of {@code start}. A working day whose
     * closing hour lies in a pause does not count.
     */
    public Due countWorkingDays(Instant start, int days, List<Pause> pauses) {
        requireAtLeast(1, days);
        PauseUnion paused = PauseUnion.of(pauses);
        LocalDate day = dateOf(start);
        for (int left = days; left > 0; left--) {
            do {
                day = workingDayOnOrAfter(day.plusDays(1));
            } while (paused.covers(closeOf(day)));
        }
        return new Due(closeOf(day), anyProvisional(dateOf(start).plusDays(1), day));
    }

    /** Natural time: the first instant by which {@code hours} have passed outside the pauses, however these overlap. */
    public Due countHours(Instant start, Duration hours, List<Pause> pauses) {
        return new Due(PauseUnion.of(pauses).after(start, hours), false);
    }

    /**
     * The close of the corresponding day so many months (at least 1) later, or of that month's last day where it has no
     * such day, or of the next working day where that is free.
     */
    public Due countMonths(Instant start, int months) {
        requireAtLeast(1, months);
        LocalDate corresponding = dateOf(start).plusMonths(months);
        LocalDate day = workingDayOnOrAfter(corresponding);
        return new Due(closeOf(day), anyProvisional(corresponding, day));
    }

    private boolean anyProvisional(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear()).anyMatch(year -> !notices.containsKey(year));
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private static void requireAtLeast(int least, int days) {
        if (days < least) {
            throw new IllegalArgumentException("at least " + least + ", not " + days);
        }
    }
}
