package cn.huiyin.conversation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How things are told to people: short, without marks of a machine. */
public final class Plainly {

    /** What WeChat shows at once, in characters. */
    public static final int LONGEST = 600;

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    private Plainly() {}

    /** 今天18:00, 明天18:00, 11月25日（周三）18:00. */
    public static String when(Instant time, Instant now) {
        ZonedDateTime there = time.atZone(HERE);
        LocalDate today = now.atZone(HERE).toLocalDate();
        String day = there.toLocalDate().equals(today)
                ? "今天"
                : there.toLocalDate().equals(today.plusDays(1)) ? "明天" : DAY.format(there);
        return day + HOUR.format(there);
    }

    /** Somebody's words quoted: on one line, cut, and never a link. */
    public static String quote(String words, int limit) {
        String flat = words.replace('<', '＜').replace('>', '＞').strip().replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= limit
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, limit - 1)) + "…";
    }

    /** The whole answer, cut at a line where it is too long, so that no link is cut in half. */
    public static String whole(String text) {
        String rest = text.strip();
        while (rest.codePointCount(0, rest.length()) > LONGEST) {
            int line = rest.lastIndexOf('\n');
            rest = line < 0 ? quote(rest, LONGEST) : rest.substring(0, line);
        }
        return rest;
    }
}
