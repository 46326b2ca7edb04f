package cn.huiyin.conversation.domain;

import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Words.Evenness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How people say things: {@code conversation/phrases.yaml}. Read at the start; a word wrong in it stops the start.
 *
 * @param wishes what people want, and how they say so, in the order of the table
 * @param verdicts what is said of an answer, the longest first
 * @param hazards dangers and whom to call, in the order of the table
 */
record PhraseBook(
        Evenness evenness,
        List<String> padding,
        Map<Kind, List<Phrase>> wishes,
        List<Said> verdicts,
        Set<String> yes,
        Set<String> confirm,
        Set<String> no,
        Set<String> cancel,
        List<String> change,
        List<String> add,
        List<Hazard> hazards,
        List<String> notHazards,
        List<String> earlier,
        List<String> asking) {

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    /** One way to speak of an answer. */
    record Said(String phrase, Verdict verdict) {}

    /** @param call whom to call before anything else */
    record Hazard(String call, List<String> say) {}

    /** @throws IllegalArgumentException where the text is not such a table */
    static PhraseBook read(String yaml) {
        Map<String, Object> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), "phrases");
        return new PhraseBook(
                new Evenness(signs(root), simplified(root), slips(root)),
                longestFirst(root, "padding"),
                wishes(root),
                verdicts(root),
                Set.copyOf(texts(root.get("agree"), "agree")),
                Set.copyOf(texts(root.get("confirm"), "confirm")),
                Set.copyOf(texts(root.get("refuse"), "refuse")),
                Set.copyOf(texts(root.get("cancel"), "cancel")),
                longestFirst(root, "change"),
                longestFirst(root, "add"),
                items(root, "hazards").stream()
                        .map(of -> new Hazard(String.valueOf(of.get("call")), texts(of.get("say"), "hazards")))
                        .toList(),
                longestFirst(root, "notHazards"),
                longestFirst(root, "earlier"),
                longestFirst(root, "asking"));
    }

    Words words(String said) {
        return Words.of(said, evenness);
    }

    /** The even letters without what is only polite. */
    String bare(String plain) {
        String bare = plain;
        for (String filler : padding) {
            bare = bare.replace(filler, "");
        }
        return bare;
    }

    /** Whether these words are all that was said, fillers aside, and at least one of them was. */
    boolean isMadeOf(String plain, Collection<String> words) {
        boolean said = false;
        int at = 0;
        while (at < plain.length()) {
            int word = longest(plain, at, words);
            int filler = longest(plain, at, padding);
            if (word == 0 && filler == 0) {
                return false;
            }
            said |= word > 0;
            at += word > 0 ? word : filler;
        }
        return said;
    }

    private static int longest(String plain, int at, Collection<String> words) {
        int longest = 0;
        for (String word : words) {
            longest = word.length() > longest && plain.startsWith(word, at) ? word.length() : longest;
        }
        return longest;
    }

    private static Map<Integer, String> signs(Map<String, Object> root) {
        Map<Integer, String> signs = new HashMap<>();
        map(root.get("signs"), "signs").forEach((sign, word) -> signs.put(sign.codePointAt(0), String.valueOf(word)));
        return signs;
    }

    private static Map<Integer, String> simplified(Map<String, Object> root) {
        Map<String, Object> table = map(root.get("traditional"), "traditional");
        String from = String.valueOf(table.get("from"));
        String to = String.valueOf(table.get("to"));
        if (from.length() != to.length()) {
            throw new IllegalArgumentException(
                    "traditional: %d characters above %d".formatted(from.length(), to.length()));
        }
        Map<Integer, String> simplified = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            simplified.put((int) from.charAt(i), String.valueOf(to.charAt(i)));
        }
        return simplified;
    }

    private static Map<String, String> slips(Map<String, Object> root) {
        Map<String, String> slips = new LinkedHashMap<>();
        map(root.get("slips"), "slips").forEach((slip, right) -> {
            if (slip.length() != String.valueOf(right).length()) {
                throw new IllegalArgumentException("slips: not of one length: " + slip);
            }
            slips.put(slip, String.valueOf(right));
        });
        return slips;
    }

    private static Map<Kind, List<Phrase>> wishes(Map<String, Object> root) {
        Map<Kind, List<Phrase>> wishes = new LinkedHashMap<>();
        map(root.get("wishes"), "wishes")
                .forEach((kind, say) -> wishes.put(
                        Kind.valueOf(kind),
                        texts(say, kind).stream().map(Phrase::of).toList()));
        return wishes;
    }

    private static List<Said> verdicts(Map<String, Object> root) {
        List<Said> all = new ArrayList<>();
        for (Map<String, Object> of : items(root, "verdicts")) {
            Verdict verdict = new Verdict((Boolean) of.get("settled"), (Integer) of.get("score"));
            texts(of.get("say"), "verdicts").forEach(phrase -> all.add(new Said(phrase, verdict)));
        }
        all.sort(Comparator.comparing(Said::phrase, LONGEST_FIRST));
        return List.copyOf(all);
    }

    private static List<String> longestFirst(Map<String, Object> root, String part) {
        return texts(root.get(part), part).stream().sorted(LONGEST_FIRST).toList();
    }

    private static List<Map<String, Object>> items(Map<String, Object> root, String part) {
        if (!(root.get(part) instanceof List<?> items)) {
            throw new IllegalArgumentException(part + ": a list is expected");
        }
        return items.stream().map(item -> map(item, part)).toList();
    }

    private static List<String> texts(@Nullable Object value, String part) {
        if (!(value instanceof List<?> items) || items.isEmpty()) {
            throw new IllegalArgumentException(part + ": a list of phrases is expected");
        }
        return items.stream()
                .map(item -> {
                    if (!(item instanceof String text) || text.isBlank()) {
                        throw new IllegalArgumentException(part + ": not a phrase: " + item);
                    }
                    return text;
                })
                .toList();
    }

    private static Map<String, Object> map(@Nullable Object value, String part) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(part + ": names and values are expected");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, of) -> named.put(String.valueOf(name), of));
        return named;
    }
}
