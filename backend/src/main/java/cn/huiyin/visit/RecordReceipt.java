package cn.huiyin.visit;

import cn.huiyin.visit.domain.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * The answer to a record: the same each time it is sent, for it holds nothing that changes.
 *
 * @param at when the visit was made, by the phone; never later than it was entered
 * @param late entered after the deadline
 * @param tickets of the problems, in their order
 * @param cards in no order
 */
public record RecordReceipt(
        String id,
        String householdId,
        Instant at,
        Instant enteredAt,
        Instant entryDueAt,
        boolean late,
        Outcome outcome,
        List<String> tickets,
        List<String> cards) {}
