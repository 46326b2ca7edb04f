package cn.huiyin.classification;

import cn.huiyin.classification.Phrase.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the two tables that suggestions are made from. A broken row stops the program at its start. */
final class PhraseTable {

    private static final Map<String, Role> MARKS = Map.of("!HIDES", Role.HIDES, "!DONE", Role.DONE, "!NOT", Role.NOT);

    private PhraseTable() {}

    /** Rows of {@code phrase,speaks_for,weight,urgency}. */
    static List<Phrase> phrases() {
        return rows("/classification/phrases.csv", 4).stream()
                .map(PhraseTable::phrase)
                .toList();
    }

    /** Rows of {@code wrong,right}: slips of pinyin and of the ear. */
    static Map<String, String> slips() {
        return rows("/classification/slips.csv", 2).stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    private static Phrase phrase(String[] row) {
        var role = MARKS.getOrDefault(row[1], Role.SPEAKS);
        boolean speaks = role == Role.SPEAKS;
        return new Phrase(
                row[0],
                role,
                speaks && !row[1].equals("-") ? row[1] : "",
                row[2].isEmpty() ? 0 : Integer.parseInt(row[2]),
                row[3].equals(Urgency.URGENT.name()));
    }

    private static List<String[]> rows(String resource, int columns) {
        return text(resource)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> cells(line, columns))
                .toList();
    }

    private static String[] cells(String line, int columns) {
        var cells = line.split(",", -1);
        if (cells.length != columns || cells[0].isEmpty()) {
            throw new IllegalStateException("a row of " + columns + " columns was expected: " + line);
        }
        return cells;
    }

    private static String text(String resource) {
        try (InputStream in = PhraseTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
