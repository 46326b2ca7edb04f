package cn.huiyin.visit.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.identity.AccountId;
import cn.huiyin.visit.VisitCursor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Visits that are known to have been made, and what they were entered as. */
@Component
public class Entries {

    private static final String ONE = """
            SELECT to_json(e)::text AS document FROM visit_entry e WHERE e.appointment = :appointment
            """;

    private static final String OPEN = """
            SELECT (to_jsonb(e) || jsonb_build_object('now', huiyin_now()))::text AS document
              FROM visit_entry e
             WHERE e.staff = :staff
               AND e.record IS NULL
               AND (e.due_at, e.appointment) > (:at::timestamptz, :after)
             ORDER BY e.due_at, e.appointment
             LIMIT :limit
            """;

    private final DatabaseClient database;
    private final VisitJson json;

    public Entries(DatabaseClient database, VisitJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A visit that was made by appointment.
     *
     * @param path of the building
     * @param record what it was entered as; null until then
     * @param now the moment by the one clock, in lists
     */
    public record Entry(
            String appointment,
            String path,
            @Nullable String room,
            long staff,
            Instant madeAt,
            Instant dueAt,
            @Nullable String record,
            @Nullable Instant now) {}

    public Mono<Entry> find(String appointment) {
        return database.sql(ONE)
                .bind("appointment", appointment)
                .map(row -> json.read(requireNonNull(row.get("document", String.class)), Entry.class))
                .one();
    }

    /** Those that somebody has still to enter, what is due first. */
    public Mono<List<Entry>> open(AccountId staff, VisitCursor after, int limit) {
        return database.sql(OPEN)
                .bind("staff", staff.value())
                .bind("at", after.at().toString())
                .bind("after", after.id())
                .bind("limit", limit)
                .map(row -> json.read(requireNonNull(row.get("document", String.class)), Entry.class))
                .all()
                .collectList();
    }
}
