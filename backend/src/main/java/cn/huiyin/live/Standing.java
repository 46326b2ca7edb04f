package cn.huiyin.live;

import static java.util.Objects.requireNonNull;

import cn.huiyin.ticket.TicketNo;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How watched things stand: the version of a ticket, the newest message of a person. */
@Component
class Standing {

    private static final String TICKETS = """
            SELECT no, version
              FROM watched_ticket
             WHERE no = ANY (:nos)
            """;

    private static final String INBOXES = """
            SELECT asked.account,
                   (SELECT max(id)
                      FROM watched_message m
                     WHERE m.account = asked.account) AS newest
              FROM unnest(:accounts::bigint[]) AS asked (account)
            """;

    private final DatabaseClient database;

    Standing(DatabaseClient database) {
        this.database = database;
    }

    /** Their versions; what does not exist is left out. */
    Mono<Map<TicketNo, Long>> ofTickets(Collection<TicketNo> nos) {
        return database.sql(TICKETS)
                .bind("nos", nos.stream().map(TicketNo::value).toArray(String[]::new))
                .map(row -> Map.entry(
                        new TicketNo(requireNonNull(row.get("no", String.class))),
                        requireNonNull(row.get("version", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The id of each one's newest message; 0 for whoever has none. */
    Mono<Map<Long, Long>> ofInboxes(Collection<Long> accounts) {
        return database.sql(INBOXES)
                .bind("accounts", accounts.toArray(Long[]::new))
                .map(row -> {
                    Long newest = row.get("newest", Long.class);
                    return Map.entry(requireNonNull(row.get("account", Long.class)), newest == null ? 0L : newest);
                })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
