package cn.huiyin.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A labelled sentence of {@code sentences.csv}.
 *
 * @param right the categories that are right; more than one where a sentence speaks of several matters
 */
record Sentence(String set, List<String> right, Urgency urgency, String text) {

    /** Written before any phrase was; its faults were never mended. */
    static final String HELD_OUT = "held-out";

    /** Written after the last phrase; its faults were never mended either. */
    static final String UNSEEN = "unseen";

    /** What the phrases were chosen by. */
    static final String TUNING = "tuning";

    static List<Sentence> all() {
        try (InputStream csv = Sentence.class.getResourceAsStream("/classification/sentences.csv")) {
            return new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> of(line.split(",", 4)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Sentence of(String[] row) {
        var urgency = row[2].equals("U") ? Urgency.URGENT : Urgency.NORMAL;
        return new Sentence(row[0], List.of(row[1].split("\\|")), urgency, row[3]);
    }

    /** The top category of the first right answer. */
    String top() {
        return top(right.get(0));
    }

    /** Exactly one of the right answers; where only a top category is right, any of its sub-items is. */
    boolean isRight(String category) {
        return right.stream().anyMatch(label -> label.equals(category) || isTop(label) && label.equals(top(category)));
    }

    boolean isRightTop(String category) {
        return right.stream().anyMatch(label -> top(label).equals(top(category)));
    }

    private static boolean isTop(String code) {
        return code.indexOf('.') < 0;
    }

    private static String top(String code) {
        return isTop(code) ? code : code.substring(0, code.indexOf('.'));
    }
}
