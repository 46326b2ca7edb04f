package cn.huiyin.oversight;

import cn.huiyin.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as messages say them. */
final class Days {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private Days() {}

    static String shown(Instant moment) {
        return MINUTE.format(moment.atZone(WorkingCalendar.ZONE));
    }
}
