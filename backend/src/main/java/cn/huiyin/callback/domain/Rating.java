package cn.huiyin.callback.domain;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said of an answer.
 *
 * @param resolved whether the matter is settled
 * @param score 1 (not at all satisfied) to 5 (very)
 * @param comment in their own words
 */
public record Rating(boolean resolved, int score, @Nullable String comment) {

    /** Up to this score a matter is taken up again even where it is called settled (M2). */
    private static final int DISSATISFIED = 2;

    public Rating {
        if (score < 1 || score > 5) {
            throw new IllegalArgumentException("a score is 1 to 5: " + score);
        }
    }

    /** Settled, and not at the price of a dissatisfied resident. */
    public boolean isSettled() {
        return resolved && score > DISSATISFIED;
    }

    /** One line for the timeline. */
    public String inWords() {
        return comment == null || comment.isBlank() ? verdict() : verdict() + "：" + comment;
    }

    /** The same without their own words. */
    public String verdict() {
        return "%s，满意度%d分".formatted(resolved ? "已解决" : "没有解决", score);
    }
}
