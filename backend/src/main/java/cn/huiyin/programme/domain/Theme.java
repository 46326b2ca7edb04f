package cn.huiyin.programme.domain;

import cn.huiyin.calendar.LunarDays;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * A date that comes each year and is a good occasion for visits.
 *
 * @param lunar whether {@code day} is of the lunar calendar
 * @param from first day of its campaign, counted from the day itself
 * @param to last day of its campaign, counted the same way
 * @param propose so many days before the first day it is proposed
 * @param groups whom it is for, by tags
 */
public record Theme(
        String code, String name, boolean lunar, MonthDay day, int from, int to, int propose, List<String> groups) {

    public Theme {
        groups = List.copyOf(groups);
    }

    /** When a campaign of it would be. */
    public record Window(LocalDate startsOn, LocalDate endsOn) {}

    /** The day itself. */
    public LocalDate dayIn(int year) {
        return lunar ? LunarDays.of(year, day) : day.atYear(year);
    }

    public Window in(int year) {
        LocalDate that = dayIn(year);
        return new Window(that.plusDays(from), that.plusDays(to));
    }

    /** The campaigns of it that should be proposed by this day and are not over: that of this year, or early that of the next. */
    public List<Window> toPropose(LocalDate today) {
        return List.of(in(today.getYear()), in(today.getYear() + 1)).stream()
                .filter(window -> !today.isBefore(window.startsOn().minusDays(propose)))
                .filter(window -> !today.isAfter(window.endsOn()))
                .toList();
    }
}
