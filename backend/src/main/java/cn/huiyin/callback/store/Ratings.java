package cn.huiyin.callback.store;

import cn.huiyin.callback.domain.Rating;
import cn.huiyin.identity.AccountId;
import cn.huiyin.ticket.TicketNo;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers ratings: one for each round of a ticket. */
@Component
public class Ratings {

    private static final String KEEP = """
            INSERT INTO callback (ticket_no, round, street, resolved, score, comment, settled, given_by)
            SELECT no, round, street, :resolved, :score, :comment, :settled, :by
              FROM ticket_round(:no)
            """;

    private final DatabaseClient database;

    Ratings(DatabaseClient database) {
        this.database = database;
    }

    /** Part of the transaction in which the ticket is rated. */
    public Mono<Void> keep(TicketNo no, Rating rating, AccountId by) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(KEEP)
                .bind("no", no.value())
                .bind("resolved", rating.resolved())
                .bind("score", rating.score())
                .bind("settled", rating.isSettled())
                .bind("by", by.value());
        String comment = rating.comment();
        return (comment == null ? statement.bindNull("comment", String.class) : statement.bind("comment", comment))
                .then();
    }
}
