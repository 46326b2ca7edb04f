package cn.huiyin.ticket.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.snapshot.Edition;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers the deadline policies; the first version comes with the program. */
@Component
public class Policies {

    private static final String NEWEST = "SELECT coalesce(max(version), 0)::bigint AS version FROM deadline_policy";

    private static final String ALL = """
            SELECT version, document::text AS document
              FROM deadline_policy
             ORDER BY version
            """;

    private static final String ONE = "SELECT document::text AS document FROM deadline_policy WHERE version = :version";

    private static final String KEEP = """
            INSERT INTO deadline_policy (version, document, note, created_by)
            VALUES (:version, :document::jsonb, :note, :by)
            ON CONFLICT DO NOTHING
            """;

    private final DatabaseClient database;

    Policies(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Long> newest() {
        return database.sql(NEWEST)
                .map(row -> requireNonNull(row.get("version", Long.class)))
                .one();
    }

    /** All versions; where there is none yet, the one that comes with the program is kept first. */
    public Mono<Edition<DeadlinePolicy>> read() {
        return all().filter(rows -> !rows.isEmpty())
                .switchIfEmpty(keep(1, PolicyDocument.builtIn(), "随系统提供的第一版", 0).then(Mono.defer(this::all)))
                .map(Policies::edition);
    }

    /** One version as it was written. */
    public Mono<PolicyDocument> document(int version) {
        return database.sql(ONE)
                .bind("version", version)
                .map(row -> PolicyDocument.ofJson(requireNonNull(row.get("document", String.class))))
                .one();
    }

    /** Keeps a version; 0 where that version is there already. */
    public Mono<Long> keep(int version, PolicyDocument document, String note, long by) {
        return database.sql(KEEP)
                .bind("version", version)
                .bind("document", document.json())
                .bind("note", note)
                .bind("by", by)
                .fetch()
                .rowsUpdated();
    }

    private Mono<List<Row>> all() {
        return database.sql(ALL).map(Policies::row).all().collectList();
    }

    private record Row(int version, DeadlinePolicy.Version rules) {}

    private static Row row(Readable row) {
        String document = requireNonNull(row.get("document", String.class));
        return new Row(
                requireNonNull(row.get("version", Integer.class)),
                PolicyDocument.ofJson(document).version());
    }

    private static Edition<DeadlinePolicy> edition(List<Row> rows) {
        TreeMap<Integer, DeadlinePolicy.Version> versions = new TreeMap<>();
        rows.forEach(row -> versions.put(row.version(), row.rules()));
        return new Edition<>(versions.lastKey(), DeadlinePolicy.of(versions));
    }
}
