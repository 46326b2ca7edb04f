package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.DayKind;
import cn.huiyin.calendar.ListedDay;
import cn.huiyin.calendar.StatutoryDays;
import cn.huiyin.calendar.YearNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A notice for 2027 as it might come: the statutory days, one bridged day, one made up for. Invented. */
final class AnnouncedFor2027 {

    static final LocalDate BRIDGED = LocalDate.of(2027, 2, 9); // a Tuesday
    static final LocalDate MADE_UP = LocalDate.of(2027, 2, 20); // a Saturday

    private AnnouncedFor2027() {}

    static YearNotice notice() {
        List<ListedDay> days = new ArrayList<>();
        StatutoryDays.of(2027).forEach((date, name) -> days.add(new ListedDay(date, DayKind.HOLIDAY, name)));
        days.add(new ListedDay(BRIDGED, DayKind.HOLIDAY, "春节"));
        days.add(new ListedDay(MADE_UP, DayKind.WORKDAY, "春节"));
        return new YearNotice(2027, "2027年放假通知（演示）", days);
    }

    static NoticeForm form() {
        return new NoticeForm(2027, notice().source(), formDays());
    }

    static List<NoticeForm.Day> formDays() {
        return new ArrayList<>(notice().days().stream()
                .map(day -> new NoticeForm.Day(day.date().toString(), day.kind().name(), day.name()))
                .toList());
    }
}
