package cn.huiyin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which days of one year are worked, looked up by the day of the year. */
record YearTable(BitSet worked) {

    /**
     * @param listed what the notices say of single days, this year's or a neighbour's
     * @param free further days without work: the regulation's, where this year's notice is not out
     */
    static YearTable of(int year, Map<LocalDate, DayKind> listed, Set<LocalDate> free) {
        BitSet worked = new BitSet(Year.of(year).length() + 1);
        LocalDate first = LocalDate.of(year, 1, 1);
        first.datesUntil(first.plusYears(1))
                .filter(day -> isWorked(day, listed.get(day), free))
                .forEach(day -> worked.set(day.getDayOfYear()));
        return new YearTable(worked);
    }

    private static boolean isWorked(LocalDate day, @Nullable DayKind listed, Set<LocalDate> free) {
        return listed == null ? !isWeekend(day) && !free.contains(day) : listed == DayKind.WORKDAY;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    boolean isWorked(LocalDate day) {
        return worked.get(day.getDayOfYear());
    }
}
