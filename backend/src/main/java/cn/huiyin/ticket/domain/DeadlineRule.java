package cn.huiyin.ticket.domain;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the deadline policy.
 *
 * @param id names the line within its version, such as {@code first-reply}
 * @param kind what is promised
 * @param beginsOn the moves that begin it
 * @param countsFrom where counting starts: when the ticket was filed, or at the move
 * @param when for which tickets; none of the three set means for all, else any one that fits is enough
 * @param amount how much, in {@code unit}
 * @param metBy the moves that meet it
 * @param pausable whether waiting for the resident stops it
 * @param repeats how often it can begin on one ticket
 * @param source where the figure comes from, such as "S2"
 * @param sentence as staff and residents read it
 */
public record DeadlineRule(
        String id,
        DeadlineKind kind,
        Set<Move> beginsOn,
        CountsFrom countsFrom,
        When when,
        int amount,
        LimitUnit unit,
        Set<Move> metBy,
        boolean pausable,
        Repeats repeats,
        String source,
        String sentence) {

    public enum CountsFrom {
        FILING,
        MOVE
    }

    public enum Repeats {
        /** Once on a ticket; taken up again where it stood if the classification comes back to it. */
        ONCE,
        /** Anew each time it begins, unless it is still running. */
        EACH,
        /** Like EACH, and anew each time it is met. */
        RECURRING
    }

    public record When(
            @Nullable HandlingKind handlingKind,
            @Nullable Urgency urgency,
            @Nullable LedgerColour colour) {

        boolean fits(Classification is) {
            boolean always = handlingKind == null && urgency == null && colour == null;
            return always
                    || (handlingKind != null && handlingKind == is.handlingKind())
                    || (urgency != null && urgency == is.urgency())
                    || (colour != null && colour == is.colour());
        }
    }
}
