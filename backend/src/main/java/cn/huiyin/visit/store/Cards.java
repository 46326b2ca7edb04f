package cn.huiyin.visit.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.CardState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers needs cards; each read is one statement, and each change is one. */
@Component
public class Cards {

    private static final String ONE = "SELECT to_json(c)::text AS document FROM visit_card c WHERE c.card = :card";

    private final DatabaseClient database;
    private final VisitJson json;

    public Cards(DatabaseClient database, VisitJson json) {
        this.database = database;
        this.json = json;
    }

    /** A row of {@code visit_card}. */
    public record Row(
            String card,
            @Nullable String visit,
            String source,
            @Nullable String ticket,
            String household,
            String path,
            @Nullable String need,
            CardColour colour,
            LocalDate dueOn,
            CardState state,
            @Nullable Long owner,
            Instant openedAt,
            long openedBy,
            @Nullable Instant doneAt,
            @Nullable String sealed,
            int version) {}

    public Mono<Row> find(String card) {
        return database.sql(ONE)
                .bind("card", card)
                .map(row -> json.read(text(row), Row.class))
                .one();
    }

    private static String text(Readable row) {
        return requireNonNull(row.get("document", String.class));
    }
}
