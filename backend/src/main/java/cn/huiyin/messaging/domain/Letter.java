package cn.huiyin.messaging.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How an occasion is put into a template.
 *
 * @param fields all fields of the template, in its order
 */
public record Letter(Template template, Map<String, Phrase> fields) {

    private static final String OFFICIAL_ACCOUNT = "TEMPLATE";

    public String channel() {
        return template.channel();
    }

    /**
     * The fields filled in, each within its limit.
     *
     * @param timeInstead stands where a time is missing; the platform takes no blank
     */
    public Map<String, String> write(Map<String, String> facts, UnaryOperator<String> word, String timeInstead) {
        var written = new LinkedHashMap<String, String>();
        fields.forEach((field, phrase) -> written.put(field, fit(field, phrase.say(facts, word), timeInstead)));
        return written;
    }

    /** A value as the channel takes it in this field. */
    String fit(String field, String value, String timeInstead) {
        var kind = FieldKind.of(field);
        return isOfficial() ? kind.fitOfficial(value, timeInstead) : kind.fit(value, timeInstead);
    }

    /** How many characters this field takes. */
    public int limitOf(String field) {
        var kind = FieldKind.of(field);
        return isOfficial() ? kind.officialLimit() : kind.limit();
    }

    private boolean isOfficial() {
        return channel().equals(OFFICIAL_ACCOUNT);
    }
}
