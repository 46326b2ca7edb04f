package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.DayKind;
import cn.huiyin.calendar.ListedDay;
import cn.huiyin.calendar.StatutoryDays;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.YearNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year as anybody may look at it.
 *
 * @param version the calendar's
 * @param provisional the year's notice is not out: {@code days} are the regulation's, weekends are free
 * @param source the notice, null while provisional
 */
record CalendarYear(
        int year,
        int version,
        boolean provisional,
        @Nullable String source,
        List<ListedDay> days) {

    static CalendarYear of(int year, WorkingCalendar calendar) {
        return calendar.notice(year)
                .map(notice -> announced(notice, calendar))
                .orElseGet(() -> provisional(year, calendar));
    }

    private static CalendarYear announced(YearNotice notice, WorkingCalendar calendar) {
        return new CalendarYear(notice.year(), calendar.version(), false, notice.source(), notice.days());
    }

    private static CalendarYear provisional(int year, WorkingCalendar calendar) {
        List<ListedDay> days = StatutoryDays.of(year).entrySet().stream()
                .map(day -> new ListedDay(day.getKey(), DayKind.HOLIDAY, day.getValue()))
                .toList();
        return new CalendarYear(year, calendar.version(), true, null, days);
    }
}
