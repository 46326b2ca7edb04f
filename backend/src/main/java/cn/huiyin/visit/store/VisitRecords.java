package cn.huiyin.visit.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.identity.AccountId;
import cn.huiyin.safety.Writing;
import cn.huiyin.visit.VisitId;
import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.Outcome;
import cn.huiyin.visit.domain.Way;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps visits, each by one statement. */
@Component
public class VisitRecords {

    private static final String KNOWN = """
            SELECT visit_receipt(id, 'SAME')::text AS said
              FROM visit_record
             WHERE id = :id
               AND by = :by
               AND content = :content
            """;

    private static final String LINK = """
            INSERT INTO visit_ticket (visit, n, street, ticket)
            SELECT id, :n, street, :ticket FROM visit_record WHERE id = :visit
            """;

    private final DatabaseClient database;
    private final VisitJson json;

    public VisitRecords(DatabaseClient database, VisitJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What became of a record: KEPT or SAME with the receipt, or why not with nothing else.
     *
     * @param tickets of the problems it told of, as far as they are filed
     */
    public record Receipt(
            String said,
            @Nullable String id,
            @Nullable String household,
            @Nullable Instant at,
            @Nullable Instant enteredAt,
            @Nullable Instant entryDueAt,
            @Nullable Outcome outcome,
            @Nullable List<String> cards,
            @Nullable List<String> tickets) {}

    /** A visit to be kept, as {@code visit_keep} takes it. */
    public record Keeping(
            NewRecord record,
            boolean revised,
            @Nullable String sealed,
            Consents.@Nullable Noting consent,
            List<NewCard> cards,
            List<Writing> writings) {}

    /** A row of {@code visit_record}. */
    public record NewRecord(
            String id,
            String household,
            @JsonProperty("class") HouseholdClass kind,
            String path,
            long by,
            Instant at,
            int minutes,
            Way way,
            Outcome outcome,
            String content,
            List<String> photos,
            @Nullable String appointment) {}

    /** A row of {@code visit_card}. */
    public record NewCard(
            String card,
            @Nullable String visit,
            String source,
            @Nullable String ticket,
            String household,
            String path,
            @Nullable String need,
            CardColour colour,
            @Nullable LocalDate dueOn,
            @Nullable Long owner,
            long openedBy,
            String byName,
            String sealed,
            List<Writing> writings) {}

    /** The receipt of the very same record, where it is here already. */
    public Mono<Receipt> known(VisitId id, AccountId by, String content) {
        return database.sql(KNOWN)
                .bind("id", id.value())
                .bind("by", by.value())
                .bind("content", content)
                .map(this::receipt)
                .one();
    }

    public Mono<Receipt> keep(Keeping keeping) {
        return database.sql("SELECT visit_keep(:document::jsonb)::text AS said")
                .bind("document", json.write(keeping))
                .map(this::receipt)
                .one();
    }

    /** The n-th problem of a visit is this ticket; in the transaction that keeps both. */
    public Mono<Void> link(VisitId visit, int n, String ticket) {
        return database.sql(LINK)
                .bind("visit", visit.value())
                .bind("n", n)
                .bind("ticket", ticket)
                .then();
    }

    /** What the words of a record are bound to. */
    public static String context(VisitId id) {
        return "visit-record/" + id;
    }

    private Receipt receipt(Readable row) {
        return json.read(requireNonNull(row.get("said", String.class)), Receipt.class);
    }
}
