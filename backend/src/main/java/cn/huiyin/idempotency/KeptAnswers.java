package cn.huiyin.idempotency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answers as PostgreSQL keeps them. */
@Repository
class KeptAnswers {

    private final DatabaseClient database;
    private final JsonMapper json;

    KeptAnswers(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Kept> find(long caller, String key) {
        return database.sql("""
                        SELECT kept::text
                        FROM idempotency_find(:caller, :key) AS kept
                        WHERE kept IS NOT NULL
                        """)
                .bind("caller", caller)
                .bind("key", key)
                .mapValue(String.class)
                .one()
                .map(this::read);
    }

    Mono<Void> keep(Repeat repeat, Answer answer) {
        return database.sql("SELECT idempotency_keep(:caller, :key, :fingerprint, :status, :location, :etag, :body)")
                .bind("caller", repeat.caller())
                .bind("key", text(repeat.key()))
                .bind("fingerprint", repeat.fingerprint())
                .bind("status", answer.status())
                .bind("location", text(answer.location()))
                .bind("etag", text(answer.etag()))
                .bind("body", answer.body())
                .then();
    }

    /** Removes some of those that are older, and says how many. */
    Mono<Long> forget(Duration age, int batch) {
        return database.sql("""
                        DELETE FROM kept_answer
                        WHERE (caller, key) IN (
                            SELECT caller, key
                            FROM kept_answer
                            WHERE kept_at < huiyin_now() - make_interval(secs => :age)
                            ORDER BY kept_at
                            LIMIT :batch
                            FOR UPDATE SKIP LOCKED)
                        """)
                .bind("age", (double) age.toSeconds())
                .bind("batch", batch)
                .fetch()
                .rowsUpdated();
    }

    private static io.r2dbc.spi.Parameter text(@Nullable String value) {
        return value == null ? io.r2dbc.spi.Parameters.in(String.class) : io.r2dbc.spi.Parameters.in(value);
    }

    private Kept read(String kept) {
        JsonNode row = json.readTree(kept);
        return new Kept(
                row.path("fingerprint").asString(),
                new Answer(
                        row.path("status").asInt(),
                        row.path("location").asString(null),
                        row.path("etag").asString(null),
                        row.path("body").asString("")));
    }

    record Kept(String fingerprint, Answer answer) {}
}
