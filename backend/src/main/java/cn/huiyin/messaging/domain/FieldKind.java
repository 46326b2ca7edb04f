package cn.huiyin.messaging.domain;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * WeChat's kinds of template fields and what fits into each; more than fits is refused with 47003. The one place that
 * knows: the catalogue is checked against it, and every message is cut by it. A field's kind is its name without the
 * number. Source: 订阅消息参数值内容限制说明; for the official account the limits of May 2023.
 */
public enum FieldKind {
    /** 事物. */
    THING("thing", 20, "无", Takes.ANYTHING),
    /** Letters, digits and symbols. */
    CHARACTER_STRING("character_string", 32, "-", "[\\x20-\\x7E]"),
    LETTER("letter", 32, "", "[A-Za-z]"),
    SYMBOL("symbol", 5, "-", "[\\p{P}\\p{S}]"),
    NUMBER("number", 32, "", "[0-9.]"),
    /** Han and nothing else. */
    PHRASE("phrase", 5, "无", "\\p{IsHan}"),
    /** 10 characters; 20 where all are letters. */
    NAME("name", 10, "无", Takes.NO_EMOJI),
    PHONE_NUMBER("phone_number", 17, "-", "[0-9+\\-]"),
    CAR_NUMBER("car_number", 8, "", "[\\p{IsHan}A-Za-z0-9]"),
    AMOUNT("amount", 13, "", "[¥￥$€0-9.元]"),
    /** Such as {@code 2026年11月22日 15:01}, or a range of two. */
    TIME("time", 64, "", Takes.ANYTHING),
    DATE("date", 64, "", Takes.ANYTHING),
    CONST("const", 64, "", Takes.ANYTHING),
    /** One of the words that gettemplate lists. */
    ENUM("enum", 64, "", Takes.ANYTHING),
    ENUM_STRING("enum_string", 64, "", Takes.ANYTHING),
    /** Of older official-account templates. */
    KEYWORD("keyword", 20, "无", Takes.ANYTHING);

    /** What a time must look like. */
    public static final Pattern A_TIME = Pattern.compile(
            "\\d{4}年\\d{1,2}月\\d{1,2}日( \\d{1,2}:\\d{2})?(~\\d{4}年\\d{1,2}月\\d{1,2}日( \\d{1,2}:\\d{2})?)?");

    private static final int OFFICIAL_ACCOUNT = 20;
    private static final int ENGLISH_NAME = 20;
    private static final String MORE = "…";

    private static final Pattern NUMBERED = Pattern.compile("([a-z_]+)\\d+");
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}]");
    private static final Pattern SEEN_AS_ONE = Pattern.compile("\\X");
    private static final Pattern ENGLISH = Pattern.compile("[\\x20-\\x7E]*");
    private static final Pattern EMOJI = Pattern.compile(Takes.EMOJI);

    private final String prefix;
    private final int limit;
    private final String blank;
    private final Pattern other;

    /** What may stay of a text, for one character. */
    private static final class Takes {
        static final String ANYTHING = "[^\\n]";
        static final String EMOJI =
                "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{FE0F}\\x{200D}\\x{20E3}\\x{E0020}-\\x{E007F}]";
        static final String NO_EMOJI = "(?!" + EMOJI + ").";
    }

    FieldKind(String prefix, int limit, String blank, String takes) {
        this.prefix = prefix;
        this.limit = limit;
        this.blank = blank;
        this.other = Pattern.compile("(?!" + takes + ").", Pattern.DOTALL);
    }

    /** The kind of a field such as {@code thing2}. */
    public static FieldKind of(String field) {
        var named = NUMBERED.matcher(field);
        return Arrays.stream(values())
                .filter(kind -> named.matches() && kind.prefix.equals(named.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a field WeChat knows: " + field));
    }

    /** Characters at most; an emoji counts as each of its code points. */
    public int limit() {
        return limit;
    }

    /** The same in a template of the official account. */
    public int officialLimit() {
        return isTime() ? limit : Math.min(limit, OFFICIAL_ACCOUNT);
    }

    /** It says when. */
    public boolean isTime() {
        return this == TIME || this == DATE;
    }

    /** It says one of a few words that the template lists. */
    public boolean isEnum() {
        return this == PHRASE || this == ENUM || this == ENUM_STRING;
    }

    /**
     * The value as a subscribe message takes it: one line, only what the kind takes, cut to its limit, never blank where
     * something could stand there truthfully.
     *
     * @param timeInstead stands where a time is missing or is none
     */
    public String fit(String value, String timeInstead) {
        return fit(value, timeInstead, limit);
    }

    /** The value as a template of the official account takes it; emoji would be dropped there in silence. */
    public String fitOfficial(String value, String timeInstead) {
        return fit(EMOJI.matcher(value).replaceAll(""), timeInstead, officialLimit());
    }

    private String fit(String value, String timeInstead, int most) {
        var flat = CONTROLS.matcher(BREAKS.matcher(value).replaceAll(" ")).replaceAll("");
        var kept = other.matcher(flat).replaceAll("").strip();
        if (isTime()) {
            return A_TIME.matcher(kept).matches() ? kept : timeInstead;
        }
        if (kept.isEmpty()) {
            return blank;
        }
        return cut(kept, this == NAME && ENGLISH.matcher(kept).matches() ? ENGLISH_NAME : most);
    }

    /** Cuts between what is seen as one character, never inside an emoji, and says that there was more where the kind can. */
    private String cut(String text, int most) {
        if (length(text) <= most) {
            return text;
        }
        var mark = other.matcher(MORE).replaceAll("");
        var head = new StringBuilder();
        var pieces = SEEN_AS_ONE.matcher(text);
        while (pieces.find() && length(head) + length(pieces.group()) <= most - mark.length()) {
            head.append(pieces.group());
        }
        return head.append(mark).toString();
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
