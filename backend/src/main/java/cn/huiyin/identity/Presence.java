package cn.huiyin.identity;

import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.identity.store.StreamTickets;
import java.security.Principal;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether somebody who came in is still there: for answers that take longer than a moment. */
@Service
public class Presence {

    private final SessionStore sessions;
    private final StreamTickets tickets;

    public Presence(SessionStore sessions, StreamTickets tickets) {
        this.sessions = sessions;
        this.tickets = tickets;
    }

    /** Whether the session that this principal came with still holds; while Redis is away it is taken to. */
    public Mono<Boolean> lasts(Principal who) {
        return who instanceof Authentication authentication && authentication.getDetails() instanceof SessionKey session
                ? sessions.find(session).hasElement().onErrorReturn(true)
                : Mono.just(false);
    }

    /** Opens one stream of this session to whoever cannot send its token in a header. */
    public Mono<StreamTicket> streamTicket(SessionKey session) {
        return tickets.issue(session);
    }
}
