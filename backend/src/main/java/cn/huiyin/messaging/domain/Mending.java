package cn.huiyin.messaging.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an operator puts right before a message is sent again.
 *
 * @param facts what stands in place of what the subject says, such as a matter with a word that WeChat refuses
 * @param skip channels that are left out this time
 */
public record Mending(Map<String, String> facts, List<String> skip) {

    /** Kept under names of their own, for the subject is asked again and says what it said before. */
    private static final String MENDED = "mended.";

    private static final String SKIPPED = "SKIPPED";

    public Map<String, String> asFacts() {
        return facts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> MENDED + entry.getKey(), Map.Entry::getValue));
    }

    public Map<String, String> asTried() {
        return skip.stream().distinct().collect(Collectors.toUnmodifiableMap(channel -> channel, channel -> SKIPPED));
    }

    /** What the subject says now, with what was put right. */
    public static Map<String, String> over(Map<String, String> said, Map<String, String> planned) {
        var facts = new HashMap<>(said);
        planned.forEach((name, value) -> {
            if (name.startsWith(MENDED)) {
                facts.put(name.substring(MENDED.length()), value);
            }
        });
        return facts;
    }
}
