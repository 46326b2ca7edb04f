package cn.huiyin.wechat.push;

import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The pushes as they are written down. What people wrote is sealed, and gone as soon as it is no longer needed. */
@Repository
class Pushes {

    /**
     * WeChat's clock is the real one, and so is the database's; where a rehearsal has moved our clock, WeChat may have moved
     * along.
     */
    private static final String KEEP = """
            WITH asked AS (
                SELECT least(abs(extract(epoch FROM clock_timestamp()) - $6),
                             abs(extract(epoch FROM huiyin_now()) - $6)) <= $7 AS fresh),
            kept AS (
                INSERT INTO wechat_push (key, app, kind, state, content, not_before)
                SELECT $1, $2, $3, $8, $4, huiyin_now() + make_interval(secs => $5::double precision)
                  FROM asked
                 WHERE fresh
                    ON CONFLICT (key) DO NOTHING
                RETURNING id, attempts)
            SELECT CASE WHEN NOT fresh                      THEN 'STALE'
                        WHEN EXISTS (SELECT 1 FROM kept)    THEN 'NEW'
                        ELSE 'KNOWN' END AS how,
                   coalesce((SELECT id FROM kept), 0) AS id,
                   extract(epoch FROM huiyin_now())::bigint AS now
              FROM asked
            """;

    private static final String CLAIM = """
            UPDATE wechat_push
               SET attempts = attempts + 1,
                   not_before = huiyin_now() + make_interval(secs => $1::double precision)
             WHERE id = ANY (ARRAY(
                       SELECT id
                         FROM wechat_push
                        WHERE state = 'WAITING'
                          AND not_before <= huiyin_now()
                        ORDER BY not_before, id
                        LIMIT $2
                          FOR UPDATE SKIP LOCKED))
            RETURNING id, key, app, kind, owed, content, attempts, failures
            """;

    private static final String SETTLE = """
            UPDATE wechat_push
               SET state = $3,
                   owed = owed OR $8,
                   content = CASE WHEN $3 <> 'DONE' THEN coalesce($4, content) END,
                   answer = coalesce($5, answer),
                   failures = CASE WHEN $8 AND NOT owed THEN 0
                                   ELSE failures + ($6::text IS NOT NULL)::integer END,
                   last_error = coalesce(left($6, 300), last_error),
                   not_before = huiyin_now() + make_interval(secs => $7::double precision),
                   finished_at = CASE WHEN $3 <> 'WAITING' THEN huiyin_now() END
             WHERE id = $1
               AND attempts = $2
               AND state = 'WAITING'
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;
    private final Vault vault;

    Pushes(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** What became of writing one down. */
    enum How {
        NEW,
        /** The same was here before. */
        KNOWN,
        /** Its timestamp is too far from the time. */
        STALE
    }

    /** @param now seconds since 1970, of the one clock */
    record Kept(How how, long id, long now) {}

    /** Writes it down, ours for as long as the lease; once for each key. What nobody listens to is kept if it is an event. */
    Mono<Kept> keep(Pushed pushed, String key, boolean heard, long timestamp, Duration fresh, Duration lease) {
        var statement = database.sql(KEEP)
                .bind("$1", key)
                .bind("$2", pushed.app().name())
                .bind("$3", pushed.kind())
                .bind("$5", seconds(lease))
                .bind("$6", timestamp)
                .bind("$7", fresh.toSeconds())
                .bind("$8", heard ? "WAITING" : "UNHEARD");
        return (heard || pushed.isEvent()
                        ? statement.bind("$4", seal(key, pushed))
                        : statement.bindNull("$4", String.class))
                .map(row -> new Kept(
                        How.valueOf(of(row, "how", String.class)),
                        of(row, "id", Long.class),
                        of(row, "now", Long.class)))
                .one();
    }

    /** Keeps a step of our own that is to be done soon; once for each key. */
    Mono<Void> promise(String key, String kind, Pushed about) {
        return database.sql("""
                        INSERT INTO wechat_push (key, app, kind, content, attempts, not_before)
                        VALUES ($1, $2, $3, $4, 0, huiyin_now())
                            ON CONFLICT (key) DO NOTHING
                        """)
                .bind("$1", key)
                .bind("$2", about.app().name())
                .bind("$3", kind)
                .bind("$4", seal(key, about))
                .then();
    }

    /** A push in hand. */
    record Claimed(
            long id,
            String key,
            PushApp app,
            String kind,
            boolean owed,
            @Nullable String content,
            int attempts,
            int failures) {

        /** As it came in, in the hands of whoever wrote it down. */
        static Claimed of(long id, String key, Pushed pushed) {
            return new Claimed(id, key, pushed.app(), pushed.kind(), false, null, 1, 0);
        }

        private Claimed owing(String answer) {
            return new Claimed(id, key, app, kind, true, answer, attempts, 0);
        }
    }

    /** What was left over and is due; ours for as long as the lease. */
    Mono<List<Claimed>> claim(int most, Duration lease) {
        return database.sql(CLAIM)
                .bind("$1", seconds(lease))
                .bind("$2", (long) most)
                .map(row -> new Claimed(
                        of(row, "id", Long.class),
                        of(row, "key", String.class),
                        PushApp.valueOf(of(row, "app", String.class)),
                        of(row, "kind", String.class),
                        of(row, "owed", Boolean.class),
                        row.get("content", String.class),
                        of(row, "attempts", Integer.class),
                        of(row, "failures", Integer.class)))
                .all()
                .collectList();
    }

    Pushed pushed(Claimed claimed) {
        return open(claimed.key(), claimed.content(), Pushed.class);
    }

    Owed owed(Claimed claimed) {
        return open(claimed.key(), claimed.content(), Owed.class);
    }

    /** Done, and this was said on the line. */
    Mono<Void> done(Claimed claimed, String answer) {
        return settle(
                claimed,
                "DONE",
                null,
                answer.isEmpty() ? null : seal(claimed.key(), new Owed("", answer)),
                null,
                Duration.ZERO);
    }

    /** Done with a remark. */
    Mono<Void> letGo(Claimed claimed, String why) {
        return settle(claimed, "DONE", null, null, why, Duration.ZERO);
    }

    /** Handled; its answer is still to be sent, by us for as long as the lease. */
    Mono<Claimed> owe(Claimed claimed, Owed answer, Duration lease) {
        var owing = claimed.owing(seal(claimed.key(), answer));
        return settle(owing, "WAITING", owing.content(), null, null, lease).thenReturn(owing);
    }

    Mono<Void> later(Claimed claimed, Duration after, @Nullable String why) {
        return settle(claimed, "WAITING", null, null, why, after);
    }

    Mono<Void> park(Claimed claimed, String why) {
        return settle(claimed, "PARKED", null, null, why, Duration.ZERO);
    }

    /** What was said to it before; empty while nobody has finished with it. */
    Mono<String> before(String key) {
        return database.sql("SELECT answer FROM wechat_push WHERE key = $1 AND (owed OR state <> 'WAITING')")
                .bind("$1", key)
                .map(row -> {
                    var answer = row.get("answer", String.class);
                    return answer == null ? "" : open(key, answer, Owed.class).text();
                })
                .one();
    }

    /** Forgets answers that nobody asks for any more, and old pushes; says how many pushes. */
    Mono<Long> forget(Duration answersKept, Duration kept, int most) {
        return database.sql("""
                        WITH silent AS (
                            UPDATE wechat_push
                               SET answer = NULL
                             WHERE id = ANY (ARRAY(
                                       SELECT id
                                         FROM wechat_push
                                        WHERE answer IS NOT NULL
                                          AND finished_at < huiyin_now() - make_interval(secs => $1::double precision)
                                          AND received_at >= huiyin_now() - make_interval(secs => $2::double precision)
                                        LIMIT $3)))
                        DELETE FROM wechat_push
                         WHERE id = ANY (ARRAY(
                                   SELECT id
                                     FROM wechat_push
                                    WHERE received_at < huiyin_now() - make_interval(secs => $2::double precision)
                                      AND state <> 'WAITING'
                                    LIMIT $3))
                        """)
                .bind("$1", seconds(answersKept))
                .bind("$2", seconds(kept))
                .bind("$3", (long) most)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> settle(
            Claimed claimed,
            String state,
            @Nullable String content,
            @Nullable String answer,
            @Nullable String error,
            Duration after) {
        var statement = database.sql(SETTLE)
                .bind("$1", claimed.id())
                .bind("$2", claimed.attempts())
                .bind("$3", state)
                .bind("$7", seconds(after))
                .bind("$8", claimed.owed());
        statement = content == null ? statement.bindNull("$4", String.class) : statement.bind("$4", content);
        statement = answer == null ? statement.bindNull("$5", String.class) : statement.bind("$5", answer);
        return (error == null ? statement.bindNull("$6", String.class) : statement.bind("$6", error)).then();
    }

    private String seal(String key, Object content) {
        return vault.seal(JSON.writeValueAsString(content), context(key)).value();
    }

    private <T> T open(String key, @Nullable String content, Class<T> type) {
        return JSON.readValue(vault.open(new Sealed(Objects.requireNonNull(content)), context(key)), type);
    }

    private static String context(String key) {
        return "wechat_push/" + key;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static <T> T of(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
