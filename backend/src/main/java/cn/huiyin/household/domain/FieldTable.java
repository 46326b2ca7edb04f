package cn.huiyin.household.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who sees what of a file: {@code household/fields.csv}. Fails closed: what it does not name is hidden. */
public final class FieldTable {

    private final Map<String, Map<String, Sight>> byField = new HashMap<>();
    private final Set<String> parts = new LinkedHashSet<>();

    private FieldTable() {}

    /** @throws IllegalArgumentException where a row is not complete or has a word that is no {@link Sight} */
    public static FieldTable read(String csv) {
        FieldTable table = new FieldTable();
        List<String> lines = csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String[] head = lines.get(0).split(",", -1);
        lines.stream().skip(1).forEach(line -> table.add(head, line.split(",", -1)));
        return table;
    }

    private void add(String[] head, String[] row) {
        if (row.length != head.length) {
            throw new IllegalArgumentException("fields.csv: a row with another number of columns: " + row[0]);
        }
        Map<String, Sight> sights = new HashMap<>();
        for (int column = 1; column < head.length; column++) {
            sights.put(head[column].strip(), Sight.valueOf(row[column].strip()));
            parts.add(head[column].strip());
        }
        if (byField.put(row[0].strip(), sights) != null) {
            throw new IllegalArgumentException("fields.csv: twice: " + row[0]);
        }
    }

    /** The widest sight that any of these parts gives; hidden where none does. */
    public Sight sight(Collection<String> held, String field) {
        Map<String, Sight> row = byField.getOrDefault(field, Map.of());
        return held.stream()
                .map(part -> row.getOrDefault(part, Sight.HIDDEN))
                .max(Sight::compareTo)
                .orElse(Sight.HIDDEN);
    }

    public Set<String> fields() {
        return Set.copyOf(byField.keySet());
    }

    public Set<String> parts() {
        return Set.copyOf(parts);
    }
}
