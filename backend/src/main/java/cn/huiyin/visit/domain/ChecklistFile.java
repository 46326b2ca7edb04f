package cn.huiyin.visit.domain;

import cn.huiyin.visit.domain.Checklists.Choice;
import cn.huiyin.visit.domain.Checklists.Item;
import cn.huiyin.visit.domain.Checklists.Kind;
import cn.huiyin.visit.domain.Checklists.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a version of the checklists as people write them; a wrong word stops the start. */
public final class ChecklistFile {

    private static final Set<String> PART_WORDS = Set.of("name", "tags", "source", "items");
    private static final Set<String> ITEM_WORDS = Set.of("ask", "kind", "choices", "problem", "from", "to");

    private ChecklistFile() {}

    public static Checklists read(int version, String yaml) {
        Map<String, Object> all = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        List<Part> parts = new ArrayList<>();
        map(all.get("lists")).forEach((code, of) -> parts.add(part(code, map(of), false)));
        map(all.get("scenes")).forEach((code, of) -> parts.add(part(code, map(of), true)));
        if (parts.stream().map(Part::code).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("a scene is called like a list");
        }
        return new Checklists(version, parts);
    }

    private static Part part(String code, Map<String, Object> of, boolean scene) {
        known(code, of, PART_WORDS);
        List<Item> items = new ArrayList<>();
        map(of.get("items")).forEach((item, how) -> items.add(item(code + "." + item, map(how))));
        return new Part(code, text(of, "name"), scene, words(of.get("tags")), text(of, "source"), items);
    }

    private static Item item(String code, Map<String, Object> of) {
        known(code, of, ITEM_WORDS);
        Kind kind = Kind.valueOf(text(of, "kind"));
        List<String> problems = words(of.get("problem"));
        List<Choice> choices = new ArrayList<>();
        if (of.get("choices") != null) {
            map(of.get("choices"))
                    .forEach((choice, name) ->
                            choices.add(new Choice(choice, String.valueOf(name), problems.contains(choice))));
        }
        boolean chosen = kind == Kind.CHOICE || kind == Kind.CHOICES;
        if (chosen == choices.isEmpty()
                || !choices.stream().map(Choice::code).toList().containsAll(problems)) {
            throw new IllegalArgumentException("the choices of " + code);
        }
        return new Item(code, text(of, "ask"), kind, choices, bound(of, kind, "from"), bound(of, kind, "to"));
    }

    private static @Nullable BigDecimal bound(Map<String, Object> of, Kind kind, String name) {
        return kind == Kind.NUMBER ? new BigDecimal(text(of, name)) : null;
    }

    private static void known(String code, Map<String, Object> of, Set<String> words) {
        if (!words.containsAll(of.keySet())) {
            throw new IllegalArgumentException("unknown words in " + code + ": " + of.keySet());
        }
    }

    private static List<String> words(@Nullable Object value) {
        return value instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("should be a mapping: " + value);
        }
        return (Map<String, Object>) map;
    }

    private static String text(Map<String, Object> of, String name) {
        return Objects.requireNonNull(of.get(name), name).toString();
    }
}
