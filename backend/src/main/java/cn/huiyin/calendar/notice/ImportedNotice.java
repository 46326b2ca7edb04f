package cn.huiyin.calendar.notice;

import java.time.LocalDate;
import java.util.List;

/**
 * What an import has changed.
 *
 * @param version the calendar's, from now on
 * @param days how many the notice lists
 * @param changes the days that are now worked, or now free, and were not before
 * @param replanned how many deadlines were planned anew
 */
record ImportedNotice(int year, int version, String source, int days, List<Change> changes, int replanned) {

    record Change(LocalDate date, boolean working) {}
}
