package cn.huiyin.messaging.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Templates that the platform refused. */
@Component
public class StoppedTemplates {

    private final DatabaseClient database;

    public StoppedTemplates(DatabaseClient database) {
        this.database = database;
    }

    /** Says whether it was not stopped before. */
    public Mono<Boolean> stop(String templateId, String templateKey, String reason) {
        return database.sql("""
                        INSERT INTO stopped_template (template_id, template_key, reason)
                        VALUES ($1, $2, left($3, 300))
                            ON CONFLICT (template_id) DO NOTHING
                        """)
                .bind("$1", templateId)
                .bind("$2", templateKey)
                .bind("$3", reason)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Says whether it was stopped. */
    public Mono<Boolean> release(String templateId) {
        return database.sql("DELETE FROM stopped_template WHERE template_id = $1")
                .bind("$1", templateId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Few: there are no more than templates. */
    public Mono<List<Stopped>> all() {
        return database.sql("""
                        SELECT template_id, template_key, reason, stopped_at
                          FROM stopped_template
                         ORDER BY stopped_at
                         LIMIT 100
                        """)
                .map(row -> new Stopped(
                        Objects.requireNonNull(row.get("template_id", String.class)),
                        Objects.requireNonNull(row.get("template_key", String.class)),
                        Objects.requireNonNull(row.get("reason", String.class)),
                        Objects.requireNonNull(row.get("stopped_at", OffsetDateTime.class))
                                .toInstant()))
                .all()
                .collectList();
    }

    /** A template that was refused. */
    public record Stopped(String templateId, String key, String reason, Instant stoppedAt) {}
}
