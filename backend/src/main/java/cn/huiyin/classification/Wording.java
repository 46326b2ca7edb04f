package cn.huiyin.classification;

import cn.huiyin.classification.WordFinder.Hit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A resident's words made even: full-width letters become half-width, capitals small, spaces and emoji go, marks become
 * one mark, frequent slips of the keyboard are put right. The clauses are counted, spaces and marks ending one.
 */
final class Wording {

    /** Ends a clause. */
    static final char MARK = '，';

    private static final Set<Byte> PUNCTUATION = Set.of(
            Character.OTHER_PUNCTUATION,
            Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.DASH_PUNCTUATION,
            Character.MATH_SYMBOL);

    /** No more than this is looked at, in characters; far above what a ticket may hold. */
    private static final int LONGEST = 20_000;

    private final StringBuilder letters = new StringBuilder();
    private final int[] clauses;
    private int clause;

    private Wording(String text) {
        var cut = text.substring(0, Math.min(text.length(), LONGEST));
        clauses = new int[cut.length() + 1];
        cut.codePoints().forEach(this::take);
        clauses[letters.length()] = clause;
    }

    static Wording of(String text, Slips slips) {
        var wording = new Wording(text);
        slips.putRight(wording.letters);
        return wording;
    }

    CharSequence letters() {
        return letters;
    }

    int clauseAt(int position) {
        return clauses[position];
    }

    private void take(int codePoint) {
        int plain = halfWidth(codePoint);
        if (Character.isLetterOrDigit(plain)) {
            append(Character.toLowerCase(plain));
        } else if (Character.isWhitespace(plain) || Character.isSpaceChar(plain)) {
            clause++;
        } else if (PUNCTUATION.contains((byte) Character.getType(plain))) {
            clause++;
            append(MARK);
        }
    }

    private void append(int codePoint) {
        for (char letter : Character.toChars(codePoint)) {
            clauses[letters.length()] = clause;
            letters.append(letter);
        }
    }

    private static int halfWidth(int codePoint) {
        return codePoint >= 0xFF01 && codePoint <= 0xFF5E ? codePoint - 0xFEE0 : codePoint;
    }

    /** Frequent slips and what was meant, of the same length. */
    static final class Slips {

        private final Map<String, String> meant;
        private final WordFinder finder;

        Slips(Map<String, String> meant) {
            this.meant = meant.entrySet().stream()
                    .collect(Collectors.toMap(slip -> slip.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
            this.finder = new WordFinder(this.meant.keySet());
        }

        private void putRight(StringBuilder letters) {
            for (Hit slip : finder.find(letters)) {
                letters.replace(slip.start(), slip.end(), meant.getOrDefault(slip.word(), slip.word()));
            }
        }
    }
}
