package cn.huiyin.infra;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an expression of Prometheus asks for: metrics, and for each the labels that its selector names. No more of the language than that. */
final class Promql {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)})?(\\s*\\()?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");

    private final Map<String, Set<String>> asked = new TreeMap<>();
    private final Set<String> grouped = new TreeSet<>();

    private Promql() {}

    static Promql read(String expression) {
        var read = new Promql();
        var bare = STRING.matcher(expression).replaceAll("\"\"");
        GROUPING.matcher(bare).results().forEach(list -> read.group(list.group(1)));
        // A number with its unit, such as [10m], is no name.
        var plain = GROUPING.matcher(bare).replaceAll(" ").replaceAll("\\b\\d+\\w*", "0");
        SELECTOR.matcher(plain).results().forEach(found -> {
            if (found.group(3) == null && !WORDS.contains(found.group(1))) {
                read.ask(found.group(1), found.group(2));
            }
        });
        return read;
    }

    private void group(String labels) {
        for (var label : labels.split(",")) {
            if (!label.isBlank()) {
                grouped.add(label.strip());
            }
        }
    }

    private void ask(String metric, @Nullable String selector) {
        var labels = asked.computeIfAbsent(metric, name -> new TreeSet<>());
        if (selector != null) {
            LABEL.matcher(selector).results().forEach(label -> labels.add(label.group(1)));
        }
    }

    /** The metrics, each with the labels it is selected by. */
    Map<String, Set<String>> asked() {
        return asked;
    }

    /** The labels that results are grouped by. */
    Set<String> grouped() {
        return grouped;
    }
}
