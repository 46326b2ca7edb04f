package cn.huiyin.ticket.domain;

import static cn.huiyin.ticket.domain.Move.*;
import static cn.huiyin.ticket.domain.Part.*;
import static cn.huiyin.ticket.domain.Stage.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flow of a ticket as one table: in which stage, which move, leads where, and who may make it. What is not in the
 * table is refused.
 */
public final class Flow {

    /** One row: in stage {@code from}, {@code who} may make {@code move}, and the ticket is then in stage {@code to}. */
    public record Step(Stage from, Move move, Stage to, Set<Part> who) {}

    public static final List<Step> TABLE = List.of(
            // 提交: filed, waiting for a person to say what it is
            in(SUBMITTED, CLASSIFY, CLASSIFIED, DISPATCHER, GRID_WORKER),
            in(SUBMITTED, REPLY, REPLIED, DISPATCHER, GRID_WORKER),
            in(SUBMITTED, FOLLOW_UP, SUBMITTED, DISPATCHER, GRID_WORKER),
            in(SUBMITTED, SUPPLEMENT, SUBMITTED, REPORTER, RECORDER, GRID_WORKER),
            in(SUBMITTED, NUDGE, SUBMITTED, REPORTER, GRID_WORKER),
            in(SUBMITTED, SUPERVISE, SUBMITTED, SUPERVISOR),
            in(SUBMITTED, WITHDRAW, WITHDRAWN, REPORTER),
            // 分类: classified, waiting for a unit
            in(CLASSIFIED, CLASSIFY, CLASSIFIED, DISPATCHER, GRID_WORKER),
            in(CLASSIFIED, DISPATCH, DISPATCHED, DISPATCHER),
            in(CLASSIFIED, REPLY, REPLIED, DISPATCHER, GRID_WORKER),
            in(CLASSIFIED, FOLLOW_UP, CLASSIFIED, DISPATCHER, GRID_WORKER, FIRST_RECEIVER),
            in(CLASSIFIED, SUPPLEMENT, CLASSIFIED, REPORTER, RECORDER, GRID_WORKER),
            in(CLASSIFIED, NUDGE, CLASSIFIED, REPORTER, GRID_WORKER),
            in(CLASSIFIED, SUPERVISE, CLASSIFIED, SUPERVISOR),
            in(CLASSIFIED, WITHDRAW, WITHDRAWN, REPORTER),
            // 转办: with a unit that has not yet taken it up
            in(DISPATCHED, ACCEPT, IN_PROGRESS, HOLDER, HOLDER_LEAD),
            in(DISPATCHED, RETURN, CLASSIFIED, HOLDER, HOLDER_LEAD),
            in(DISPATCHED, DISPATCH, DISPATCHED, DISPATCHER),
            in(DISPATCHED, ESCALATE, DISPATCHED, HOLDER, HOLDER_LEAD, DISPATCHER, SUPERVISOR),
            in(DISPATCHED, CO_HANDLE, DISPATCHED, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER),
            in(DISPATCHED, CLASSIFY, DISPATCHED, DISPATCHER),
            in(DISPATCHED, FOLLOW_UP, DISPATCHED, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER, GRID_WORKER),
            in(DISPATCHED, PAUSE, DISPATCHED, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER),
            in(DISPATCHED, RESUME, DISPATCHED, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER),
            in(DISPATCHED, EXTEND, DISPATCHED, HOLDER_LEAD, DISPATCHER, SUPERVISOR),
            in(DISPATCHED, SUPPLEMENT, DISPATCHED, REPORTER, RECORDER, GRID_WORKER),
            in(DISPATCHED, NUDGE, DISPATCHED, REPORTER, GRID_WORKER),
            in(DISPATCHED, SUPERVISE, DISPATCHED, SUPERVISOR),
            in(DISPATCHED, WITHDRAW, WITHDRAWN, REPORTER),
            // 跟进: being worked on; the answer comes from the first receiver, whoever helps
            in(IN_PROGRESS, REPLY, REPLIED, FIRST_RECEIVER),
            in(
                    IN_PROGRESS,
                    FOLLOW_UP,
                    IN_PROGRESS,
                    HOLDER,
                    HOLDER_LEAD,
                    FIRST_RECEIVER,
                    CO_HANDLER,
                    DISPATCHER,
                    GRID_WORKER),
            in(IN_PROGRESS, ACCEPT, IN_PROGRESS, HOLDER, HOLDER_LEAD),
            in(IN_PROGRESS, RETURN, CLASSIFIED, HOLDER, HOLDER_LEAD),
            in(IN_PROGRESS, DISPATCH, DISPATCHED, DISPATCHER),
            in(IN_PROGRESS, ESCALATE, DISPATCHED, HOLDER, HOLDER_LEAD, DISPATCHER, SUPERVISOR),
            in(IN_PROGRESS, CO_HANDLE, IN_PROGRESS, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER),
            in(IN_PROGRESS, CLASSIFY, IN_PROGRESS, DISPATCHER),
            in(IN_PROGRESS, PAUSE, IN_PROGRESS, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER),
            in(IN_PROGRESS, RESUME, IN_PROGRESS, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER),
            in(IN_PROGRESS, EXTEND, IN_PROGRESS, HOLDER_LEAD, DISPATCHER, SUPERVISOR),
            in(IN_PROGRESS, SUPPLEMENT, IN_PROGRESS, REPORTER, RECORDER, GRID_WORKER),
            in(IN_PROGRESS, NUDGE, IN_PROGRESS, REPORTER, GRID_WORKER),
            in(IN_PROGRESS, SUPERVISE, IN_PROGRESS, SUPERVISOR, SYSTEM),
            in(IN_PROGRESS, WITHDRAW, WITHDRAWN, REPORTER),
            // 回复: answered; is it settled?
            in(REPLIED, CALLBACK, REPLIED, REPORTER, GRID_WORKER, DISPATCHER),
            in(REPLIED, FOLLOW_UP, REPLIED, HOLDER, HOLDER_LEAD, FIRST_RECEIVER, DISPATCHER, GRID_WORKER),
            in(REPLIED, REOPEN, IN_PROGRESS, REPORTER, GRID_WORKER, DISPATCHER, SUPERVISOR, SYSTEM),
            in(REPLIED, ARCHIVE, ARCHIVED, DISPATCHER, SYSTEM),
            // 归档: kept; still open to a rating, and to being reopened for a while
            in(ARCHIVED, CALLBACK, ARCHIVED, REPORTER, GRID_WORKER, DISPATCHER),
            in(ARCHIVED, REOPEN, IN_PROGRESS, REPORTER, GRID_WORKER, DISPATCHER, SUPERVISOR, SYSTEM));

    private Flow() {}

    private static Step in(Stage from, Move move, Stage to, Part first, Part... others) {
        return new Step(from, move, to, Set.copyOf(EnumSet.of(first, others)));
    }

    /** The row for a move in a stage, if there is one. */
    public static Optional<Step> step(Stage from, Move move) {
        return TABLE.stream()
                .filter(step -> step.from() == from && step.move() == move)
                .findFirst();
    }

    /** The moves that somebody with these parts may make now; what a page shows as buttons. */
    public static List<Move> open(Stage from, Set<Part> parts) {
        return TABLE.stream()
                .filter(step -> step.from() == from)
                .filter(step -> step.who().stream().anyMatch(parts::contains))
                .map(Step::move)
                .toList();
    }
}
