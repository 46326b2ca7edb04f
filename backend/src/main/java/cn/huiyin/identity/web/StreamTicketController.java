package cn.huiyin.identity.web;

import cn.huiyin.identity.Presence;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tickets for streams. */
@RestController
class StreamTicketController {

    private final Presence presence;

    StreamTicketController(Presence presence) {
        this.presence = presence;
    }

    @PostMapping("/api/v1/me/stream-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Issued> issue(CallerAuthentication caller) {
        return presence.streamTicket(caller.getDetails()).map(ticket -> new Issued(ticket.word(), ticket.expiresAt()));
    }

    record Issued(String ticket, Instant expiresAt) {}
}
