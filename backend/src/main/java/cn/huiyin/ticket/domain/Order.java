package cn.huiyin.ticket.domain;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import cn.huiyin.community.UnitId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be done with a ticket, places and units already looked up.
 *
 * @param unit to whom it is dispatched, escalated, or who is to help
 * @param where a corrected place, on CLASSIFY
 * @param deadline which deadline to extend; the next answer due if null
 * @param days working days: of an extension, or for rectification
 * @param silent on FOLLOW_UP: the resident is not told
 */
public record Order(
        Move move,
        @Nullable String note,
        @Nullable String category,
        @Nullable Urgency urgency,
        @Nullable HandlingKind handlingKind,
        @Nullable LedgerColour colour,
        @Nullable UnitId unit,
        @Nullable Where where,
        @Nullable DeadlineKind deadline,
        int days,
        boolean silent) {

    public static Order plain(Move move, @Nullable String note) {
        return new Order(move, note, null, null, null, null, null, null, null, 0, false);
    }

    Optional<DeadlineKind> deadlineKind() {
        return Optional.ofNullable(deadline);
    }
}
