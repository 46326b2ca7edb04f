package cn.huiyin.ticket.domain;

import java.util.Set;

/**
 * When a deadline is spoken of, and to whom: climbing from the handler to the lead, the dispatcher, the supervisor (M1).
 *
 * @param id names the step, such as {@code overdue-1}
 * @param limits the deadlines it is for, by how they are counted
 * @param occasion its entry in the message catalogue
 * @param offset before (negative), at (0) or after the due time, in {@code unit}
 * @param audience who hears it
 */
public record ReminderStep(
        String id, Set<LimitUnit> limits, String occasion, int offset, LimitUnit unit, Set<Part> audience) {}
