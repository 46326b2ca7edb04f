package cn.huiyin.ticket;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.spi.CalendarFollower;
import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.domain.Moved;
import cn.huiyin.ticket.domain.Ticket.Rules;
import cn.huiyin.ticket.store.StoredTicket;
import cn.huiyin.ticket.store.Tickets;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When a year's holidays are announced, every open deadline is counted again and whom it concerns is told. */
@Component
class TicketReplanning implements CalendarFollower {

    private static final int PAGE = 200;

    private final Tickets tickets;
    private final Snapshot<DeadlinePolicy> policy;

    TicketReplanning(Tickets tickets, Snapshot<DeadlinePolicy> policy) {
        this.tickets = tickets;
        this.policy = policy;
    }

    /** Within the transaction that keeps the notice. */
    @Override
    public Mono<Integer> replan(WorkingCalendar now, int fromYear) {
        return page("", now)
                .expand(last -> last.last() ? Mono.empty() : page(last.no(), now))
                .map(PageDone::changed)
                .reduce(0, Integer::sum);
    }

    private record PageDone(String no, boolean last, int changed) {}

    private Mono<PageDone> page(String after, WorkingCalendar calendar) {
        return tickets.openAfterLocked(after, PAGE)
                .collectList()
                .flatMap(page -> Flux.fromIterable(page)
                        .concatMap(stored -> replan(stored, calendar))
                        .reduce(0, Integer::sum)
                        .map(changed -> new PageDone(lastOf(page, after), page.isEmpty(), changed)));
    }

    private static String lastOf(List<StoredTicket> page, String before) {
        return page.isEmpty() ? before : page.get(page.size() - 1).ticket().no().value();
    }

    private Mono<Integer> replan(StoredTicket stored, WorkingCalendar calendar) {
        Moved moved = stored.ticket().replan(new Rules(stored.now(), calendar, policy.get()));
        return moved == null
                ? Mono.just(0)
                : tickets.save(moved).thenReturn(moved.changedDeadlines().size());
    }
}
