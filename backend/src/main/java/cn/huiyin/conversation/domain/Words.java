package cn.huiyin.conversation.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody said, made even: full-width, circled and capital letters become plain ones, traditional characters
 * simplified, frequent slips are put right, telling emoji become words; spaces and marks go. It still knows where each
 * character stood in what was said. Costs one pass over at most {@link #LONGEST} characters.
 */
public final class Words {

    /** No more is looked at, in characters; as much as a ticket may hold. */
    public static final int LONGEST = 2_000;

    private static final char STAR = '★';

    private final String said;
    private final StringBuilder letters = new StringBuilder();
    private int[] from = new int[64];

    private Words(String said) {
        this.said = said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }

    static Words of(String said, Evenness evenness) {
        var words = new Words(said);
        words.take(evenness);
        evenness.putRight(words.letters);
        return words;
    }

    /** As it was said, at most {@link #LONGEST} characters. */
    public String said() {
        return said;
    }

    /** The even letters and digits. */
    public String plain() {
        return letters.toString();
    }

    public boolean isEmpty() {
        return letters.isEmpty();
    }

    /** What was said from this place of the even letters on, without leading marks. */
    String saidFrom(int position) {
        if (position >= letters.length()) {
            return "";
        }
        return said.substring(from[position]).strip();
    }

    private void take(Evenness evenness) {
        for (int at = 0; at < said.length(); ) {
            int codePoint = said.codePointAt(at);
            take(evenness.meant(codePoint), at);
            at += Character.charCount(codePoint);
        }
    }

    private void take(String meant, int at) {
        for (int i = 0; i < meant.length(); i++) {
            char letter = meant.charAt(i);
            if (Character.isLetterOrDigit(letter) || letter == STAR || Character.isSurrogate(letter)) {
                append(letter, at);
            }
        }
    }

    private void append(char letter, int at) {
        if (letters.length() == from.length) {
            from = Arrays.copyOf(from, from.length * 2);
        }
        from[letters.length()] = at;
        letters.append(letter);
    }

    /** How single characters and slips are made even. */
    record Evenness(Map<Integer, String> signs, Map<Integer, String> simplified, Map<String, String> slips) {

        String meant(int codePoint) {
            String sign = signs.get(codePoint);
            if (sign != null) {
                return sign;
            }
            if (Character.getType(codePoint) == Character.OTHER_SYMBOL && codePoint > 0xFFFF) {
                return "";
            }
            String known = simplified.get(codePoint);
            return known != null ? known : plain(codePoint);
        }

        private static String plain(int codePoint) {
            if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
                return Character.toString(codePoint);
            }
            if (!Character.isValidCodePoint(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                return "";
            }
            return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
        }

        void putRight(StringBuilder letters) {
            slips.forEach((slip, right) -> {
                for (int at = letters.indexOf(slip); at >= 0; at = letters.indexOf(slip, at + slip.length())) {
                    letters.replace(at, at + slip.length(), right);
                }
            });
        }
    }
}
