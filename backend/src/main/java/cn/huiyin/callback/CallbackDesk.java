package cn.huiyin.callback;

import cn.huiyin.callback.domain.Rating;
import cn.huiyin.callback.store.Ratings;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.TicketDesk;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.TicketView;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes a rating and what follows from it, in one transaction. */
@Component
public class CallbackDesk {

    private static final Refusal ALREADY_RATED = Refusal.conflict("ALREADY_RATED", "这次答复已经评价过了，谢谢您");

    private final Ratings ratings;
    private final TicketDesk tickets;
    private final Repeats repeats;
    private final TransactionalOperator transaction;

    CallbackDesk(Ratings ratings, TicketDesk tickets, Repeats repeats, TransactionalOperator transaction) {
        this.ratings = ratings;
        this.tickets = tickets;
        this.repeats = repeats;
        this.transaction = transaction;
    }

    /** 404 for whom the ticket does not concern, 409 where there is no answer to rate or it is rated already. */
    public Mono<TicketView> rate(TicketNo no, Caller caller, Rating rating) {
        return keep(no, caller, rating)
                .as(transaction::transactional)
                .as(LastingWrite::of)
                .onErrorResume(DuplicateKeyException.class, twice -> ratedAlready(no, caller));
    }

    /** Only to whom the ticket concerns: that it was rated is nobody else's to know. */
    private <T> Mono<T> ratedAlready(TicketNo no, Caller caller) {
        return tickets.show(no, caller).then(Mono.error(ALREADY_RATED));
    }

    /**
     * The same, for one who may ask twice.
     *
     * @param score 1 to 5
     * @return whether it was left at that; otherwise the ticket is reopened
     */
    public Mono<Boolean> rate(
            TicketNo no, Caller caller, boolean resolved, int score, @Nullable String comment, Repeat repeat) {
        Rating rating = new Rating(resolved, score, comment);
        Answer answer = new Answer(200, null, null, Boolean.toString(rating.isSettled()));
        return repeats.once(
                        repeat,
                        () -> keep(no, caller, rating)
                                .then(Mono.defer(() -> repeats.keep(repeat, answer)))
                                .as(transaction::transactional)
                                .onErrorResume(DuplicateKeyException.class, twice -> ratedAlready(no, caller))
                                .thenReturn(answer))
                .map(given -> Boolean.parseBoolean(given.body()));
    }

    private Mono<TicketView> keep(TicketNo no, Caller caller, Rating rating) {
        if (!no.isWellFormed()) {
            return Mono.error(Refusal.unknown("TICKET_NOT_FOUND", "没有找到这件诉求"));
        }
        return ratings.keep(no, rating, caller.id())
                .then(Mono.defer(
                        () -> tickets.rate(no, caller, rating.inWords(), rating.verdict(), rating.isSettled())));
    }
}
