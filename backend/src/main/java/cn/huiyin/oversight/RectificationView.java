package cn.huiyin.oversight;

import cn.huiyin.oversight.CheckView.Person;
import cn.huiyin.oversight.domain.RectificationMove;
import cn.huiyin.oversight.domain.RectificationState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rectification notice as the contract shows it.
 *
 * @param lookBack a look-back waits for it
 * @param moves what the caller may do now; empty in lists
 * @param history the newest first; empty in lists
 */
public record RectificationView(
        String no,
        String visitId,
        String place,
        RectificationState state,
        String stateName,
        Instant issuedAt,
        Person issuedBy,
        Deadline deadline,
        int timesBack,
        boolean lookBack,
        Set<RectificationMove> moves,
        List<Event> history,
        int version) {

    /** @param kind always RECTIFY */
    public record Deadline(String kind, Instant dueAt, String state) {}

    /** One line of the history. */
    public record Event(
            Instant at,
            String move,
            RectificationState state,
            String by,
            Instant dueAt,
            @Nullable String note) {}
}
