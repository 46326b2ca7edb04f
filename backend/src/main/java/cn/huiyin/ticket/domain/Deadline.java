package cn.huiyin.ticket.domain;

import cn.huiyin.calendar.Due;
import cn.huiyin.calendar.Pause;
import cn.huiyin.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise with a time, and every fact its time was counted from: only its own moves change it.
 *
 * @param rule the policy line it began under, of {@code policyVersion}
 * @param round 1 for the first of its rule on this ticket
 * @param startedAt where counting starts
 * @param amount the limit as promised, in {@code unit}
 * @param extended what approved extensions added, in {@code unit}
 * @param pauses ended pauses
 * @param pausedSince the pause that is still open
 * @param dueAt when it falls due; while paused, when it would have
 * @param provisional the statutory notice of a year it reaches into is not out yet
 * @param calendarVersion the calendar it was last counted on
 * @param metAt when it was met, in time or late
 * @param withdrawnAt when it was no longer asked for
 * @param version grows with every change of time or state; reminders carry it in their key
 */
public record Deadline(
        DeadlineKind kind,
        String rule,
        int round,
        int policyVersion,
        Instant startedAt,
        int amount,
        LimitUnit unit,
        int extended,
        List<Pause> pauses,
        @Nullable Instant pausedSince,
        Instant dueAt,
        boolean provisional,
        int calendarVersion,
        @Nullable Instant metAt,
        @Nullable Instant withdrawnAt,
        int version) {

    static Deadline begin(
            DeadlineRule rule, int policyVersion, int round, int amount, Instant start, WorkingCalendar calendar) {
        return new Deadline(
                        rule.kind(),
                        rule.id(),
                        round,
                        policyVersion,
                        start,
                        amount,
                        rule.unit(),
                        0,
                        List.of(),
                        null,
                        start,
                        false,
                        calendar.version(),
                        null,
                        null,
                        0)
                .counted(calendar);
    }

    /** Still asked for and not yet met. */
    public boolean isRunning() {
        return metAt == null && withdrawnAt == null;
    }

    public DeadlineState stateAt(Instant now) {
        if (withdrawnAt != null) {
            return DeadlineState.WITHDRAWN;
        }
        if (metAt != null) {
            return metAt.isAfter(dueAt) ? DeadlineState.MISSED : DeadlineState.MET;
        }
        if (pausedSince != null) {
            return DeadlineState.PAUSED;
        }
        return now.isAfter(dueAt) ? DeadlineState.MISSED : DeadlineState.RUNNING;
    }

    Deadline met(Instant at, WorkingCalendar calendar) {
        return resumed(at, calendar).ended(at, null);
    }

    Deadline withdrawn(Instant at) {
        return ended(null, at);
    }

    /** Asked for again after it was withdrawn: it goes on from where it began. */
    Deadline takenUpAgain(WorkingCalendar calendar) {
        return ended(null, null).counted(calendar);
    }

    Deadline paused(Instant at) {
        return pausedSince != null ? this : with(extended, pauses, at);
    }

    Deadline resumed(Instant at, WorkingCalendar calendar) {
        if (pausedSince == null) {
            return this;
        }
        List<Pause> all = new ArrayList<>(pauses);
        all.add(new Pause(pausedSince, at));
        return with(extended, List.copyOf(all), null).counted(calendar);
    }

    Deadline extendedBy(int more, WorkingCalendar calendar) {
        return with(extended + more, pauses, pausedSince).counted(calendar);
    }

    /** Counted again on another calendar; the same deadline if nothing comes of it but the calendar's version. */
    Deadline counted(WorkingCalendar calendar) {
        Due due = count(calendar);
        return new Deadline(
                kind,
                rule,
                round,
                policyVersion,
                startedAt,
                amount,
                unit,
                extended,
                pauses,
                pausedSince,
                due.at(),
                due.provisional(),
                calendar.version(),
                metAt,
                withdrawnAt,
                version + 1);
    }

    private Due count(WorkingCalendar calendar) {
        int limit = amount + extended;
        return switch (unit) {
            case WORKING_DAYS -> calendar.countWorkingDays(startedAt, limit, pauses);
            case HOURS -> calendar.countHours(startedAt, Duration.ofHours(limit), pauses);
            case MONTHS -> calendar.countMonths(startedAt, limit);
        };
    }

    private Deadline ended(@Nullable Instant met, @Nullable Instant withdrawn) {
        return with(extended, pauses, pausedSince, met, withdrawn);
    }

    private Deadline with(int extension, List<Pause> ended, @Nullable Instant open) {
        return with(extension, ended, open, metAt, withdrawnAt);
    }

    private Deadline with(
            int extension,
            List<Pause> ended,
            @Nullable Instant open,
            @Nullable Instant met,
            @Nullable Instant withdrawn) {
        return new Deadline(
                kind,
                rule,
                round,
                policyVersion,
                startedAt,
                amount,
                unit,
                extension,
                ended,
                open,
                dueAt,
                provisional,
                calendarVersion,
                met,
                withdrawn,
                version + 1);
    }
}
