package cn.huiyin.visit.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.PlacePath;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Writing;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.CardMove;
import cn.huiyin.visit.domain.CardState;
import cn.huiyin.visit.store.VisitRecords.NewCard;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers needs cards; each read is one statement, and each change is one. */
@Component
public class Cards {

    private static final String REFUSED_BY_THE_STATEMENT = "HY020";

    private static final String CARD = """
            SELECT json_build_object(
                       'now', huiyin_now(),
                       'card', to_json(c),
                       'marks', (SELECT json_object_agg(part, state)
                                   FROM content_mark
                                  WHERE subject_kind = 'visit-card'
                                    AND subject_id = c.card),
                       'events', (SELECT json_agg(to_json(e) ORDER BY e.seq)
                                    FROM visit_card_event e
                                   WHERE e.card = c.card))::text AS document
              FROM visit_card c
            """;

    private static final String ONE = CARD + " WHERE c.card = :card";

    /** What falls due first comes first. */
    private static final String OPEN = CARD + """
             WHERE c.state IN ('OPEN', 'TAKEN_UP')
               AND c.community = ANY (:communities::text[])
               AND EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(c.path, reach.place))
               AND (:colour::text IS NULL OR c.colour = :colour::text)
               AND (c.due_on, c.card) > ((:at::timestamptz AT TIME ZONE 'UTC')::date, :after)
             ORDER BY c.due_on, c.card
             LIMIT :limit
            """;

    private static final String CLOSED = CARD + """
             WHERE c.state IN ('DONE', 'DROPPED')
               AND c.community = ANY (:communities::text[])
               AND EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(c.path, reach.place))
               AND (:colour::text IS NULL OR c.colour = :colour::text)
               AND (c.done_at, c.card) < (:at::timestamptz, :after)
             ORDER BY c.done_at DESC, c.card DESC
             LIMIT :limit
            """;

    private static final String OF_A_HOME = CARD + """
             WHERE c.household = :household
               AND (c.opened_at, c.card) < (:at::timestamptz, :after)
             ORDER BY c.opened_at DESC, c.card DESC
             LIMIT :limit
            """;

    private final DatabaseClient database;
    private final VisitJson json;

    public Cards(DatabaseClient database, VisitJson json) {
        this.database = database;
        this.json = json;
    }

    /** A card as it was read, with all that was done with it. */
    public record Stored(
            Instant now,
            Row card,
            @Nullable Map<String, CheckState> marks,
            @Nullable List<Event> events) {

        public Marks marked() {
            return marks == null ? Marks.NONE : new Marks(marks);
        }

        public List<Event> story() {
            return events == null ? List.of() : events;
        }
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

    /** A row of {@code visit_card_event}. */
    public record Event(
            int seq,
            Instant at,
            long by,
            String byName,
            CardMove move,
            CardState toState,
            CardColour toColour,
            LocalDate dueOn,
            @Nullable String sealed) {}

    public Mono<Stored> find(String card) {
        return database.sql(ONE).bind("card", card).map(this::stored).one();
    }

    /**
     * Which cards of a staff list.
     *
     * @param colour null for all
     * @param open those to be seen to; otherwise those that are done with
     */
    public record Wanted(
            Collection<PlacePath> communities,
            Collection<PlacePath> places,
            @Nullable CardColour colour,
            boolean open) {}

    public Mono<List<Stored>> list(Wanted wanted, VisitCursor after, int limit) {
        GenericExecuteSpec query = database.sql(wanted.open() ? OPEN : CLOSED)
                .bind("communities", ids(wanted.communities()))
                .bind("places", wanted.places().stream().map(PlacePath::value).toArray(String[]::new));
        query = wanted.colour() == null
                ? query.bindNull("colour", String.class)
                : query.bind("colour", wanted.colour().name());
        return page(query, after, limit);
    }

    static String[] ids(Collection<PlacePath> places) {
        return places.stream().map(path -> path.last().value()).toArray(String[]::new);
    }

    /** The newest first. */
    public Mono<List<Stored>> ofHome(String household, VisitCursor after, int limit) {
        return page(database.sql(OF_A_HOME).bind("household", household), after, limit);
    }

    private Mono<List<Stored>> page(GenericExecuteSpec query, VisitCursor after, int limit) {
        return query.bind("at", after.at().toString())
                .bind("after", after.id())
                .bind("limit", limit)
                .map(this::stored)
                .all()
                .collectList();
    }

    /** A card with the answer to its request. */
    private record Opening(@JsonUnwrapped NewCard card, Consents.Kept repeat) {}

    /** Opens a card, one statement; empty where it is kept, otherwise why not. */
    public Mono<Optional<String>> open(NewCard card, Consents.Kept answer) {
        return database.sql("SELECT visit_card_open(:document::jsonb)")
                .bind("document", json.write(new Opening(card, answer)))
                .then()
                .thenReturn(Optional.<String>empty())
                .onErrorResume(failure -> said(failure).map(Mono::just).orElseGet(() -> Mono.error(failure)));
    }

    private static Optional<Optional<String>> said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresqlException said
                    && REFUSED_BY_THE_STATEMENT.equals(said.getErrorDetails().getCode())) {
                return Optional.of(Optional.of(said.getErrorDetails().getMessage()));
            }
        }
        return Optional.empty();
    }

    /**
     * A move to be kept.
     *
     * @param version the one that was looked at
     * @param owner who sees to it from now on; null for as before
     * @param sealed what was done, or why
     */
    public record Moving(
            String card,
            int version,
            CardMove move,
            CardState to,
            CardColour colour,
            @Nullable Long owner,
            long by,
            String byName,
            @Nullable String sealed,
            List<Writing> writings) {}

    /** SAVED or STALE. */
    public Mono<String> move(Moving moving) {
        return database.sql("SELECT visit_card_move(:document::jsonb) AS said")
                .bind("document", json.write(moving))
                .map(row -> requireNonNull(row.get("said", String.class)))
                .one();
    }

    private Stored stored(Readable row) {
        return json.read(requireNonNull(row.get("document", String.class)), Stored.class);
    }
}
