package cn.huiyin.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A line of {@code access/access.csv}: what each role gets.
 *
 * @param proof what at least one of those let in must be answered, so that the door is known to open
 * @param expected by role: {@code 401 403 404}, {@code in}, {@code sees} (a list that shows the thing), {@code blind} (a list
 *     that does not), {@code 409} and such where the door has another reason
 */
record Line(String operation, int proof, Map<String, String> expected, String why) {

    private static final int FIRST_ROLE = 2;

    static List<Line> all() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Line.class.getResourceAsStream("/access/access.csv")),
                StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            String[] head = lines.get(0).split(",");
            List<Line> read = new ArrayList<>();
            lines.subList(1, lines.size()).forEach(line -> read.add(of(head, line.split(",", head.length))));
            return read;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Line of(String[] head, String[] cells) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (int column = FIRST_ROLE; column < head.length - 1; column++) {
            expected.put(head[column].strip(), cells[column].strip());
        }
        return new Line(cells[0].strip(), Integer.parseInt(cells[1].strip()), expected, cells[head.length - 1].strip());
    }

    /** Whether this role passes the door, whatever lies behind it. */
    boolean letsIn(String role) {
        return switch (expected.getOrDefault(role, "")) {
            case "in", "sees", "blind" -> true;
            default -> false;
        };
    }
}
