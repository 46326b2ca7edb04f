package cn.huiyin.calendar.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice as it is handed in; nothing in it has been checked. */
record NoticeForm(
        @Nullable Integer year,
        @Nullable String source,
        @Nullable List<@Nullable Day> days) {

    /**
     * @param date such as {@code 2027-01-01}
     * @param kind {@code HOLIDAY} or {@code WORKDAY}
     * @param name the festival
     */
    record Day(
            @Nullable String date,
            @Nullable String kind,
            @Nullable String name) {}
}
