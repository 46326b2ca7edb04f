package cn.huiyin.ticket.domain;

import static cn.huiyin.ticket.domain.Part.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who must hear of a move: one table. The sentence itself is in the message catalogue under the occasion's name.
 *
 * @param when whether and when it is said, besides the move itself
 */
public record Tiding(Move move, String occasion, Set<Part> audience, When when) {

    public enum When {
        AT_ONCE,
        /** Only where the one who moved did not ask for silence. */
        UNLESS_SILENT,
        /** After the working days of silence that the policy gives before the one reminder. */
        CALLBACK_REMINDER,
        /** After the working days of silence that the policy gives before somebody phones or knocks. */
        CALLBACK_VISIT
    }

    public static final List<Tiding> TABLE = List.of(
            to("TICKET_RECEIVED", Move.SUBMIT, REPORTER),
            to("TICKET_ARRIVED", Move.SUBMIT, DISPATCHER),
            to("TICKET_DISPATCHED", Move.DISPATCH, REPORTER),
            to("TICKET_ASSIGNED", Move.DISPATCH, HOLDER),
            to("TICKET_RETURNED", Move.RETURN, DISPATCHER, FIRST_RECEIVER),
            to("TICKET_CO_HANDLE", Move.CO_HANDLE, CO_HANDLER),
            to("TICKET_DISPATCHED", Move.ESCALATE, REPORTER),
            to("TICKET_ESCALATED", Move.ESCALATE, HOLDER, FIRST_RECEIVER),
            new Tiding(Move.FOLLOW_UP, "TICKET_FOLLOW_UP", EnumSet.of(REPORTER), When.UNLESS_SILENT),
            to("TICKET_DELAYED", Move.PAUSE, REPORTER),
            to("TICKET_DELAYED", Move.EXTEND, REPORTER),
            to("TICKET_REPLIED", Move.REPLY, REPORTER),
            to("CALLBACK_ASK", Move.REPLY, REPORTER),
            new Tiding(Move.REPLY, "CALLBACK_REMIND", EnumSet.of(REPORTER), When.CALLBACK_REMINDER),
            new Tiding(Move.REPLY, "CALLBACK_VISIT", EnumSet.of(GRID_WORKER), When.CALLBACK_VISIT),
            to("TICKET_ARCHIVED", Move.ARCHIVE, REPORTER),
            to("TICKET_WITHDRAWN", Move.WITHDRAW, HOLDER),
            to("TICKET_REOPENED", Move.REOPEN, REPORTER),
            to("TICKET_REOPENED", Move.REOPEN, HOLDER, FIRST_RECEIVER, DISPATCHER),
            to("TICKET_SUPERVISED", Move.SUPERVISE, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER),
            to("TICKET_SUPPLEMENTED", Move.SUPPLEMENT, HOLDER),
            to("TICKET_NUDGED", Move.NUDGE, HOLDER, HOLDER_LEAD),
            to("TICKET_REPLANNED", Move.REPLAN, REPORTER),
            to("TICKET_REPLANNED", Move.REPLAN, HOLDER));

    private static Tiding to(String occasion, Move move, Part first, Part... others) {
        return new Tiding(move, occasion, EnumSet.of(first, others), When.AT_ONCE);
    }
}
