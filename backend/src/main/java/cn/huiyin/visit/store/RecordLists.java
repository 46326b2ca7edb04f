package cn.huiyin.visit.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.VisitId;
import cn.huiyin.visit.domain.Outcome;
import cn.huiyin.visit.domain.Way;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads records of visits. Whoever reads what is sealed leaves a look that the household sees. */
@Component
public class RecordLists {

    private static final String RECORD = """
            SELECT json_build_object(
                       'record', to_json(v),
                       'sealed', (SELECT w.sealed FROM visit_words w WHERE w.visit = v.id),
                       'tickets', (SELECT json_agg(t.ticket ORDER BY t.n) FROM visit_ticket t WHERE t.visit = v.id),
                       'cards', (SELECT json_agg(c.card ORDER BY c.card) FROM visit_card c WHERE c.visit = v.id),
                       'marks', (SELECT json_object_agg(part, state)
                                   FROM content_mark
                                  WHERE subject_kind = 'visit-record'
                                    AND subject_id = v.id))::text AS document
            """;

    private static final String FROM = """
              FROM visit_record v
            """;

    private static final String WITHIN = """
            EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(v.path, reach.place))
            """;

    private static final String ONE = RECORD.stripTrailing() + """
            ,
                   household_looked(v.household, :me, :role, 'VISIT', 'VISIT') AS looked
              FROM visit_record v
             WHERE v.id = :id
               AND (v.by = :me OR %s)
            """.formatted(WITHIN);

    private static final String NEWEST_FIRST = """
               AND (v.at, v.id) < (:at::timestamptz, :after)
             ORDER BY v.at DESC, v.id DESC
             LIMIT :limit
            """;

    private static final String MINE = RECORD + FROM + " WHERE v.by = :me\n" + NEWEST_FIRST;

    private static final String OF_A_HOME = RECORD + FROM + " WHERE v.household = :household\n" + NEWEST_FIRST;

    private static final String IN_REACH =
            RECORD + FROM + " WHERE v.community = ANY (:communities::text[]) AND " + WITHIN + NEWEST_FIRST;

    private static final String OF_A_TICKET = RECORD + FROM + """
              JOIN visit_ticket found ON found.visit = v.id
             WHERE found.ticket = :ticket
               AND (v.by = :me OR %s)
            """.formatted(WITHIN);

    /** What those who came before wrote for those who come next. */
    private static final String LATEST = """
            WITH looked AS MATERIALIZED (
                SELECT household_looked(:household, :me, :role, 'VISIT', 'VISIT'))
            """ + RECORD + """
              FROM looked,
                   (SELECT * FROM visit_record WHERE household = :household ORDER BY at DESC LIMIT 5) v
             ORDER BY v.at DESC
            """;

    private final DatabaseClient database;
    private final VisitJson json;

    public RecordLists(DatabaseClient database, VisitJson json) {
        this.database = database;
        this.json = json;
    }

    /** A record as it was read; what was said is still sealed. */
    public record Stored(
            Row record,
            @Nullable String sealed,
            @Nullable List<String> tickets,
            @Nullable List<String> cards,
            @Nullable Map<String, CheckState> marks) {

        public Marks marked() {
            return marks == null ? Marks.NONE : new Marks(marks);
        }
    }

    /** A row of {@code visit_record}. */
    public record Row(
            String id,
            String household,
            @JsonProperty("class") HouseholdClass kind,
            String path,
            long by,
            Instant at,
            int minutes,
            Instant enteredAt,
            Instant entryDueAt,
            Way way,
            Outcome outcome,
            @Nullable List<String> photos,
            @Nullable String appointment) {}

    /** Who reads: whose own records, and which places, as what. */
    public record Reader(AccountId me, String role, Collection<PlacePath> communities, Collection<PlacePath> places) {}

    /** The record, where the reader may see it; the look is kept by the same statement. */
    public Mono<Stored> find(VisitId id, Reader reader) {
        return all(within(database.sql(ONE), reader)
                        .bind("id", id.value())
                        .bind("me", reader.me().value())
                        .bind("role", reader.role()))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    public Mono<List<Stored>> mine(AccountId me, VisitCursor after, int limit) {
        return page(database.sql(MINE).bind("me", me.value()), after, limit);
    }

    public Mono<List<Stored>> ofHome(HouseholdId household, VisitCursor after, int limit) {
        return page(database.sql(OF_A_HOME).bind("household", household.value()), after, limit);
    }

    public Mono<List<Stored>> inReach(Reader reader, VisitCursor after, int limit) {
        return page(
                within(database.sql(IN_REACH), reader).bind("communities", Cards.ids(reader.communities())),
                after,
                limit);
    }

    /** The visit that found what this ticket is about. */
    public Mono<List<Stored>> ofTicket(String ticket, Reader reader) {
        return all(within(database.sql(OF_A_TICKET), reader)
                .bind("ticket", ticket)
                .bind("me", reader.me().value()));
    }

    /** The latest five of a home with what was said, for somebody who goes there next; one look. */
    public Mono<List<Stored>> latest(HouseholdId household, Reader reader) {
        return all(database.sql(LATEST)
                .bind("household", household.value())
                .bind("me", reader.me().value())
                .bind("role", reader.role()));
    }

    private static GenericExecuteSpec within(GenericExecuteSpec query, Reader reader) {
        return query.bind(
                "places", reader.places().stream().map(PlacePath::value).toArray(String[]::new));
    }

    private Mono<List<Stored>> page(GenericExecuteSpec query, VisitCursor after, int limit) {
        return all(query.bind("at", after.at().toString())
                .bind("after", after.id())
                .bind("limit", limit));
    }

    private Mono<List<Stored>> all(GenericExecuteSpec query) {
        return query.map(row -> json.read(requireNonNull(row.get("document", String.class)), Stored.class))
                .all()
                .collectList();
    }
}
