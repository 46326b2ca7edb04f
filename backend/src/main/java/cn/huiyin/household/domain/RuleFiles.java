package cn.huiyin.household.domain;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.Occupancy;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the rules of the household file as people write them; a wrong word stops the start. */
public final class RuleFiles {

    private RuleFiles() {}

    public static TagTable tags(String yaml) {
        List<TagTable.Rule> rules = new ArrayList<>();
        map(load(yaml)).forEach((code, value) -> rules.add(rule(code, map(value))));
        return new TagTable(rules);
    }

    private static TagTable.Rule rule(String code, Map<String, Object> of) {
        return new TagTable.Rule(
                code,
                text(of, "name"),
                HouseholdClass.valueOf(text(of, "class")),
                of.containsKey("derived") ? ages(map(of.get("derived"))) : null,
                text(of, "source"));
    }

    private static TagTable.Ages ages(Map<String, Object> of) {
        return new TagTable.Ages(
                TagTable.Ages.Who.valueOf(text(of, "who")),
                number(of.get("ageFrom"), 0),
                number(of.get("ageTo"), TagTable.OLDEST));
    }

    public static Needs needs(String yaml) {
        List<Needs.Need> needs = new ArrayList<>();
        map(load(yaml))
                .forEach((domain, all) -> map(all).forEach((code, of) ->
                        needs.add(new Needs.Need(code, domain, text(map(of), "name"), text(map(of), "source")))));
        return new Needs(needs);
    }

    public static ReviewPolicy review(String yaml) {
        Map<String, Object> of = map(load(yaml));
        Set<Occupancy> noTouch = EnumSet.noneOf(Occupancy.class);
        if (of.get("noTouchWhile") instanceof List<?> words) {
            words.forEach(word -> noTouch.add(Occupancy.valueOf(String.valueOf(word))));
        }
        return new ReviewPolicy(
                Period.parse(text(of, "touchEvery")),
                Period.parse(text(of, "reviseEvery")),
                Double.parseDouble(text(of, "accuracy")),
                noTouch);
    }

    private static Object load(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
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

    private static int number(@Nullable Object value, int otherwise) {
        return value == null ? otherwise : Integer.parseInt(value.toString());
    }
}
