package cn.huiyin.messaging.domain;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** WeChat's kinds of template fields and what fits into each; more than fits is refused with 47003. */
public enum FieldKind {
    /** At most 20 characters. */
    THING("thing", 20, "无", any -> true),
    /** At most 32 letters, digits and symbols. */
    CHARACTER_STRING("character_string", 32, "-", c -> c >= 0x20 && c < 0x7f),
    /** At most 32 digits. */
    NUMBER("number", 32, "0", c -> c >= '0' && c <= '9' || c == '.'),
    /** At most 5 Han. */
    PHRASE("phrase", 5, "无", Character::isIdeographic),
    /** At most 10 Han; letters could be 20. */
    NAME("name", 10, "无", c -> Character.isLetter(c) || c == '·'),
    /** Such as {@code 2026年11月22日 15:01}, or a range of two. */
    TIME("time", 40, "", any -> true),
    /** At most 17 digits and symbols. */
    PHONE_NUMBER("phone_number", 17, "-", c -> c >= '0' && c <= '9' || c == '-' || c == '+');

    /** What a time must look like. */
    public static final Pattern A_TIME = Pattern.compile(
            "\\d{4}年\\d{1,2}月\\d{1,2}日( \\d{1,2}:\\d{2})?(~\\d{4}年\\d{1,2}月\\d{1,2}日( \\d{1,2}:\\d{2})?)?");

    private static final Pattern NUMBERED = Pattern.compile("([a-z_]+)\\d+");

    private final String prefix;
    private final int limit;
    private final String blank;
    private final Predicate<Integer> takes;

    FieldKind(String prefix, int limit, String blank, Predicate<Integer> takes) {
        this.prefix = prefix;
        this.limit = limit;
        this.blank = blank;
        this.takes = takes;
    }

    /** The kind of a field such as {@code thing2}. */
    public static FieldKind of(String field) {
        var named = NUMBERED.matcher(field);
        return Arrays.stream(values())
                .filter(kind -> named.matches() && kind.prefix.equals(named.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a field WeChat knows: " + field));
    }

    /** Characters, counted as WeChat does at its strictest: UTF-16 units. */
    public int limit() {
        return limit;
    }

    /** The value as WeChat takes it: one line, only what the kind takes, cut to its limit, never blank. */
    public String fit(String value, String timeInstead) {
        var oneLine = value.replaceAll("\\s+", " ").strip();
        if (this == TIME) {
            return A_TIME.matcher(oneLine).matches() ? oneLine : timeInstead;
        }
        var fitting = cut(oneLine.codePoints()
                .filter(takes::test)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        return fitting.isBlank() ? blank : fitting;
    }

    /** Cuts between what people see as characters, so that no emoji is broken; says with … that there was more. */
    private String cut(String text) {
        if (text.length() <= limit) {
            return text;
        }
        var more = this == THING ? "…" : "";
        var kept = new StringBuilder();
        var seen = Pattern.compile("\\X").matcher(text);
        while (seen.find() && kept.length() + seen.group().length() + more.length() <= limit) {
            kept.append(seen.group());
        }
        return kept.append(more).toString();
    }
}
