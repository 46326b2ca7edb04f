package cn.huiyin.callback;

import cn.huiyin.callback.domain.Rating;
import cn.huiyin.callback.store.Ratings;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.TicketDesk;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.TicketView;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes a rating and what follows from it, in one transaction. */
@Component
public class CallbackDesk {

    private final Ratings ratings;
    private final TicketDesk tickets;
    private final TransactionalOperator transaction;

    CallbackDesk(Ratings ratings, TicketDesk tickets, TransactionalOperator transaction) {
        this.ratings = ratings;
        this.tickets = tickets;
        this.transaction = transaction;
    }

    /** 404 for whom the ticket does not concern, 409 where there is no answer to rate or it is rated already. */
    public Mono<TicketView> rate(TicketNo no, Caller caller, Rating rating) {
        if (!no.isWellFormed()) {
            return Mono.error(Refusal.unknown("TICKET_NOT_FOUND", "没有找到这件诉求"));
        }
        return ratings.keep(no, rating, caller.id())
                .then(Mono.defer(() -> tickets.rate(no, caller, rating.inWords(), rating.isSettled())))
                .as(transaction::transactional)
                .as(LastingWrite::of)
                .onErrorMap(DuplicateKeyException.class, twice -> Refusal.conflict("ALREADY_RATED", "这次答复已经评价过了，谢谢您"));
    }
}
