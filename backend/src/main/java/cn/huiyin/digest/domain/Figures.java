package cn.huiyin.digest.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was counted for a digest. */
public sealed interface Figures permits GridFigures, CommunityFigures, StreetFigures {

    /** Worth somebody's morning; otherwise nobody gets it. */
    boolean worthTelling();

    /** What the catalogue's sentence is made of; counts of nothing are left out, and so is the part that speaks of them. */
    Map<String, String> facts();

    /** The same in at most 20 characters, the most pressing first. */
    String brief();

    /** Counts by name, without those that are nothing. */
    static Map<String, String> counts(Map<String, Integer> all) {
        var facts = new TreeMap<String, String>();
        all.forEach((name, count) -> {
            if (count > 0) {
                facts.put(name, Integer.toString(count));
            }
        });
        return facts;
    }

    /** As many whole parts as fit into a field of 20. */
    static String brief(List<String> parts) {
        var brief = new StringBuilder();
        for (var part : parts) {
            if (brief.length() + part.length() + 1 <= LONGEST_BRIEF) {
                brief.append(brief.isEmpty() ? "" : " ").append(part);
            }
        }
        return brief.isEmpty() ? "请点开看" : brief.toString();
    }

    int LONGEST_BRIEF = 20;

    /** A mean of scores as it is said: {@code 4.5}. */
    static String inWords(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }

    /** Part of a brief, or nothing where there is nothing to count. */
    static @Nullable String part(String word, int count) {
        return count > 0 ? word + count : null;
    }
}
