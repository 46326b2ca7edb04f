package cn.huiyin.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The thirteen free days of the regulation on festivals and commemorative days 全国年节及纪念日放假办法 as revised in 2024.
 * They are known for every year, long before that year's notice moves the weekends around them.
 */
public final class StatutoryDays {

    /** The first year in which the revised regulation holds. */
    public static final int SINCE = 2025;

    private static final int QINGMING = 7;

    private StatutoryDays() {}

    /** The free days of a year with their festival's name, in order. */
    public static SortedMap<LocalDate, String> of(int year) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        LocalDate springFestival = lunar(year, 1, 1);
        add(days, LocalDate.of(year, 1, 1), 1, "元旦");
        add(days, springFestival.minusDays(1), 4, "春节");
        add(days, solar(SolarTerm.fromIndex(year, QINGMING).getSolarDay()), 1, "清明节");
        add(days, LocalDate.of(year, 5, 1), 2, "劳动节");
        add(days, lunar(year, 5, 5), 1, "端午节");
        add(days, LocalDate.of(year, 10, 1), 3, "国庆节");
        add(days, lunar(year, 8, 15), 1, "中秋节");
        return days;
    }

    private static void add(Map<LocalDate, String> days, LocalDate first, int count, String name) {
        first.datesUntil(first.plusDays(count))
                .forEach(day -> days.merge(day, name, (one, other) -> one + "、" + other));
    }

    private static LocalDate lunar(int year, int month, int day) {
        return solar(LunarDay.fromYmd(year, month, day).getSolarDay());
    }

    private static LocalDate solar(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
