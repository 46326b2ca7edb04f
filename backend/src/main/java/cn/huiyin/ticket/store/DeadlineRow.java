package cn.huiyin.ticket.store;

import cn.huiyin.calendar.Pause;
import cn.huiyin.ticket.domain.Deadline;
import cn.huiyin.ticket.domain.DeadlineKind;
import cn.huiyin.ticket.domain.LimitUnit;
import cn.huiyin.ticket.domain.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of table {@code ticket_deadline}, column by column. */
record DeadlineRow(
        String no,
        String rule,
        int round,
        int position,
        String street,
        DeadlineKind kind,
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

    static DeadlineRow of(Ticket ticket, Deadline deadline) {
        return new DeadlineRow(
                ticket.no().value(),
                deadline.rule(),
                deadline.round(),
                ticket.deadlines().all().indexOf(deadline),
                ticket.where().path().street().value(),
                deadline.kind(),
                deadline.policyVersion(),
                deadline.startedAt(),
                deadline.amount(),
                deadline.unit(),
                deadline.extended(),
                deadline.pauses(),
                deadline.pausedSince(),
                deadline.dueAt(),
                deadline.provisional(),
                deadline.calendarVersion(),
                deadline.metAt(),
                deadline.withdrawnAt(),
                deadline.version());
    }

    Deadline deadline() {
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
                dueAt,
                provisional,
                calendarVersion,
                metAt,
                withdrawnAt,
                version);
    }
}
