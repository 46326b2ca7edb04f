package cn.huiyin.appointment.domain;

import cn.huiyin.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Times as people read them. */
public final class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    /** As WeChat's field {@code time} takes it. */
    private static final DateTimeFormatter FOR_WECHAT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private Times() {}

    /** 8月3日（周一）14:00–14:30. */
    public static String ofSlot(Instant from, Instant to) {
        var start = from.atZone(WorkingCalendar.ZONE);
        var end = to.atZone(WorkingCalendar.ZONE);
        String day = start.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
        return "%s（%s）%s–%s".formatted(DAY.format(start), day, HOUR.format(start), HOUR.format(end));
    }

    /** 2026年8月3日 14:00. */
    public static String exact(Instant moment) {
        return FOR_WECHAT.format(moment.atZone(WorkingCalendar.ZONE));
    }
}
