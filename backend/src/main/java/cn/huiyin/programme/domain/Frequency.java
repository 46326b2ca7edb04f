package cn.huiyin.programme.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;

/**
 * How often homes of a class are visited. The same as {@code programme_reckon} and {@code programme_owed} in the database,
 * which are held against this.
 *
 * @param every one visit in so long; months or days, not both
 * @param notice so many days before the last day a home is due, and so long has a home that newly comes under the rule
 * @param ways in which a visit counts
 */
public record Frequency(Period every, int notice, Set<Way> ways) {

    public Frequency {
        ways = Set.copyOf(ways.isEmpty() ? ways : EnumSet.copyOf(ways));
    }

    /**
     * The last day on which the next visit is in time.
     *
     * @param last the day of the last visit that counts, or of the opening of the file
     * @param since the day from which the home has been under this rule
     */
    public LocalDate dueOn(LocalDate last, LocalDate since) {
        LocalDate byVisit = last.plus(every);
        LocalDate byNotice = since.plusDays(notice);
        return byVisit.isAfter(byNotice) ? byVisit : byNotice;
    }

    /** How many visits are owed: of the days on which one was due, those that lie before this day. */
    public int owed(LocalDate dueOn, LocalDate day) {
        int owed = 0;
        while (dueOn.plus(every.multipliedBy(owed)).isBefore(day)) {
            owed++;
        }
        return owed;
    }
}
