package cn.huiyin.household.domain;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * When somebody was born, as far as known.
 *
 * @param day null where only the year is known; then 1 January counts
 */
public record Birth(int year, @Nullable LocalDate day) {

    public static Birth on(LocalDate day) {
        return new Birth(day.getYear(), day);
    }

    public static Birth in(int year) {
        return new Birth(year, null);
    }

    /** Completed years on that day; negative for somebody not yet born. */
    public int ageOn(LocalDate day) {
        LocalDate from = counted();
        return from.isAfter(day) ? -1 : Period.between(from, day).getYears();
    }

    /** The day on which they complete this many years. */
    public LocalDate turns(int age) {
        return counted().plusYears(age);
    }

    private LocalDate counted() {
        return day == null ? LocalDate.of(year, 1, 1) : day;
    }
}
