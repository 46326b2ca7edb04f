package cn.huiyin.messaging.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every message that can be sent. Read from {@code messages/catalogue.yaml} by {@link CatalogueReader}.
 *
 * @param taps which templates the mini-program asks permission for at a tap, such as {@code SUBMIT}
 * @param words words of the program in people's words
 */
public record Catalogue(
        Map<String, Template> templates,
        Map<String, List<Template>> taps,
        Map<String, String> words,
        Map<String, Entry> entries) {

    /** The occasion of a task that says whom no message reached. */
    public static final String UNREACHED = "UNREACHED";

    public Optional<Entry> find(String occasion) {
        return Optional.ofNullable(entries.get(occasion));
    }

    public boolean isUrgent(String occasion) {
        return find(occasion).map(Entry::urgent).orElse(false);
    }

    public String sentence(Entry entry, Map<String, String> facts) {
        return entry.sentence().say(facts, this::word);
    }

    public String page(Entry entry, Map<String, String> facts) {
        return entry.page().say(facts, fact -> fact);
    }

    /** People's word for a word of the program; any other text is its own. */
    public String word(String text) {
        return words.getOrDefault(text, text);
    }
}
