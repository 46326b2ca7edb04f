package cn.huiyin.ticket.domain;

import static cn.huiyin.ticket.domain.Move.*;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.ticket.domain.DeadlineRule.CountsFrom;
import cn.huiyin.ticket.domain.DeadlineRule.Repeats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All the deadlines of one ticket, and what a move does to them. */
public record Deadlines(List<Deadline> all) {

    /** Whatever hands the ticket on, or ends the work on it, ends a pause too. */
    private static final Set<Move> ENDS_PAUSE =
            EnumSet.of(RESUME, RETURN, DISPATCH, ESCALATE, REPLY, WITHDRAW, ARCHIVE);

    /** After these nothing more is owed. */
    private static final Set<Move> ENDS_ALL = EnumSet.of(WITHDRAW, ARCHIVE);

    /** What an extension is for unless another is named. */
    private static final Set<DeadlineKind> ANSWERS =
            EnumSet.of(DeadlineKind.FIRST_REPLY, DeadlineKind.PROGRESS_CLEAR, DeadlineKind.RECTIFY);

    public static final Deadlines NONE = new Deadlines(List.of());

    public Deadlines {
        all = List.copyOf(all);
    }

    /** What counting needs to know besides the deadlines themselves. */
    public record Circumstances(
            Move move,
            Instant at,
            Instant filedAt,
            Classification classification,
            DeadlinePolicy policy,
            WorkingCalendar calendar,
            int days) {}

    /** The deadlines after a move: first what it ends, then what it begins. */
    Deadlines after(Circumstances c) {
        Deadlines ended = resumedBy(c).metBy(c).withdrawnBy(c);
        return switch (c.move()) {
            case PAUSE -> ended.pausedBy(c);
            case EXTEND -> ended;
            default -> ended.begunBy(c);
        };
    }

    /** The running deadline that an extension is for: of the kind asked, else the one that falls due first. */
    Optional<Deadline> extendable(Optional<DeadlineKind> kind) {
        return all.stream()
                .filter(Deadline::isRunning)
                .filter(deadline -> deadline.unit() == LimitUnit.WORKING_DAYS)
                .filter(deadline ->
                        kind.map(wanted -> deadline.kind() == wanted).orElse(ANSWERS.contains(deadline.kind())))
                .min(Comparator.comparing(Deadline::dueAt));
    }

    Deadlines extended(Deadline which, int days, WorkingCalendar calendar) {
        return each(which::equals, deadline -> deadline.extendedBy(days, calendar));
    }

    /** Every running deadline counted again on this calendar; unchanged ones stay as they are. */
    public Deadlines replanned(WorkingCalendar calendar) {
        return each(Deadline::isRunning, deadline -> {
            Deadline again = deadline.counted(calendar);
            boolean same = again.dueAt().equals(deadline.dueAt()) && again.provisional() == deadline.provisional();
            return same ? deadline : again;
        });
    }

    public boolean anyPausable(DeadlinePolicy policy) {
        return all.stream()
                .anyMatch(deadline ->
                        deadline.isRunning() && ruleOf(deadline, policy).pausable());
    }

    public boolean anyPaused() {
        return all.stream().anyMatch(deadline -> deadline.isRunning() && deadline.pausedSince() != null);
    }

    /** What falls due next. */
    public Optional<Deadline> next() {
        return all.stream().filter(Deadline::isRunning).min(Comparator.comparing(Deadline::dueAt));
    }

    /** By when the resident will have an answer. */
    public Optional<Deadline> nextAnswer() {
        return all.stream()
                .filter(Deadline::isRunning)
                .filter(deadline ->
                        ANSWERS.contains(deadline.kind()) || deadline.kind() == DeadlineKind.URGENT_HANDLING)
                .min(Comparator.comparing(Deadline::dueAt));
    }

    public Optional<Deadline> find(String rule, int round) {
        return all.stream()
                .filter(deadline -> deadline.rule().equals(rule) && deadline.round() == round)
                .findFirst();
    }

    private Deadlines resumedBy(Circumstances c) {
        return ENDS_PAUSE.contains(c.move())
                ? each(
                        deadline -> deadline.isRunning() && deadline.pausedSince() != null,
                        deadline -> deadline.resumed(c.at(), c.calendar()))
                : this;
    }

    private Deadlines metBy(Circumstances c) {
        List<Deadline> next = new ArrayList<>();
        for (Deadline deadline : all) {
            DeadlineRule rule = ruleOf(deadline, c.policy());
            boolean met = deadline.isRunning() && rule.metBy().contains(c.move());
            next.add(met ? deadline.met(c.at(), c.calendar()) : deadline);
            if (met && rule.repeats() == Repeats.RECURRING) {
                next.add(Deadline.begin(
                        rule, deadline.policyVersion(), deadline.round() + 1, rule.amount(), c.at(), c.calendar()));
            }
        }
        return new Deadlines(next);
    }

    private Deadlines withdrawnBy(Circumstances c) {
        Predicate<Deadline> goes = deadline -> deadline.isRunning()
                && (ENDS_ALL.contains(c.move())
                        || (c.move() == CLASSIFY
                                && !ruleOf(deadline, c.policy()).when().fits(c.classification())));
        return each(goes, deadline -> deadline.withdrawn(c.at()));
    }

    private Deadlines pausedBy(Circumstances c) {
        return each(
                deadline -> deadline.isRunning() && ruleOf(deadline, c.policy()).pausable(),
                deadline -> deadline.paused(c.at()));
    }

    private Deadlines begunBy(Circumstances c) {
        Deadlines result = this;
        for (DeadlineRule rule : c.policy().current().rules()) {
            if (rule.beginsOn().contains(c.move()) && rule.when().fits(c.classification())) {
                result = result.begun(rule, c);
            }
        }
        return result;
    }

    private Deadlines begun(DeadlineRule rule, Circumstances c) {
        Optional<Deadline> last = all.stream()
                .filter(deadline -> deadline.rule().equals(rule.id()))
                .max(Comparator.comparing(Deadline::round));
        if (last.isEmpty()) {
            return with(newOne(rule, 1, c));
        }
        Deadline latest = last.get();
        if (latest.isRunning()) {
            return this;
        }
        if (latest.withdrawnAt() != null && rule.repeats() == Repeats.ONCE) {
            return each(latest::equals, deadline -> deadline.takenUpAgain(c.calendar()));
        }
        return rule.repeats() == Repeats.ONCE ? this : with(newOne(rule, latest.round() + 1, c));
    }

    private static Deadline newOne(DeadlineRule rule, int round, Circumstances c) {
        Instant start = rule.countsFrom() == CountsFrom.FILING ? c.filedAt() : c.at();
        int amount = rule.kind() == DeadlineKind.RECTIFY && c.days() > 0 ? c.days() : rule.amount();
        return Deadline.begin(rule, c.policy().version(), round, amount, start, c.calendar());
    }

    private Deadlines with(Deadline another) {
        List<Deadline> next = new ArrayList<>(all);
        next.add(another);
        return new Deadlines(next);
    }

    private Deadlines each(Predicate<Deadline> which, UnaryOperator<Deadline> change) {
        return new Deadlines(all.stream()
                .map(deadline -> which.test(deadline) ? change.apply(deadline) : deadline)
                .toList());
    }

    private static DeadlineRule ruleOf(Deadline deadline, DeadlinePolicy policy) {
        return policy.rule(deadline.policyVersion(), deadline.rule());
    }
}
