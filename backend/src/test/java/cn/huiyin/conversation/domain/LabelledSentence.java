package cn.huiyin.conversation.domain;

import cn.huiyin.conversation.domain.Intent.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A row of {@code sentences.csv}: what is right to understand.
 *
 * @param verdict stars and + for settled, - for not; empty where it does not matter
 */
record LabelledSentence(String set, Question asked, List<Kind> right, String verdict, String text) {

    static final int OPTIONS_SHOWN = 3;

    static List<LabelledSentence> all() {
        try (InputStream csv = LabelledSentence.class.getResourceAsStream("/conversation/sentences.csv")) {
            return new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> of(line.split(",", 5)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static LabelledSentence of(String[] row) {
        List<Kind> right = Arrays.stream(row[2].split("\\|")).map(Kind::valueOf).toList();
        return new LabelledSentence(row[0], Question.valueOf(row[1]), right, row[3], row[4]);
    }

    boolean isUnderstood(Intent intent) {
        return right.contains(intent.kind()) && (verdict.isEmpty() || verdict.equals(said(intent)));
    }

    private static String said(Intent intent) {
        Verdict verdict = intent.verdict();
        return verdict == null ? "nothing" : verdict.stars() + (verdict.settles() ? "+" : "-");
    }
}
