package cn.huiyin.ticket.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.ticket.TicketNo;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The next number and the moment of filing, from the one clock. */
@Component
public class TicketNumbers {

    private static final String NEXT = """
            SELECT huiyin_now() AS now,
                   'HY' || to_char(huiyin_now() AT TIME ZONE 'Asia/Shanghai', 'YYMMDD')
                        || lpad(nextval('ticket_number')::text, 8, '0') AS no
            """;

    private final DatabaseClient database;

    TicketNumbers(DatabaseClient database) {
        this.database = database;
    }

    /** A number that nobody else gets; unused ones leave gaps. */
    public record Next(TicketNo no, Instant now) {}

    public Mono<Next> next() {
        return database.sql(NEXT).map(TicketNumbers::next).one();
    }

    private static Next next(Readable row) {
        return new Next(
                new TicketNo(requireNonNull(row.get("no", String.class))),
                requireNonNull(row.get("now", OffsetDateTime.class)).toInstant());
    }
}
