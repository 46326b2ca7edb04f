package cn.huiyin.ticket.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.PlaceId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.together.Together;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a filing needs to know first, in one round trip: its number, the moment by the one clock, the filer's home. */
@Component
public class TicketNumbers {

    private static final String NEXT = """
            SELECT huiyin_now() AS now,
                   'HY' || to_char(huiyin_now() AT TIME ZONE 'Asia/Shanghai', 'YYMMDD')
                        || lpad(nextval('ticket_number')::text, 8, '0') AS no,
                   account_home_building(filer.account::bigint) AS home
              FROM jsonb_array_elements(:filers::jsonb) WITH ORDINALITY AS filer (account, position)
             ORDER BY filer.position
            """;

    private final DatabaseClient database;
    private final TicketJson json;
    private final Together<AccountId, Next> numbers = Together.abreast("tickets.numbers", this::next);

    TicketNumbers(DatabaseClient database, TicketJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A number that nobody else gets; unused ones leave gaps.
     *
     * @param home the building where the one who files lives, as far as known
     */
    public record Next(TicketNo no, Instant now, @Nullable PlaceId home) {}

    public Mono<Next> next(AccountId account) {
        return numbers.ask(account);
    }

    private Mono<List<Next>> next(List<AccountId> accounts) {
        return database.sql(NEXT)
                .bind(
                        "filers",
                        json.text(accounts.stream().map(AccountId::value).toList()))
                .map(TicketNumbers::read)
                .all()
                .collectList();
    }

    private static Next read(Readable row) {
        String home = row.get("home", String.class);
        return new Next(
                new TicketNo(requireNonNull(row.get("no", String.class))),
                requireNonNull(row.get("now", OffsetDateTime.class)).toInstant(),
                home == null ? null : new PlaceId(home));
    }
}
