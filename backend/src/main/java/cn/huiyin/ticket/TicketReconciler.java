package cn.huiyin.ticket;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.domain.Deadline;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.domain.Moved;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.Ticket.Rules;
import cn.huiyin.ticket.store.StoredTicket;
import cn.huiyin.ticket.store.Tickets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Derives from the open tickets what should be waiting in the outbox and on which day each deadline should fall, says
 * every difference, and mends it. In health it finds nothing.
 */
@Component
class TicketReconciler implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TicketReconciler.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int PAGE = 200;

    private final Tickets tickets;
    private final Outbox outbox;
    private final Calendars calendars;
    private final Snapshot<DeadlinePolicy> policy;
    private final Counter differences;
    private volatile @Nullable Disposable loop;

    TicketReconciler(
            Tickets tickets,
            Outbox outbox,
            Calendars calendars,
            Snapshot<DeadlinePolicy> policy,
            MeterRegistry meters) {
        this.tickets = tickets;
        this.outbox = outbox;
        this.calendars = calendars;
        this.policy = policy;
        this.differences = meters.counter("huiyin.tickets.reconciler.differences");
    }

    /** Looks through all open tickets once; answers with the number of differences found. */
    Mono<Integer> reconcile() {
        return page("").expand(last -> last.done() ? Mono.empty() : page(last.no()))
                .map(PageDone::found)
                .reduce(0, Integer::sum);
    }

    private record PageDone(String no, boolean done, int found) {}

    private Mono<PageDone> page(String after) {
        return tickets.openAfter(after, PAGE)
                .collectList()
                .flatMap(page -> Flux.fromIterable(page)
                        .concatMap(this::mend)
                        .reduce(0, Integer::sum)
                        .map(found -> new PageDone(lastOf(page, after), page.isEmpty(), found)));
    }

    private static String lastOf(List<StoredTicket> page, String before) {
        return page.isEmpty() ? before : page.get(page.size() - 1).ticket().no().value();
    }

    private Mono<Integer> mend(StoredTicket stored) {
        Rules rules = new Rules(stored.now(), calendars.current(), policy.get());
        Ticket ticket = stored.ticket();
        Moved replanned = ticket.replan(rules);
        if (replanned != null) {
            say(ticket, "its deadlines were counted on an older calendar");
            return tickets.save(replanned).thenReturn(1);
        }
        List<Notice> wanted = ticket.deadlines().all().stream()
                .filter(Deadline::isRunning)
                .flatMap(deadline -> Moved.reminders(ticket, deadline, rules).stream())
                .toList();
        return append(ticket, wanted);
    }

    private Mono<Integer> append(Ticket ticket, List<Notice> wanted) {
        return outbox.known(wanted.stream().map(Notice::dedupKey).toList())
                .map(known -> wanted.stream()
                        .filter(notice -> !known.contains(notice.dedupKey()))
                        .toList())
                .flatMap(missing -> {
                    missing.forEach(notice -> say(ticket, "missing in the outbox: " + notice.dedupKey()));
                    return missing.isEmpty() ? Mono.just(0) : outbox.append(missing);
                });
    }

    private void say(Ticket ticket, String difference) {
        differences.increment();
        log.warn("Ticket {}: {}", ticket.no(), difference);
    }

    @Override
    public void start() {
        loop = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> reconcile().onErrorResume(failure -> {
                            log.warn("The open tickets could not be looked through: {}", failure.toString());
                            return Mono.empty();
                        }),
                        1)
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = loop;
        if (running != null) {
            running.dispose();
        }
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
