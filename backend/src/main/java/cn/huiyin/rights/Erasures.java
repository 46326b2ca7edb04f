package cn.huiyin.rights;

import static java.util.Objects.requireNonNull;

import cn.huiyin.rights.Erasure.State;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers requests to be forgotten. */
@Repository
class Erasures {

    private static final String COLUMNS = "id, account, state, asked_at, due_at, done_at, done";

    private final DatabaseClient database;

    Erasures(DatabaseClient database) {
        this.database = database;
    }

    /** A request and whose it is. */
    record Asked(long account, Erasure erasure) {}

    /** The one that waits, if there is one already. */
    Mono<Erasure> ask(long account, Duration coolingOff) {
        return database.sql("""
                        WITH asked AS (
                            INSERT INTO erasure (account, due_at)
                            VALUES (:account, huiyin_now() + make_interval(secs => :cooling))
                                ON CONFLICT (account) WHERE state = 'WAITING' DO UPDATE SET account = excluded.account
                            RETURNING *)
                        SELECT %s, audit_append('ERASURE_ASKED', account, 'account/' || account, '{}') IS NULL AS kept
                          FROM asked
                        """.formatted(COLUMNS))
                .bind("account", account)
                .bind("cooling", (double) coolingOff.toSeconds())
                .map(row -> read(row).erasure())
                .one();
    }

    /** Newest first, at most 20. */
    Flux<Erasure> of(long account) {
        return database.sql("SELECT " + COLUMNS + " FROM erasure WHERE account = :account ORDER BY id DESC LIMIT 20")
                .bind("account", account)
                .map(row -> read(row).erasure())
                .all();
    }

    Mono<Erasure> find(long account, long id) {
        return of(account)
                .filter(erasure -> erasure.id().equals(Long.toString(id)))
                .next();
    }

    /** Empty where it waits no more. */
    Mono<Erasure> withdraw(long account, long id) {
        return database.sql("""
                        UPDATE erasure
                           SET state = 'WITHDRAWN', done_at = huiyin_now()
                         WHERE id = :id AND account = :account AND state = 'WAITING'
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("id", id)
                .bind("account", account)
                .map(row -> read(row).erasure())
                .one();
    }

    /** The next whose time has come, held until the transaction around it ends. */
    Mono<Asked> next() {
        return database.sql("""
                        SELECT %s
                          FROM erasure
                         WHERE state = 'WAITING' AND due_at <= huiyin_now()
                         ORDER BY due_at, id
                         LIMIT 1
                           FOR UPDATE SKIP LOCKED
                        """.formatted(COLUMNS)).map(Erasures::read).one();
    }

    Mono<Void> end(String id, State state, List<String> done) {
        return database.sql("""
                        UPDATE erasure
                           SET state = :state, done_at = huiyin_now(), done = :done
                         WHERE id = :id
                        """)
                .bind("id", Long.parseLong(id))
                .bind("state", state.name())
                .bind("done", done.toArray(String[]::new))
                .then();
    }

    private static Asked read(Readable row) {
        OffsetDateTime done = row.get("done_at", OffsetDateTime.class);
        return new Asked(
                requireNonNull(row.get("account", Long.class)),
                new Erasure(
                        Long.toString(requireNonNull(row.get("id", Long.class))),
                        State.valueOf(requireNonNull(row.get("state", String.class))),
                        requireNonNull(row.get("asked_at", OffsetDateTime.class))
                                .toInstant(),
                        requireNonNull(row.get("due_at", OffsetDateTime.class)).toInstant(),
                        done == null ? null : done.toInstant(),
                        List.of(requireNonNull(row.get("done", String[].class)))));
    }
}
