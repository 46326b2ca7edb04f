package cn.huiyin.safety.domain;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into pieces that may be asked about. They overlap, so that no word hides in a cut. */
public final class Pieces {

    private static final int OVERLAP = 50;

    private Pieces() {}

    /** The text in pieces of at most {@code longest} UTF-16 units, more than twice the overlap of 50. */
    public static List<String> of(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > longest) {
            int to = wholeCharacter(text, from + longest);
            pieces.add(text.substring(from, to));
            from = wholeCharacter(text, to - OVERLAP);
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static int wholeCharacter(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
