package cn.huiyin.rehearsal.wechat;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What WeChat lets stand in a field, by the field's kind. Written from WeChat's table and from nothing of ours, so that
 * it can disagree with us.
 */
final class FieldRules {

    private static final String MOMENT =
            "(\\d{4}年\\d{1,2}月\\d{1,2}日( ?\\d{1,2}:\\d{2}(:\\d{2})?)?|\\d{4}-\\d{1,2}-\\d{1,2}( \\d{1,2}:\\d{2}(:\\d{2})?)?|\\d{1,2}:\\d{2}(:\\d{2})?)";

    private static final Map<String, Predicate<String>> KINDS = Map.ofEntries(
            Map.entry("thing", value -> length(value) <= 20),
            Map.entry("character_string", shape("[\\x20-\\x7E]{1,32}")),
            Map.entry("letter", shape("[A-Za-z]{1,32}")),
            Map.entry("symbol", shape("[\\p{P}\\p{S}]{1,5}")),
            Map.entry("number", shape("\\d{1,32}(\\.\\d+)?")),
            Map.entry("phrase", shape("\\p{IsHan}{1,5}")),
            Map.entry("name", value -> length(value) <= (value.matches("[\\x20-\\x7E]*") ? 20 : 10)),
            Map.entry("phone_number", shape("[0-9+\\- ]{1,17}")),
            Map.entry("car_number", shape("[\\p{IsHan}A-Za-z0-9]{1,8}")),
            Map.entry("amount", shape("[¥￥$€]?\\d{1,10}(\\.\\d+)?元?")),
            Map.entry("time", shape(MOMENT + "( ?~ ?" + MOMENT + ")?")),
            Map.entry("date", shape(MOMENT + "( ?~ ?" + MOMENT + ")?")));

    private static final int OFFICIAL_ACCOUNT = 20;

    private FieldRules() {}

    /** What is wrong with a subscribe message's fields, in WeChat's words. */
    static Optional<String> subscribeFault(Collection<String> wanted, JsonNode data) {
        return wanted.stream()
                .flatMap(field -> fault(field, value(data, field), KINDS.get(kind(field))).stream())
                .findFirst();
    }

    /** What is wrong with an official-account template's fields, in WeChat's words. */
    static Optional<String> templateFault(Collection<String> wanted, JsonNode data) {
        return wanted.stream()
                .flatMap(field -> fault(field, value(data, field), templateRule(kind(field))).stream())
                .findFirst();
    }

    private static Predicate<String> templateRule(String kind) {
        var ofKind = KINDS.getOrDefault(kind, value -> true);
        return kind.equals("time") || kind.equals("date")
                ? ofKind
                : ofKind.and(value -> length(value) <= OFFICIAL_ACCOUNT);
    }

    private static Optional<String> fault(
            String field, String value, @org.jspecify.annotations.Nullable Predicate<String> rule) {
        if (value.isBlank()) {
            // the spelling is WeChat's
            return Optional.of("argument invalid! data." + field + ".value is emtpy");
        }
        var fits = !value.contains("\n") && !value.contains("\r") && (rule == null || rule.test(value));
        return fits ? Optional.empty() : Optional.of("argument invalid! data." + field + ".value invalid");
    }

    private static String value(JsonNode data, String field) {
        return data.path(field).path("value").asString("");
    }

    private static String kind(String field) {
        return field.replaceFirst("[0-9]+$", "");
    }

    private static Predicate<String> shape(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
