package cn.huiyin.messaging.domain;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps: {@code {fact}} is filled in, and a part in {@code [brackets]} is left out when one of its facts
 * is missing.
 */
public record Phrase(String pattern) {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern PART = Pattern.compile("\\[([^]]*)]");

    /** Facts that are missing leave nothing behind. */
    public String say(Map<String, String> facts, UnaryOperator<String> word) {
        var kept = replace(PART, pattern, part -> knows(part.group(1), facts) ? part.group(1) : "");
        return replace(FACT, kept, fact -> word.apply(facts.getOrDefault(fact.group(1), "")));
    }

    /** The facts it is made of. */
    public Set<String> facts() {
        var names = new LinkedHashSet<String>();
        FACT.matcher(pattern).results().forEach(fact -> names.add(fact.group(1)));
        return names;
    }

    private static boolean knows(String part, Map<String, String> facts) {
        return new Phrase(part)
                .facts().stream().noneMatch(fact -> facts.getOrDefault(fact, "").isBlank());
    }

    private static String replace(Pattern what, String in, java.util.function.Function<MatchResult, String> by) {
        return what.matcher(in).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }
}
