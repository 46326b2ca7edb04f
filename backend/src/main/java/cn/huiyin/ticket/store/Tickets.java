package cn.huiyin.ticket.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.domain.Moved;
import cn.huiyin.together.Together;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Remembers tickets; each read is one statement, and each save is one. */
@Component
public class Tickets {

    private static final String DOCUMENT = """
            SELECT json_build_object(
                       'now', huiyin_now(),
                       'ticket', to_json(t),
                       'reporter', account_now(t.reporter),
                       'deadlines', (SELECT json_agg(to_json(d) ORDER BY d.position, d.round)
                                       FROM ticket_deadline d
                                      WHERE d.no = t.no),
                       'marks', (SELECT json_object_agg(m.part, m.state)
                                   FROM content_mark m
                                  WHERE m.subject_kind = 'ticket'
                                    AND m.subject_id = t.no)%s)::text AS document
              FROM ticket t
            """;

    private static final String EVENTS = """
            ,
                       'events', (SELECT json_agg(to_json(e) ORDER BY e.seq)
                                    FROM ticket_event e
                                   WHERE e.no = t.no)""";

    private static final String ONE = DOCUMENT.formatted("") + " WHERE t.no = :no";

    private static final String EACH_WITH_EVENTS = """
            SELECT (%s
                     WHERE t.no = asked.no)
              FROM jsonb_array_elements_text(:nos::jsonb) WITH ORDINALITY AS asked (no, position)
             ORDER BY asked.position
            """.formatted(DOCUMENT.formatted(EVENTS));

    private static final String SOME = DOCUMENT.formatted("") + " WHERE t.no = ANY (:nos)";

    private static final String OPEN_AFTER = DOCUMENT.formatted("") + """
             WHERE t.no > :after
               AND t.no IN (SELECT d.no
                              FROM ticket_deadline d
                             WHERE d.met_at IS NULL
                               AND d.withdrawn_at IS NULL
                               AND d.no > :after
                             ORDER BY d.no
                             LIMIT :limit)
             ORDER BY t.no
            """;

    private static final String LOCK = """
            SELECT t.no
              FROM ticket t
             WHERE t.no > :after
               AND t.no IN (SELECT d.no
                              FROM ticket_deadline d
                             WHERE d.met_at IS NULL
                               AND d.withdrawn_at IS NULL
                               AND d.no > :after
                             ORDER BY d.no
                             LIMIT :limit)
             ORDER BY t.no
               FOR UPDATE
            """;

    /** {@code TicketView.etag} from the other end: the version, and the deadlines that the clock or a late answer missed. */
    private static final String STILL = """
            SELECT EXISTS (SELECT
                             FROM ticket t
                            WHERE t.no = seen.no
                              AND t.version = seen.version
                              AND account_now(t.reporter) = seen.reporter
                              AND seen.missed = (SELECT count(*)
                                                   FROM ticket_deadline d
                                                  WHERE d.no = t.no
                                                    AND d.withdrawn_at IS NULL
                                                    AND CASE WHEN d.met_at IS NOT NULL THEN d.met_at > d.due_at
                                                             ELSE d.paused_since IS NULL AND d.due_at < huiyin_now()
                                                        END)
                              AND NOT EXISTS (SELECT FROM content_mark m
                                               WHERE m.subject_kind = 'ticket'
                                                 AND m.subject_id = t.no)) AS still
              FROM ROWS FROM (jsonb_to_recordset(:seen::jsonb)
                                  AS (no text, version bigint, missed bigint, reporter bigint))
                       WITH ORDINALITY AS seen (no, version, missed, reporter, position)
             ORDER BY seen.position
            """;

    /** What people wrote is kept together with the promise that it will be checked, or not at all. */
    private static final String SAVE = """
            WITH asked AS (
                SELECT :document::jsonb AS document),
            kept AS MATERIALIZED (
                SELECT ticket_save(document) AS saved, document -> 'writings' AS writings
                  FROM asked)
            SELECT saved, CASE WHEN saved THEN safety_append(writings) END AS promised
              FROM kept
            """;

    private final DatabaseClient database;
    private final TicketJson json;
    private final Together<TicketNo, Optional<StoredTicket>> looks =
            Together.abreast("tickets.looks", this::eachWithTimeline);
    private final Together<Seen, Boolean> stills = Together.abreast("tickets.stills", this::areStill);

    Tickets(DatabaseClient database, TicketJson json) {
        this.database = database;
        this.json = json;
    }

    /** Those that exist, each with its deadlines, without its timeline; in no order. */
    public Flux<StoredTicket> findAll(Collection<TicketNo> nos) {
        return read(database.sql(SOME)
                .bind("nos", nos.stream().map(TicketNo::value).distinct().toArray(String[]::new)));
    }

    /** With its deadlines, without its timeline. */
    public Mono<StoredTicket> find(TicketNo no) {
        return read(database.sql(ONE).bind("no", no.value())).singleOrEmpty();
    }

    /** With its deadlines and its timeline. */
    public Mono<StoredTicket> findWithTimeline(TicketNo no) {
        return looks.ask(no).flatMap(Mono::justOrEmpty);
    }

    private Mono<List<Optional<StoredTicket>>> eachWithTimeline(List<TicketNo> nos) {
        return database.sql(EACH_WITH_EVENTS)
                .bind("nos", json.text(nos.stream().map(TicketNo::value).toList()))
                .map(row -> Optional.ofNullable(row.get(0, String.class)).map(json::stored))
                .all()
                .collectList();
    }

    /**
     * Whether its reporter has it already as it is now: this version, so many missed deadlines, and nothing said about
     * its words. False also where it cannot be told without reading all of it.
     */
    public Mono<Boolean> isStill(TicketNo no, AccountId reporter, Tag tag) {
        return stills.ask(new Seen(no.value(), tag.version(), tag.missed(), reporter.value()));
    }

    private Mono<List<Boolean>> areStill(List<Seen> seen) {
        return database.sql(STILL)
                .bind("seen", json.text(seen))
                .map(row -> requireNonNull(row.get("still", Boolean.class)))
                .all()
                .collectList();
    }

    /**
     * Tickets with running deadlines, by number, a page at a time.
     *
     * @param limit how many deadlines are looked at
     */
    public Flux<StoredTicket> openAfter(String no, int limit) {
        return read(database.sql(OPEN_AFTER).bind("after", no).bind("limit", limit));
    }

    /** The same, each locked until the transaction around it ends. */
    public Flux<StoredTicket> openAfterLocked(String no, int limit) {
        return database.sql(LOCK)
                .bind("after", no)
                .bind("limit", limit)
                .fetch()
                .all()
                .thenMany(Flux.defer(() -> openAfter(no, limit)));
    }

    /** Keeps the first moment of a ticket, with the answer that a repeated request is to get. */
    public Mono<Boolean> file(Moved filed, JsonNode suggestion, @Nullable KeptAnswer answer) {
        return save(json.saving(filed, suggestion, List.of(), answer));
    }

    /** Keeps a move with all that follows from it; false where somebody else moved the ticket first. */
    public Mono<Boolean> save(Moved moved) {
        return save(json.saving(moved, null, List.of(), null));
    }

    /** Keeps a move that brings photos, or that may be asked for twice. */
    public Mono<Boolean> save(Moved moved, List<String> attached, @Nullable KeptAnswer answer) {
        return save(json.saving(moved, null, attached, answer));
    }

    private Mono<Boolean> save(String document) {
        return database.sql(SAVE)
                .bind("document", document)
                .map(row -> requireNonNull(row.get("saved", Boolean.class)))
                .one();
    }

    private Flux<StoredTicket> read(DatabaseClient.GenericExecuteSpec query) {
        return query.map(Tickets::document).all().map(json::stored);
    }

    private static String document(Readable row) {
        return requireNonNull(row.get("document", String.class));
    }

    /** As somebody has it. */
    private record Seen(String no, long version, long missed, long reporter) {}

    /** What the entity tag of a ticket says, where it says nothing of content checks. */
    public record Tag(long version, long missed) {

        private static final Pattern PLAIN = Pattern.compile("\"([0-9]{1,15})\\.([0-9]{1,9})\"");

        public static Optional<Tag> read(@Nullable String etag) {
            Matcher plain = PLAIN.matcher(etag == null ? "" : etag.strip());
            return plain.matches()
                    ? Optional.of(new Tag(Long.parseLong(plain.group(1)), Long.parseLong(plain.group(2))))
                    : Optional.empty();
        }
    }

    /** The answer kept beside its effect, for a request that may come twice. */
    public record KeptAnswer(
            long caller,
            String key,
            String fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            String body) {

        public static @Nullable KeptAnswer of(
                Repeat repeat, int status, @Nullable String location, @Nullable String etag, String body) {
            String key = repeat.key();
            return key == null
                    ? null
                    : new KeptAnswer(repeat.caller(), key, repeat.fingerprint(), status, location, etag, body);
        }
    }
}
