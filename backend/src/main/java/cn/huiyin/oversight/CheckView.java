package cn.huiyin.oversight;

import cn.huiyin.oversight.domain.CheckMove;
import cn.huiyin.oversight.domain.CheckState;
import cn.huiyin.oversight.domain.Findings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A spot check as the contract shows it to supervisors. What the visit itself says is read at its own door.
 *
 * @param at when the visit was made
 * @param enteredInTime whether it was entered in time
 * @param findings null as long as it is not checked
 * @param moves what the caller may do now
 * @param history the newest first
 */
public record CheckView(
        String visitId,
        String month,
        String householdId,
        String place,
        @Nullable String room,
        Person visitor,
        Instant at,
        String way,
        String outcome,
        boolean enteredInTime,
        CheckState state,
        String stateName,
        Instant dueAt,
        @Nullable Person supervisor,
        @Nullable Findings findings,
        @Nullable Instant checkedAt,
        Set<CheckMove> moves,
        List<Event> history,
        int version) {

    public record Person(String id, String name) {}

    /** One line of the history. */
    public record Event(
            Instant at,
            String move,
            CheckState state,
            String by,
            @Nullable Person supervisor,
            @Nullable String note) {}

    /** A check in a list. */
    public record Line(
            String visitId,
            String month,
            String place,
            Person visitor,
            Instant at,
            String outcome,
            CheckState state,
            Instant dueAt,
            @Nullable Person supervisor,
            int version) {}
}
