package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.domain.Entry.AfterUnknown;
import cn.huiyin.messaging.domain.Entry.Audience;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the catalogue and refuses it as a whole when one word of it is wrong, naming the place. */
public final class CatalogueReader {

    private static final Set<String> PARTS = Set.of("templates", "taps", "words", "facts", "occasions");
    private static final Set<String> OF_TEMPLATE = Set.of("channel", "title", "fields");
    private static final Set<String> OF_OCCASION = Set.of(
            "for",
            "when",
            "urgent",
            "weight",
            "mustReach",
            "unknown",
            "task",
            "sentence",
            "page",
            "subscribe",
            "official",
            "employee");
    /** In the order they are tried. */
    private static final List<Map.Entry<String, String>> LETTERS = List.of(
            Map.entry("subscribe", "SUBSCRIBE"), Map.entry("official", "TEMPLATE"), Map.entry("employee", "EMPLOYEE"));

    /** wx.requestSubscribeMessage takes five templates at a tap. */
    private static final int ASKED_AT_A_TAP = 5;

    private final Map<String, Template> templates;

    private CatalogueReader(Map<String, Template> templates) {
        this.templates = templates;
    }

    /** @throws IllegalArgumentException where the text is not a catalogue */
    public static Catalogue read(String yaml) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        var root = map(document, "catalogue");
        onlyKnown(root, PARTS, "catalogue");
        var templates = each(root, "templates", CatalogueReader::template);
        var reader = new CatalogueReader(templates);
        return new Catalogue(
                templates,
                each(root, "taps", reader::tap),
                each(root, "words", (name, word) -> text(word, name)),
                each(root, "occasions", reader::entry));
    }

    private static Template template(String key, Object value) {
        var of = map(value, key);
        onlyKnown(of, OF_TEMPLATE, key);
        var fields = each(of, "fields", (field, pattern) -> new Phrase(text(pattern, key + "." + field)));
        fields.keySet().forEach(FieldKind::of);
        return new Template(key, text(of.get("channel"), key), text(of.get("title"), key), fields);
    }

    private List<Template> tap(String tap, Object value) {
        if (!(value instanceof List<?> keys) || keys.size() > ASKED_AT_A_TAP) {
            throw new IllegalArgumentException(tap + ": a list of at most " + ASKED_AT_A_TAP + " templates");
        }
        return keys.stream().map(key -> known(text(key, tap), tap)).toList();
    }

    private Entry entry(String occasion, Object value) {
        var of = map(value, occasion);
        onlyKnown(of, OF_OCCASION, occasion);
        return new Entry(
                occasion,
                Audience.valueOf(text(of.get("for"), occasion)),
                weight(occasion, of),
                Boolean.TRUE.equals(of.get("mustReach")),
                of.containsKey("unknown")
                        ? AfterUnknown.valueOf(text(of.get("unknown"), occasion))
                        : AfterUnknown.AGAIN,
                Boolean.TRUE.equals(of.get("task")),
                new Phrase(text(of.get("sentence"), occasion)),
                new Phrase(text(of.get("page"), occasion)),
                letters(occasion, of));
    }

    private static Weight weight(String occasion, Map<String, Object> of) {
        var urgent = Boolean.TRUE.equals(of.get("urgent"));
        if (!of.containsKey("weight")) {
            return urgent ? Weight.URGENT : Weight.ORDINARY;
        }
        var weight = Weight.valueOf(text(of.get("weight"), occasion));
        if (urgent && weight != Weight.URGENT) {
            throw new IllegalArgumentException(occasion + ": urgent, and yet " + weight);
        }
        return weight;
    }

    private List<Letter> letters(String occasion, Map<String, Object> of) {
        var letters = new ArrayList<Letter>();
        LETTERS.forEach(way -> {
            if (of.containsKey(way.getKey())) {
                var where = occasion + "." + way.getKey();
                letters.add(letter(where, way.getValue(), map(of.get(way.getKey()), occasion)));
            }
        });
        return List.copyOf(letters);
    }

    private Letter letter(String where, String channel, Map<String, Object> of) {
        var template = known(text(of.get("template"), where), where);
        if (!template.channel().equals(channel)) {
            throw new IllegalArgumentException(where + ": " + template.key() + " is not a template of " + channel);
        }
        var fields = new LinkedHashMap<>(template.fields());
        of.forEach((field, pattern) -> {
            if (!field.equals("template") && fields.replace(field, new Phrase(text(pattern, where))) == null) {
                throw new IllegalArgumentException(where + ": " + template.key() + " has no field " + field);
            }
        });
        var letter = new Letter(template, fields);
        fields.forEach((field, phrase) -> fits(where + "." + field, letter, field, phrase));
        return letter;
    }

    /** What is always said the same must not be cut each time. */
    private static void fits(String where, Letter letter, String field, Phrase phrase) {
        if (phrase.facts().isEmpty() && !letter.fit(field, phrase.pattern(), "").equals(phrase.pattern())) {
            throw new IllegalArgumentException(
                    where + ": does not fit, at most " + letter.limitOf(field) + ": " + phrase.pattern());
        }
    }

    private Template known(String key, String where) {
        var template = templates.get(key);
        if (template == null) {
            throw new IllegalArgumentException(where + ": no template " + key);
        }
        return template;
    }

    private static <T> Map<String, T> each(Map<String, Object> of, String part, BiFunction<String, Object, T> read) {
        var all = new LinkedHashMap<String, T>();
        map(of.get(part), part).forEach((name, value) -> all.put(name, read.apply(name, value)));
        return all;
    }

    private static Map<String, Object> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": names and values are expected");
        }
        var named = new LinkedHashMap<String, Object>();
        map.forEach((name, of) -> named.put(String.valueOf(name), of));
        return named;
    }

    private static String text(@Nullable Object value, String where) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException(where + ": a text is expected");
        }
        return text;
    }

    private static void onlyKnown(Map<String, Object> of, Set<String> known, String where) {
        of.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(where + ": nothing is called " + name);
        });
    }
}
