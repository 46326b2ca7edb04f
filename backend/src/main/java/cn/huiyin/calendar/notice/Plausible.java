package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.DayKind;
import cn.huiyin.calendar.ListedDay;
import cn.huiyin.calendar.StatutoryDays;
import cn.huiyin.calendar.YearNotice;
import cn.huiyin.problem.Fault;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Can a notice be true? It bridges the statutory days by moving weekends; it neither takes any away nor adds many. */
final class Plausible {

    /** The notices of recent years list about thirty. */
    private static final int MOST_HOLIDAYS = 60;

    private final YearNotice notice;
    private final Map<LocalDate, DayKind> listed = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Plausible(YearNotice notice) {
        this.notice = notice;
    }

    static List<Fault> faultsOf(YearNotice notice) {
        Plausible check = new Plausible(notice);
        check.noDateTwice();
        check.makeUpDaysAreWeekendDays();
        check.notTooManyHolidays();
        if (notice.year() >= StatutoryDays.SINCE) {
            check.statutoryDaysAreFree();
            check.notMoreMadeUpThanBridged();
        }
        return check.faults;
    }

    private void noDateTwice() {
        forEachDay((field, day) -> {
            if (listed.put(day.date(), day.kind()) != null) {
                faults.add(new Fault(field + ".date", "日期重复：" + day.date()));
            }
        });
    }

    private void makeUpDaysAreWeekendDays() {
        forEachDay((field, day) -> {
            if (day.kind() == DayKind.WORKDAY && !isWeekend(day.date())) {
                faults.add(new Fault(field + ".date", day.date() + "是" + weekday(day.date()) + "，本来就上班；调休上班只能在周末"));
            }
        });
    }

    private void notTooManyHolidays() {
        long holidays =
                listed.values().stream().filter(kind -> kind == DayKind.HOLIDAY).count();
        if (holidays > MOST_HOLIDAYS) {
            faults.add(new Fault("days", "放假共" + holidays + "天，太多了，请核对"));
        }
    }

    private void statutoryDaysAreFree() {
        StatutoryDays.of(notice.year()).forEach((date, name) -> {
            DayKind kind = listed.get(date);
            if (kind == DayKind.WORKDAY || kind == null && !isWeekend(date)) {
                faults.add(new Fault("days", "法定节日没有放假：" + date + " " + name));
            }
        });
    }

    private void notMoreMadeUpThanBridged() {
        Set<LocalDate> statutory = new HashSet<>(StatutoryDays.of(notice.year()).keySet());
        long bridged = listed.entrySet().stream()
                .filter(day -> day.getValue() == DayKind.HOLIDAY)
                .filter(day -> !isWeekend(day.getKey()) && !statutory.contains(day.getKey()))
                .count();
        long madeUp =
                listed.values().stream().filter(kind -> kind == DayKind.WORKDAY).count();
        if (madeUp > bridged) {
            faults.add(new Fault("days", "调休上班有" + madeUp + "天，调休放假只有" + bridged + "天，请核对"));
        }
    }

    private void forEachDay(BiConsumer<String, ListedDay> look) {
        for (int index = 0; index < notice.days().size(); index++) {
            look.accept("days[" + index + "]", notice.days().get(index));
        }
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    private static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
    }
}
