package cn.huiyin.ticket.domain;

import cn.huiyin.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why a deadline is due when it is, in one sentence made of stored facts. */
public final class DeadlineReason {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(WorkingCalendar.ZONE);

    private DeadlineReason() {}

    /** As residents and staff read it. */
    public static String of(Deadline deadline, DeadlineRule rule) {
        StringBuilder why = new StringBuilder(rule.sentence())
                .append("。从")
                .append(inWords(deadline.startedAt()))
                .append("起算")
                .append(deadline.amount())
                .append(deadline.unit().chinese());
        if (deadline.extended() > 0) {
            why.append("，批准延期%d个工作日".formatted(deadline.extended()));
        }
        deadline.pauses()
                .forEach(pause -> why.append("，%s至%s暂停计时".formatted(inWords(pause.from()), inWords(pause.to()))));
        if (deadline.pausedSince() != null && deadline.isRunning()) {
            why.append("，%s起暂停计时".formatted(inWords(deadline.pausedSince())));
        }
        why.append(deadline.unit() == LimitUnit.HOURS ? "，节假日照常计时" : "，起算当天不计，周末和法定节假日不计，到最后一天下班时止");
        if (deadline.provisional()) {
            why.append("。跨入的年份放假安排尚未公布，此时间为暂定");
        }
        return why.append("。").toString();
    }

    /** A time as people here say it. */
    public static String inWords(Instant time) {
        return MINUTE.format(time);
    }
}
