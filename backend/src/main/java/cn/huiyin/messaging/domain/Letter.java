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
        fields.forEach((field, phrase) ->
                written.put(field, FieldKind.of(field).fit(phrase.say(facts, word), timeInstead)));
        return written;
    }
}
