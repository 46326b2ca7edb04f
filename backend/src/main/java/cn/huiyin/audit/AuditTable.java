package cn.huiyin.audit;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The chain as PostgreSQL keeps it. */
@Repository
class AuditTable {

    private final DatabaseClient database;

    AuditTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> append(String kind, long actor, String subject, String facts) {
        return database.sql("SELECT audit_append(:kind, :actor, :subject, :facts)")
                .bind("kind", kind)
                .bind("actor", actor)
                .bind("subject", subject)
                .bind("facts", facts)
                .then();
    }

    Mono<AuditHead> head() {
        return database.sql("""
                        SELECT length, hash
                        FROM audit_head
                        """)
                .map(row -> new AuditHead(number(row, "length"), text(row, "hash")))
                .one();
    }

    /** In their order, starting behind {@code after}. */
    Mono<List<AuditEntry>> page(long after, int size) {
        return database.sql("""
                        SELECT id, at, kind, actor, subject, facts, previous, hash
                        FROM audit_entry
                        WHERE id > :after
                        ORDER BY id
                        LIMIT :size
                        """)
                .bind("after", after)
                .bind("size", size)
                .map(AuditTable::entry)
                .all()
                .collectList();
    }

    private static AuditEntry entry(Readable row) {
        return new AuditEntry(
                number(row, "id"),
                requireNonNull(row.get("at", Instant.class)),
                text(row, "kind"),
                number(row, "actor"),
                text(row, "subject"),
                text(row, "facts"),
                text(row, "previous"),
                text(row, "hash"));
    }

    private static long number(Readable row, String column) {
        return requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
