package cn.huiyin.calendar;

/** Gives the calendar that holds now. */
@FunctionalInterface
public interface Calendars {

    /**
     * Held in memory, so never waits; another replica's import is seen within ten seconds. Refused with 503 as long as the
     * database has never been read.
     */
    WorkingCalendar current();
}
