package cn.huiyin.live;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.TicketDesk;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.TicketView;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Streams for whoever watches. An event says that there is something new and no more than its reader may know anyway; they
 * read the thing itself. Its id is how far it has come, so a stream that was cut goes on where it was.
 */
@RestController
class LiveController {

    private static final String LAST = "Last-Event-ID";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final TicketDesk tickets;
    private final Streams streams;
    private final Watching<TicketNo> versions;
    private final Watching<Long> inboxes;

    LiveController(TicketDesk tickets, Streams streams, Standing standing, LiveSettings settings) {
        this.tickets = tickets;
        this.streams = streams;
        this.versions = new Watching<>(settings.breath(), Schedulers.parallel(), standing::ofTickets);
        this.inboxes = new Watching<>(settings.breath(), Schedulers.parallel(), standing::ofInboxes);
    }

    /** How a ticket stands: now, and each time it has moved. */
    record TicketMoved(String no, String stageName, String etag) {}

    @GetMapping(path = "/api/v1/tickets/{no}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<TicketMoved>> ticket(
            Caller caller,
            Principal who,
            HttpMethod method,
            @PathVariable String no,
            @RequestHeader(name = LAST, required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after) {
        TicketNo ticket = new TicketNo(no);
        return tickets.show(ticket, caller)
                .thenMany(opened(
                        method,
                        streams.keep(
                                caller.id(),
                                who,
                                versions.beyond(ticket, seen(last, after))
                                        .concatMap(version -> moved(ticket, caller, version), 1))));
    }

    /** Who asks with HEAD wants to know what they would get; nothing is opened for them, or it would never end. */
    private static <T> Flux<T> opened(HttpMethod method, Flux<T> stream) {
        return method.equals(HttpMethod.HEAD) ? Flux.empty() : stream;
    }

    /** Read anew for this reader; whoever may no longer see it hears nothing more of it. */
    private Mono<ServerSentEvent<TicketMoved>> moved(TicketNo ticket, Caller caller, long version) {
        return tickets.show(ticket, caller)
                .map(view -> event("ticket", version, movedOf(view)))
                .onErrorResume(Refusal.class, gone -> Mono.empty());
    }

    private static TicketMoved movedOf(TicketView view) {
        return new TicketMoved(view.no(), view.stageName(), view.etag());
    }

    /** The id of the newest message in somebody's inbox, "0" for none. */
    record NewMessage(String newest) {}

    @GetMapping(path = "/api/v1/me/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<NewMessage>> mine(
            Caller caller,
            Principal who,
            HttpMethod method,
            @RequestHeader(name = LAST, required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after) {
        return opened(
                method,
                streams.keep(
                        caller.id(),
                        who,
                        inboxes.beyond(caller.id().value(), seen(last, after))
                                .map(newest -> event("inbox", newest, new NewMessage(Long.toString(newest))))));
    }

    private static <T> ServerSentEvent<T> event(String name, long id, T data) {
        return ServerSentEvent.<T>builder()
                .event(name)
                .id(Long.toString(id))
                .data(data)
                .build();
    }

    /** Who cannot set the header says it in the address. An id that is none of ours is as good as none. */
    private static long seen(@Nullable String header, @Nullable String after) {
        String last = header != null ? header : after;
        return last != null && NUMBER.matcher(last).matches() ? Long.parseLong(last) : -1;
    }
}
