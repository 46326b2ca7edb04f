package cn.huiyin.classification;

import java.util.List;

/**
 * A row of {@code phrases.csv}.
 *
 * @param text as written there; A…B means A, at most a dozen characters, B
 * @param role what a match does
 * @param category for {@link Role#SPEAKS}: what it speaks for; else empty
 * @param weight from 1 (a hint) to 5 (sure)
 * @param urgent whether it speaks of a danger to people
 */
record Phrase(String text, Role role, String category, int weight, boolean urgent) {

    static final char GAP = '…';

    enum Role {
        /** Speaks for a category, or only for urgency. */
        SPEAKS,
        /** Hides shorter phrases inside it: 消防演练 is no fire. */
        HIDES,
        /** The matter is over: what was said shortly before no longer counts. */
        DONE,
        /** Takes back what follows at once: 不是漏水. */
        NOT
    }

    List<String> parts() {
        int gap = text.indexOf(GAP);
        return gap < 0 ? List.of(text) : List.of(text.substring(0, gap), text.substring(gap + 1));
    }

    boolean hasGap() {
        return text.indexOf(GAP) >= 0;
    }
}
