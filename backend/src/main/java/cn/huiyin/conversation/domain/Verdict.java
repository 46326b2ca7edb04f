package cn.huiyin.conversation.domain;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said of an answer, as far as they said it.
 *
 * @param settled whether the matter is settled; null where that was not said
 * @param score 1 to 5; null where that was not said
 */
public record Verdict(@Nullable Boolean settled, @Nullable Integer score) {

    /** From this score on a matter counts as settled unless the person says otherwise. */
    private static final int GOOD_ENOUGH = 3;

    /** Settled, and nothing said of how well: satisfied, not delighted. */
    private static final int SETTLED = 4;

    private static final int NOT_SETTLED = 1;

    public boolean settles() {
        return settled != null ? settled : score != null && score >= GOOD_ENOUGH;
    }

    /** What was said of how well, else what follows from whether it is settled. */
    public int stars() {
        if (score != null) {
            return score;
        }
        return settles() ? SETTLED : NOT_SETTLED;
    }

    /** This one, where it says nothing completed by an earlier one. */
    public Verdict or(@Nullable Verdict earlier) {
        return earlier == null
                ? this
                : new Verdict(settled == null ? earlier.settled : settled, score == null ? earlier.score : score);
    }
}
