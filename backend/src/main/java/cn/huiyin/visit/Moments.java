package cn.huiyin.visit;

import cn.huiyin.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people, and WeChat's field {@code time}, read them. */
final class Moments {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private Moments() {}

    /** 2026年8月3日 14:00. */
    static String exact(Instant moment) {
        return EXACT.format(moment.atZone(WorkingCalendar.ZONE));
    }
}
