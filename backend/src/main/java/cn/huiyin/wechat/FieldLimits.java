package cn.huiyin.wechat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes what we say fit into a template's fields, so that WeChat has no reason to refuse it (47003). A field's kind is
 * its name without the number: {@code thing1} is a thing. Source: 订阅消息参数值内容限制说明; for the official account the
 * limits of May 2023.
 */
final class FieldLimits {

    /**
     * One kind of field.
     *
     * @param name how such fields are called, without their number
     * @param most characters at most (code points)
     * @param keep what may stay of a text
     * @param blank what stands where nothing is left; empty where nothing could stand there truthfully
     */
    private record Kind(String name, int most, UnaryOperator<String> keep, String blank) {}

    private static final List<Kind> KINDS = List.of(
            kind("thing", 20, text -> text, "无"),
            kind("character_string", 32, only("[\\x20-\\x7E]"), "-"),
            kind("letter", 32, only("[A-Za-z]"), ""),
            kind("symbol", 5, only("[\\p{P}\\p{S}]"), "-"),
            kind("number", 32, only("[0-9.]"), ""),
            kind("phrase", 5, only("\\p{IsHan}"), "无"),
            kind("name", 10, FieldLimits::withoutEmoji, "无"),
            kind("phone_number", 17, only("[0-9+\\-]"), ""),
            kind("car_number", 8, only("[\\p{IsHan}A-Za-z0-9]"), ""),
            kind("amount", 13, only("[¥￥$€0-9.元]"), ""),
            kind("date", 64, text -> text, ""),
            kind("time", 64, text -> text, ""),
            kind("const", 64, text -> text, ""),
            kind("enum", 64, text -> text, ""));

    /** What is called neither this nor that, such as {@code keyword1} of older official-account templates. */
    private static final Kind ANYTHING = kind("", 20, text -> text, "无");

    private static final int ENGLISH_NAME = 20;
    private static final int OFFICIAL_ACCOUNT = 20;
    private static final String CUT = "…";

    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("[0-9]+$");
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}]");
    private static final Pattern SEEN_AS_ONE = Pattern.compile("\\X");
    private static final Pattern EMOJI = Pattern.compile(
            "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{FE0F}\\x{200D}\\x{20E3}\\x{E0020}-\\x{E007F}]");
    private static final Pattern ENGLISH = Pattern.compile("[\\x20-\\x7E]*");

    private FieldLimits() {}

    /** Fields of a subscribe message. */
    static Map<String, String> forSubscribe(Map<String, String> fields) {
        return each(fields, (kind, value) -> fit(kind, value, kind.most()));
    }

    /** Fields of an official-account template: at most 20 characters, and no emoji, which WeChat drops in silence. */
    static Map<String, String> forTemplate(Map<String, String> fields) {
        return each(
                fields,
                (kind, value) -> fit(
                        kind,
                        withoutEmoji(value),
                        List.of("date", "time").contains(kind.name())
                                ? kind.most()
                                : Math.min(kind.most(), OFFICIAL_ACCOUNT)));
    }

    private interface Fitting {
        String fit(Kind kind, String value);
    }

    private static Map<String, String> each(Map<String, String> fields, Fitting fitting) {
        var fitted = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> fitted.put(name, fitting.fit(kindOf(name), value)));
        return fitted;
    }

    private static Kind kindOf(String field) {
        var name = NUMBER_AT_THE_END.matcher(field).replaceFirst("");
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(ANYTHING);
    }

    private static String fit(Kind kind, String value, int most) {
        var flat = CONTROLS.matcher(BREAKS.matcher(value).replaceAll(" ")).replaceAll("");
        var kept = kind.keep().apply(flat).strip();
        if (kept.isEmpty()) {
            return kind.blank();
        }
        return cut(
                kept,
                isEnglishName(kind, kept) ? ENGLISH_NAME : most,
                kind.keep().apply(CUT));
    }

    private static boolean isEnglishName(Kind kind, String value) {
        return kind.name().equals("name") && ENGLISH.matcher(value).matches();
    }

    /** Cuts between what is seen as one character, never inside an emoji, and says that something is missing where the kind can. */
    private static String cut(String text, int most, String mark) {
        if (length(text) <= most) {
            return text;
        }
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

    private static String withoutEmoji(String text) {
        return EMOJI.matcher(text).replaceAll("");
    }

    private static UnaryOperator<String> only(String allowed) {
        var other = Pattern.compile("(?!" + allowed + ").", Pattern.DOTALL);
        return text -> other.matcher(text).replaceAll("");
    }

    private static Kind kind(String name, int most, UnaryOperator<String> keep, String blank) {
        return new Kind(name, most, keep, blank);
    }
}
