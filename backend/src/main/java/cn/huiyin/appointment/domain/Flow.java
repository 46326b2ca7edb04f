package cn.huiyin.appointment.domain;

import static cn.huiyin.appointment.domain.Flow.When.*;
import static cn.huiyin.appointment.domain.Move.*;
import static cn.huiyin.appointment.domain.Part.*;
import static cn.huiyin.appointment.domain.State.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flow of an appointment as one table: in which state, which move, leads where, who may make it, and when. What is not
 * in the table is refused. (Booking and moving up are not moves that somebody asks for.)
 */
public final class Flow {

    /** When a move is open. */
    public enum When {
        /** Until the slot begins; for the resident, until the limit for cancelling. */
        IN_TIME,
        /** Until the slot begins. */
        BEFORE_IT,
        /** From one hour before the slot begins. */
        AROUND_IT,
        /** From the slot's beginning. */
        ONCE_BEGUN,
        ALWAYS
    }

    /** One row. */
    public record Step(State from, Move move, State to, When when, Set<Part> who) {}

    public static final List<Step> TABLE = List.of(
            in(WAITING, RESCHEDULE, BOOKED, BEFORE_IT, BOOKER, DISPATCHER),
            in(WAITING, CANCEL, CANCELLED, ALWAYS, BOOKER, DISPATCHER),
            in(BOOKED, RESCHEDULE, BOOKED, IN_TIME, BOOKER, VISITOR, DISPATCHER),
            in(BOOKED, CANCEL, CANCELLED, IN_TIME, BOOKER, VISITOR, DISPATCHER),
            in(BOOKED, ARRIVE, ARRIVED, AROUND_IT, VISITOR, DISPATCHER),
            in(BOOKED, Move.NO_SHOW, State.NO_SHOW, ONCE_BEGUN, VISITOR, DISPATCHER),
            in(ARRIVED, COMPLETE, COMPLETED, ALWAYS, VISITOR, DISPATCHER),
            // marked too early: they came after all
            in(State.NO_SHOW, ARRIVE, ARRIVED, ALWAYS, VISITOR, DISPATCHER));

    private Flow() {}

    private static Step in(State from, Move move, State to, When when, Part first, Part... others) {
        return new Step(from, move, to, when, Set.copyOf(EnumSet.of(first, others)));
    }

    /** The row for a move in a state, if there is one. */
    public static Optional<Step> step(State from, Move move) {
        return TABLE.stream()
                .filter(step -> step.from() == from && step.move() == move)
                .findFirst();
    }
}
