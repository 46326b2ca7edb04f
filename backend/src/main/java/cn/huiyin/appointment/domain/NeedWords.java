package cn.huiyin.appointment.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What people say when they need something, as a small table of phrases. A broken row stops the program at its start. */
public final class NeedWords {

    private static final String TABLE = "/appointment/needs.csv";

    private final List<Row> rows;

    private record Row(String phrase, String need) {}

    /** A phrase that was found, and the need it speaks for. */
    public record Found(String phrase, String need) {}

    private NeedWords(List<Row> rows) {
        this.rows = rows;
    }

    public static NeedWords read() {
        try (InputStream in = NeedWords.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + TABLE);
            }
            return new NeedWords(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(NeedWords::row)
                    .sorted(Comparator.comparingInt((Row row) -> -row.phrase().length()))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 2 || cells[0].isBlank() || cells[1].isBlank()) {
            throw new IllegalStateException("phrase,need was expected: " + line);
        }
        return new Row(cells[0], cells[1]);
    }

    /** The needs that speak from the words, the most telling first: longer phrases hide shorter ones within them. */
    public List<Found> in(String words) {
        String left = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<Found> found = new ArrayList<>();
        for (Row row : rows) {
            if (left.contains(row.phrase())) {
                left = left.replace(row.phrase(), "\n");
                if (found.stream().noneMatch(other -> other.need().equals(row.need()))) {
                    found.add(new Found(row.phrase(), row.need()));
                }
            }
        }
        return List.copyOf(found);
    }

    /** All needs that any phrase speaks for. */
    public List<String> needs() {
        return rows.stream().map(Row::need).distinct().sorted().toList();
    }
}
