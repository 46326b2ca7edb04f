package cn.huiyin.messaging.store;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What became of messages after the platform took them. */
@Component
public class Fates {

    private static final String MARK = """
            UPDATE outbox
               SET fate = $4,
                   fate_reason = left($5, 300),
                   fate_at = huiyin_now()
             WHERE id = $1
               AND channel = $2
               AND receipt = $3
               AND fate IS NULL
            """;

    private static final String GO_ON = """
            UPDATE outbox
               SET state = 'WAITING',
                   not_before = huiyin_now(),
                   tried = tried || jsonb_build_object(channel, $4::text),
                   last_error = left(channel || ' not shown: ' || $5, 300),
                   failures = 0,
                   channel = NULL,
                   receipt = NULL,
                   attempt_started = NULL,
                   unknown_since = NULL,
                   grant_template = NULL,
                   finished_at = NULL
             WHERE id = $1
               AND channel = $2
               AND receipt = $3
               AND state = 'SENT'
               AND fate IS NULL
            """;

    private final DatabaseClient database;

    public Fates(DatabaseClient database) {
        this.database = database;
    }

    /** A message that the platform took. */
    public record Sent(long id, String channel, String receipt, String occasion, boolean standing) {}

    /** The message with this receipt; empty where we have not (yet) written down that there is one. */
    public Mono<Sent> find(String channel, String receipt) {
        return database.sql("""
                        SELECT id, occasion, state = 'SENT' AS standing
                          FROM outbox
                         WHERE channel = $1
                           AND receipt = $2
                         ORDER BY id DESC
                         LIMIT 1
                        """)
                .bind("$1", channel)
                .bind("$2", receipt)
                .map(row -> new Sent(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        channel,
                        receipt,
                        Objects.requireNonNull(row.get("occasion", String.class)),
                        Boolean.TRUE.equals(row.get("standing", Boolean.class))))
                .one();
    }

    /** Says whether that is news. */
    public Mono<Boolean> arrived(Sent sent) {
        return mark(sent, "ARRIVED", "");
    }

    /** Says whether that is news; it stays in the inbox. */
    public Mono<Boolean> notShown(Sent sent, String reason) {
        return mark(sent, "NOT_SHOWN", reason);
    }

    /**
     * Sends it on its way again without this channel; says whether that is news. Where it is no longer to be told, only its
     * fate is kept.
     *
     * @param word of the catalogue, for the reason
     */
    public Mono<Boolean> goOn(Sent sent, String word, String reason) {
        return sent.standing()
                ? changed(bound(GO_ON, sent).bind("$4", word).bind("$5", reason))
                : notShown(sent, reason);
    }

    private Mono<Boolean> mark(Sent sent, String fate, String reason) {
        return changed(bound(MARK, sent).bind("$4", fate).bind("$5", reason));
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Sent sent) {
        return database.sql(sql)
                .bind("$1", sent.id())
                .bind("$2", sent.channel())
                .bind("$3", sent.receipt());
    }

    private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }
}
