package cn.huiyin.conversation.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A way of saying something: words that stand together, or a few characters apart ({@code 查…进度}), or alone
 * ({@code =喂}). Looks for itself without going back, so no text makes it slow.
 */
record Phrase(List<String> parts, boolean alone) {

    /** So many characters may stand where the phrase says …. */
    private static final int GAP = 8;

    static Phrase of(String written) {
        boolean alone = written.startsWith("=");
        List<String> parts = Arrays.asList((alone ? written.substring(1) : written).split("…", -1));
        if (parts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a phrase with an empty part: " + written);
        }
        return new Phrase(List.copyOf(parts), alone);
    }

    /** Marks the characters of {@code text} that it speaks of, everywhere. */
    void mark(String text, String bare, BitSet spoken) {
        if (alone) {
            if (bare.equals(parts.get(0)) || text.equals(parts.get(0))) {
                spoken.set(0, text.length());
            }
            return;
        }
        String first = parts.get(0);
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            mark(text, at, spoken);
        }
    }

    private void mark(String text, int start, BitSet spoken) {
        int[] starts = new int[parts.size()];
        starts[0] = start;
        int end = start + parts.get(0).length();
        for (int i = 1; i < parts.size(); i++) {
            starts[i] = within(text, parts.get(i), end);
            if (starts[i] < 0) {
                return;
            }
            end = starts[i] + parts.get(i).length();
        }
        for (int i = 0; i < starts.length; i++) {
            spoken.set(starts[i], starts[i] + parts.get(i).length());
        }
    }

    private static int within(String text, String part, int from) {
        for (int at = from; at <= from + GAP; at++) {
            if (text.startsWith(part, at)) {
                return at;
            }
        }
        return -1;
    }
}
