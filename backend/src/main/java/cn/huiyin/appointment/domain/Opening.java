package cn.huiyin.appointment.domain;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.WorkingHours;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Times to be opened: from one hour to another, on certain days of the week in a period, each day cut into equal pieces.
 *
 * @param weekdays none means every day of the period
 * @param each minutes of one slot; 0 for the whole time as one slot
 * @param pause minutes between two slots, for the way and for writing things down
 */
public record Opening(
        LocalDate first, LocalDate last, Set<DayOfWeek> weekdays, LocalTime from, LocalTime to, int each, int pause) {

    /** So many at once, so that a slip of the pen does not fill a year. */
    public static final int MOST = 200;

    private static final int LONGEST_PERIOD = 92;
    private static final int FARTHEST = 366;
    private static final int SHORTEST = 10;

    /** One of them. */
    public record Window(Instant startsAt, Instant endsAt, boolean offHours) {}

    /** The slots of it that still lie ahead; a {@link Refusal} where there are none or too many. */
    public List<Window> windows(Instant now, WorkingCalendar calendar) {
        check(LocalDate.ofInstant(now, WorkingCalendar.ZONE));
        List<Window> windows = days().flatMap(day -> piecesOf(day, calendar))
                .filter(window -> window.startsAt().isAfter(now))
                .toList();
        if (windows.isEmpty()) {
            throw Refusal.invalid(new Fault("date", "这些时间都已经过了，或者这段日期里没有所选的星期"));
        }
        if (windows.size() > MOST) {
            throw Refusal.invalid(new Fault("until", "一次最多开放%d个时段，请分几次开放".formatted(MOST)));
        }
        return windows;
    }

    private void check(LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (first.isBefore(today)) {
            faults.add(new Fault("date", "不能开放过去的日期"));
        }
        if (last.isBefore(first)) {
            faults.add(new Fault("until", "结束日期不能早于开始日期"));
        } else if (first.plusDays(LONGEST_PERIOD).isBefore(last)) {
            faults.add(new Fault("until", "一次最多开放%d天".formatted(LONGEST_PERIOD)));
        }
        if (today.plusDays(FARTHEST).isBefore(last)) {
            faults.add(new Fault("until", "最多提前一年开放"));
        }
        if (!from.plusMinutes(SHORTEST).isAfter(from) || to.isBefore(from.plusMinutes(SHORTEST))) {
            faults.add(new Fault("endTime", "结束时间要比开始时间晚至少%d分钟，且在同一天".formatted(SHORTEST)));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1))
                .filter(day -> weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
    }

    private Stream<Window> piecesOf(LocalDate day, WorkingCalendar calendar) {
        int whole = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
        int length = each == 0 ? whole : each;
        int count = (whole + pause) / (length + pause);
        return Stream.iterate(0, piece -> piece < count, piece -> piece + 1)
                .map(piece -> from.plusMinutes((long) piece * (length + pause)))
                .map(start -> window(day, start, start.plusMinutes(length), calendar));
    }

    private static Window window(LocalDate day, LocalTime start, LocalTime end, WorkingCalendar calendar) {
        boolean usual = calendar.isWorkingDay(day)
                && !start.isBefore(WorkingHours.USUAL.opens())
                && !end.isAfter(WorkingHours.USUAL.closes());
        return new Window(at(day, start), at(day, end), !usual);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
