package cn.huiyin.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.time.MonthDay;

/** Days of the lunar calendar 农历 in ours. */
public final class LunarDays {

    private LunarDays() {}

    /** The day of this lunar month and day in the lunar year that begins in {@code year}; of the plain month where there is a leap one too. */
    public static LocalDate of(int year, MonthDay day) {
        SolarDay solar =
                LunarDay.fromYmd(year, day.getMonthValue(), day.getDayOfMonth()).getSolarDay();
        return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }
}
