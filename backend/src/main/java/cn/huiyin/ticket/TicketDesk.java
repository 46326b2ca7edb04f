package cn.huiyin.ticket;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.media.Attachments;
import cn.huiyin.media.MediaId;
import cn.huiyin.problem.Refusal;
import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.TicketViews.Beside;
import cn.huiyin.ticket.domain.Actor;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.domain.Move;
import cn.huiyin.ticket.domain.Moved;
import cn.huiyin.ticket.domain.Order;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Ticket.Rules;
import cn.huiyin.ticket.store.StoredTicket;
import cn.huiyin.ticket.store.Tickets;
import cn.huiyin.ticket.store.Tickets.KeptAnswer;
import cn.huiyin.ticket.store.Tickets.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** Arranges what people do with tickets: read, decide, keep; each in one statement. */
@Component
public class TicketDesk {

    private final Tickets tickets;
    private final TicketViews views;
    private final TicketOrders orders;
    private final Attachments media;
    private final Calendars calendars;
    private final Snapshot<DeadlinePolicy> policy;
    private final Repeats repeats;
    private final JsonMapper json;

    TicketDesk(
            Tickets tickets,
            TicketViews views,
            TicketOrders orders,
            Attachments media,
            Calendars calendars,
            Snapshot<DeadlinePolicy> policy,
            Repeats repeats,
            JsonMapper json) {
        this.tickets = tickets;
        this.views = views;
        this.orders = orders;
        this.media = media;
        this.calendars = calendars;
        this.policy = policy;
        this.repeats = repeats;
        this.json = json;
    }

    /** The ticket as the caller may see it; 404 for whom it does not concern. */
    public Mono<TicketView> show(TicketNo no, Caller caller) {
        return seen(no, caller)
                .map(stored -> views.show(
                        stored.ticket(), stored.events(), Beside.of(stored), actor(stored, caller), stored.now()));
    }

    /** Whether whoever reported it has it already, as this entity tag says; without reading all of it. */
    public Mono<Boolean> isStill(TicketNo no, Caller caller, @Nullable String etag) {
        return no.isWellFormed()
                ? Mono.justOrEmpty(Tag.read(etag))
                        .flatMap(tag -> tickets.isStill(no, caller.id(), tag))
                        .defaultIfEmpty(false)
                : Mono.just(false);
    }

    /** A move, by whoever may make it; staff say which version they have seen. */
    public Mono<TicketView> move(TicketNo no, Caller caller, MoveAsked asked, Seen seen) {
        return attempt(no, caller, seen, stored -> orders.order(asked, stored.ticket()));
    }

    /** More facts from the resident's side. */
    public Mono<Answer> supplement(TicketNo no, Caller caller, String words, List<String> attached, Repeat repeat) {
        Mono<?> mine = attached.isEmpty()
                ? Mono.just(true)
                : media.owned(caller.id(), attached.stream().map(MediaId::new).toList());
        return repeats.once(
                repeat, () -> mine.then(once(no, caller, Order.plain(Move.SUPPLEMENT, words), attached, repeat)));
    }

    /** A friendly push, not more often than the policy lets. */
    public Mono<Answer> nudge(TicketNo no, Caller caller, @Nullable String words, Repeat repeat) {
        return repeats.once(repeat, () -> once(no, caller, Order.plain(Move.NUDGE, words), List.of(), repeat));
    }

    /**
     * A rating was given: noted, and where it is not settled the ticket is reopened and put under supervision.
     *
     * @param words the rating with what was said to it
     * @param verdict the rating alone: what the program quotes as its reason
     */
    public Mono<TicketView> rate(TicketNo no, Caller caller, String words, String verdict, boolean settled) {
        Mono<TicketView> rated = attempt(no, caller, Seen.WHATEVER, stored -> Order.plain(Move.CALLBACK, words));
        if (settled) {
            return rated;
        }
        String why = "居民回访：" + verdict;
        return rated.then(attempt(no, Caller.SYSTEM, Seen.WHATEVER, stored -> Order.plain(Move.REOPEN, why)))
                .then(attempt(no, Caller.SYSTEM, Seen.WHATEVER, stored -> Order.plain(Move.SUPERVISE, why)))
                .then(Mono.defer(() -> show(no, caller)));
    }

    private Mono<TicketView> attempt(TicketNo no, Caller caller, Seen seen, Function<StoredTicket, Order> order) {
        return Mono.defer(() -> seen(no, caller))
                .flatMap(stored -> {
                    Actor actor = actor(stored, caller);
                    seen.check(stored.ticket().version(), actor.parts());
                    return keep(stored, moved(stored, actor, order.apply(stored)), List.of(), null)
                            .map(moved -> shown(stored, moved, actor));
                })
                .retryWhen(Retry.max(seen.retries()).filter(MovedMeanwhile.class::isInstance))
                .onErrorMap(TicketDesk::isStale, stale -> Seen.stale());
    }

    private Mono<Answer> once(TicketNo no, Caller caller, Order order, List<String> attached, Repeat repeat) {
        return Mono.defer(() -> seen(no, caller))
                .flatMap(stored -> {
                    Actor actor = actor(stored, caller);
                    Moved moved = moved(stored, actor, order);
                    Answer answer = answer(shown(stored, moved, actor));
                    return keep(stored, moved, attached, kept(repeat, answer)).thenReturn(answer);
                })
                .retryWhen(Retry.max(Seen.WHATEVER.retries()).filter(MovedMeanwhile.class::isInstance))
                .onErrorMap(TicketDesk::isStale, stale -> Seen.stale());
    }

    private Mono<StoredTicket> seen(TicketNo no, Caller caller) {
        Mono<StoredTicket> found = no.isWellFormed() ? tickets.findWithTimeline(no) : Mono.empty();
        return found.filter(stored -> !Parts.of(stored.ticket(), caller).isEmpty())
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("TICKET_NOT_FOUND", "没有找到这件诉求")));
    }

    private static Actor actor(StoredTicket stored, Caller caller) {
        return new Actor(caller.id(), caller.displayName(), Parts.of(stored.ticket(), caller));
    }

    private Moved moved(StoredTicket stored, Actor actor, Order order) {
        Rules rules = new Rules(stored.now(), calendars.current(), policy.get());
        return stored.ticket().move(order, actor, rules);
    }

    private Mono<Moved> keep(StoredTicket stored, Moved moved, List<String> attached, @Nullable KeptAnswer answer) {
        return tickets.save(moved, attached, answer)
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(MovedMeanwhile::new))
                .thenReturn(moved);
    }

    private TicketView shown(StoredTicket stored, Moved moved, Actor actor) {
        return views.shown(
                moved.after().saved(), stored.events(), moved.event(), Beside.of(stored), actor, stored.now());
    }

    private Answer answer(TicketView view) {
        return new Answer(201, "/api/v1/tickets/" + view.no(), view.etag(), json.writeValueAsString(view));
    }

    private static @Nullable KeptAnswer kept(Repeat repeat, Answer answer) {
        return KeptAnswer.of(repeat, answer.status(), answer.location(), answer.etag(), answer.body());
    }

    private static boolean isStale(Throwable error) {
        return error instanceof MovedMeanwhile || error.getCause() instanceof MovedMeanwhile;
    }

    /** Somebody else moved the ticket between reading and keeping. */
    private static final class MovedMeanwhile extends RuntimeException {
        MovedMeanwhile() {
            super("moved meanwhile", null, false, false);
        }
    }

    /** Which version of a ticket the one who moves it has seen. */
    public record Seen(@Nullable String ifMatch) {

        /** For residents and the program itself: whatever it is now. */
        public static final Seen WHATEVER = new Seen("*");

        private static final Set<Part> RESIDENT_OR_CLOCK = EnumSet.of(Part.REPORTER, Part.SYSTEM);

        void check(long version, Set<Part> parts) {
            if (ifMatch == null && !RESIDENT_OR_CLOCK.containsAll(parts)) {
                throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新这件诉求，再进行操作");
            }
            if (ifMatch != null && !ifMatch.equals("*") && !names(version)) {
                throw stale();
            }
        }

        private boolean names(long version) {
            for (String tag : java.util.Objects.requireNonNull(ifMatch).split(",", -1)) {
                if (tag.strip().startsWith("\"%d.".formatted(version))) {
                    return true;
                }
            }
            return false;
        }

        /** Who named a version is told at once; for others it is tried again a few times. */
        long retries() {
            return ifMatch == null || ifMatch.equals("*") ? 5 : 0;
        }

        static Refusal stale() {
            return Refusal.of(412, "STALE", "这件诉求刚刚有了新变化，请刷新后再操作");
        }
    }
}
