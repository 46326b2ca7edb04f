package cn.huiyin.visit;

import cn.huiyin.safety.CheckState;
import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.CardMove;
import cn.huiyin.visit.domain.CardState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A needs card as one reader sees it.
 *
 * @param what is needed; null where it was erased
 * @param check how far the content check of it is; null where there is nothing to say
 * @param source VISIT, CALLBACK, PHONE or OTHER
 * @param overdue open, and its day is over
 * @param owner who sees to it; null where nobody took it up, and the grid worker of the grid does
 * @param moves what the reader may do now
 */
public record CardView(
        String id,
        String householdId,
        String home,
        CardColour colour,
        String colourName,
        @Nullable String need,
        @Nullable String needName,
        @Nullable String what,
        @Nullable CheckState check,
        String source,
        @Nullable String visitId,
        @Nullable String ticketNo,
        LocalDate dueOn,
        boolean overdue,
        CardState state,
        String stateName,
        @Nullable String owner,
        Instant openedAt,
        @Nullable Instant doneAt,
        List<CardMove> moves,
        List<Line> timeline,
        int version) {

    /** Something that was done with it. */
    public record Line(
            Instant at,
            CardMove move,
            String moveName,
            String by,
            CardColour colour,
            LocalDate dueOn,
            @Nullable String note,
            @Nullable CheckState check) {}

    public String etag() {
        return "\"%d\"".formatted(version);
    }
}
