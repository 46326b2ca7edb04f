package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.domain.Entry.Audience;
import cn.huiyin.messaging.domain.RoutingPolicy.Own;
import cn.huiyin.messaging.domain.RoutingPolicy.Span;
import cn.huiyin.messaging.domain.RoutingPolicy.Summary;
import cn.huiyin.messaging.domain.Rule.Hours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the routing policy and refuses it as a whole when one word of it is wrong, naming the place. */
public final class RoutingReader {

    /** The channels that a policy can name. */
    public static final List<String> CHANNELS = List.of("SUBSCRIBE", "TEMPLATE", "CUSTOMER_SERVICE", "EMPLOYEE");

    private static final Set<String> PARTS = Set.of("hours", "own", "limits", "summary", "reserve", "rules");
    private static final Set<String> OF_RULE =
            Set.of("name", "for", "weight", "mustReach", "occasions", "channels", "hold", "limit", "last");
    private static final String NIGHT = "night";
    private static final String NEVER = "NEVER";

    private final Catalogue catalogue;
    private final Map<String, Hours> hours = new LinkedHashMap<>();

    private RoutingReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param catalogue whose occasions the rules may name
     * @throws IllegalArgumentException where the text is not a policy
     */
    public static RoutingPolicy read(String yaml, Catalogue catalogue) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new RoutingReader(catalogue).policy(map(document, "routing"));
    }

    private RoutingPolicy policy(Map<String, Object> root) {
        onlyKnown(root, PARTS, "routing");
        map(root.get("hours"), "hours").forEach((name, value) -> hours.put(name, hours("hours." + name, value)));
        var night = hours.get(NIGHT);
        if (night == null) {
            throw new IllegalArgumentException("hours: there must be " + NIGHT);
        }
        var own = map(root.get("own"), "own");
        onlyKnown(own, Set.of("begin", "end"), "own");
        var rules = list(root.get("rules"), "rules").stream().map(this::rule).toList();
        everythingFits(rules);
        return new RoutingPolicy(
                rules,
                night.quiet(),
                new Own(span(own.get("begin"), "own.begin"), span(own.get("end"), "own.end")),
                limits(map(root.get("limits"), "limits")),
                summary(map(root.get("summary"), "summary"), night.quiet()),
                number(root.get("reserve"), "reserve", 0));
    }

    private static Hours hours(String where, Object value) {
        var of = map(value, where);
        onlyKnown(of, Set.of("from", "to", "own"), where);
        return new Hours(
                new QuietHours(time(of.get("from"), where), time(of.get("to"), where)),
                yes(of.getOrDefault("own", false), where));
    }

    private Rule rule(Object value) {
        var of = map(value, "rules");
        var name = text(of.get("name"), "rules.name");
        onlyKnown(of, OF_RULE, name);
        return new Rule(
                name,
                enums(Audience.class, of.get("for"), name),
                enums(Weight.class, of.get("weight"), name),
                occasions(of.get("occasions"), name),
                of.containsKey("mustReach") ? yes(of.get("mustReach"), name) : null,
                channels(of.get("channels"), name),
                hold(text(of.get("hold"), name + ".hold"), name),
                oneOf(text(of.get("limit"), name + ".limit"), "COUNTS", "FREE", name),
                oneOf(text(of.get("last"), name + ".last"), "TASK", "INBOX", name));
    }

    private Set<String> occasions(@Nullable Object value, String where) {
        var occasions = value == null ? List.<String>of() : texts(value, where);
        occasions.stream()
                .filter(occasion -> catalogue.find(occasion).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(where + ": not in the catalogue: " + unknown);
                });
        return Set.copyOf(occasions);
    }

    private static List<String> channels(@Nullable Object value, String where) {
        var channels = texts(value, where + ".channels");
        channels.stream()
                .filter(channel -> !CHANNELS.contains(channel))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(where + ": no channel " + unknown + ", only " + CHANNELS);
                });
        if (Set.copyOf(channels).size() < channels.size()) {
            throw new IllegalArgumentException(where + ": a channel is named twice");
        }
        return channels;
    }

    private @Nullable Hours hold(String name, String where) {
        if (!name.equals(NEVER) && !hours.containsKey(name)) {
            throw new IllegalArgumentException(where + ": no hours " + name);
        }
        return hours.get(name);
    }

    /** Whatever the catalogue holds, now and later, there is a rule for it. */
    private static void everythingFits(List<Rule> rules) {
        for (var audience : Audience.values()) {
            for (var weight : Weight.values()) {
                for (var must : List.of(true, false)) {
                    if (rules.stream()
                            .filter(rule -> rule.occasions().isEmpty())
                            .noneMatch(rule -> rule.fits(audience, weight, must))) {
                        throw new IllegalArgumentException(
                                "rules: none for " + audience + " " + weight + (must ? " that must reach" : ""));
                    }
                }
            }
        }
    }

    private static Map<Audience, Integer> limits(Map<String, Object> of) {
        var limits = new EnumMap<Audience, Integer>(Audience.class);
        of.forEach((name, most) -> limits.put(one(Audience.class, name, "limits"), number(most, "limits." + name, 1)));
        return Map.copyOf(limits);
    }

    private static Summary summary(Map<String, Object> of, QuietHours night) {
        onlyKnown(of, Set.of("from", "at", "daily"), "summary");
        var at = list(of.get("at"), "summary.at").stream()
                .map(value -> time(value, "summary.at"))
                .sorted()
                .toList();
        var summary =
                new Summary(number(of.get("from"), "summary.from", 2), at, time(of.get("daily"), "summary.daily"));
        if (at.isEmpty() || at.stream().anyMatch(night::contains) || night.contains(summary.daily())) {
            throw new IllegalArgumentException("summary: a time that is not in the night");
        }
        return summary;
    }

    private static Span span(@Nullable Object value, String where) {
        var of = map(value, where);
        onlyKnown(of, Set.of("from", "to"), where);
        return new Span(time(of.get("from"), where), time(of.get("to"), where));
    }

    private static LocalTime time(@Nullable Object value, String where) {
        try {
            return LocalTime.parse(text(value, where));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(where + ": a time such as \"21:00\" is expected", e);
        }
    }

    private static boolean yes(@Nullable Object value, String where) {
        if (value instanceof Boolean yes) {
            return yes;
        }
        throw new IllegalArgumentException(where + ": true or false is expected");
    }

    private static int number(@Nullable Object value, String where, int least) {
        if (value instanceof Integer number && number >= least) {
            return number;
        }
        throw new IllegalArgumentException(where + ": a number from " + least + " on is expected");
    }

    private static boolean oneOf(String word, String yes, String no, String where) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw new IllegalArgumentException(where + ": " + yes + " or " + no + " is expected: " + word);
        }
        return word.equals(yes);
    }

    private static <E extends Enum<E>> Set<E> enums(Class<E> type, @Nullable Object value, String where) {
        if (value == null) {
            return EnumSet.allOf(type);
        }
        var found = EnumSet.noneOf(type);
        texts(value, where).forEach(name -> found.add(one(type, name, where)));
        return found;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name, String where) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": nothing is called " + name, e);
        }
    }

    private static List<String> texts(@Nullable Object value, String where) {
        return list(value, where).stream().map(each -> text(each, where)).toList();
    }

    private static List<Object> list(@Nullable Object value, String where) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw new IllegalArgumentException(where + ": a list is expected");
        }
        return list.stream()
                .map(each -> (Object) Objects.requireNonNull(each, where))
                .toList();
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
