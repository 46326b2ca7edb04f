package cn.huiyin.ticket;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.domain.TicketEvent;
import cn.huiyin.ticket.domain.TimelineCheck;
import cn.huiyin.ticket.store.StoredTicket;
import cn.huiyin.ticket.store.Tickets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets everybody whom a ticket concerns check that its timeline is as it was written. */
@Component
public class TimelineVerification {

    private final Tickets tickets;

    TimelineVerification(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * What was found.
     *
     * @param known whether the hash that the caller kept from earlier is still in the chain; null if none was given
     */
    public record Verified(
            String no,
            boolean valid,
            int events,
            @Nullable Integer brokenAt,
            String finding,
            String head,
            @Nullable Boolean known,
            Instant checkedAt) {}

    /** 404 for whom the ticket does not concern. */
    public Mono<Verified> verify(TicketNo no, Caller caller, @Nullable String kept) {
        Mono<StoredTicket> found = no.isWellFormed() ? tickets.findWithTimeline(no) : Mono.empty();
        return found.filter(stored -> !Parts.of(stored.ticket(), caller).isEmpty())
                .map(stored -> verified(stored, kept))
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("TICKET_NOT_FOUND", "没有找到这件诉求")));
    }

    private static Verified verified(StoredTicket stored, @Nullable String kept) {
        TimelineCheck check = TimelineCheck.of(stored.ticket().chain(), stored.events());
        Boolean known = kept == null
                ? null
                : stored.events().stream().map(TicketEvent::hash).anyMatch(kept::equals);
        return new Verified(
                stored.ticket().no().value(),
                check.valid() && !Boolean.FALSE.equals(known),
                check.events(),
                check.brokenAt(),
                check.finding(),
                check.head(),
                known,
                stored.now());
    }
}
