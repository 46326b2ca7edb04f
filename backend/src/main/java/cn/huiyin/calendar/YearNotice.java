package cn.huiyin.calendar;

import java.util.List;

/**
 * What the State Council's office has announced for a year. A few of its days may lie in the neighbouring year, such as
 * 31 December before it.
 *
 * @param source what it was taken from, such as the notice's title or number
 */
public record YearNotice(int year, String source, List<ListedDay> days) {

    public YearNotice {
        days = List.copyOf(days);
    }
}
