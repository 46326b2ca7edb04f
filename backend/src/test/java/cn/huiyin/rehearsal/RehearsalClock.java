package cn.huiyin.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Moves the one clock that deadlines and the outbox obey ({@code huiyin_now()}). The methods without a Mono wait for the
 * database and are for tests.
 */
public final class RehearsalClock {

    private static final String NOW = "SELECT huiyin_now() AS now";

    private final DatabaseClient database;

    public RehearsalClock(DatabaseClient database) {
        this.database = database;
    }

    public Instant now() {
        return waitFor(reading());
    }

    /** Sets the clock ahead; it goes on running, or standing, from there. */
    public Instant advance(Duration by) {
        return waitFor(advancing(by));
    }

    /** Sets the clock to this moment; it goes on running from there. */
    public Instant setTo(Instant moment) {
        return waitFor(change(
                "UPDATE rehearsal_clock SET standing = NULL, ahead = $1::timestamptz - clock_timestamp()", moment));
    }

    /** Sets the clock to this moment, where it stands still until it is moved again. */
    public Instant stopAt(Instant moment) {
        return waitFor(change("UPDATE rehearsal_clock SET standing = $1::timestamptz", moment));
    }

    Mono<Instant> reading() {
        return database.sql(NOW)
                .map(row -> Objects.requireNonNull(row.get("now", OffsetDateTime.class))
                        .toInstant())
                .one();
    }

    Mono<Instant> advancing(Duration by) {
        return database.sql("""
                        UPDATE rehearsal_clock
                        SET ahead = ahead + make_interval(secs => $1::double precision),
                            standing = standing + make_interval(secs => $1::double precision)
                        """).bind("$1", by.toMillis() / 1000.0).then().then(Mono.defer(this::reading));
    }

    private Mono<Instant> change(String sql, Instant moment) {
        return database.sql(sql)
                .bind("$1", moment.atOffset(ZoneOffset.UTC))
                .then()
                .then(Mono.defer(this::reading));
    }

    private static Instant waitFor(Mono<Instant> moment) {
        return Objects.requireNonNull(moment.block(Duration.ofSeconds(10)));
    }
}
