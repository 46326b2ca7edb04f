package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Preference;
import cn.huiyin.messaging.domain.QuietHours;
import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How people want to be told, and who agreed to be told as an employee. */
@Component
public class Preferences {

    private final DatabaseClient database;

    public Preferences(DatabaseClient database) {
        this.database = database;
    }

    /** Those of somebody who never said anything are none. */
    public Mono<Wishes> of(long account) {
        return database.sql("""
                        SELECT p.quiet_from, p.quiet_to, p.daily, p.left_out, b.account IS NOT NULL AS employee
                          FROM (SELECT $1::bigint AS account) AS asked
                          LEFT JOIN message_preference AS p ON p.account = asked.account
                          LEFT JOIN employee_binding AS b ON b.account = asked.account
                        """)
                .bind("$1", account)
                .map(row -> new Wishes(preference(row), Boolean.TRUE.equals(row.get("employee", Boolean.class))))
                .one();
    }

    public Mono<Void> keep(long account, Preference preference) {
        var statement = database.sql("""
                        INSERT INTO message_preference (account, quiet_from, quiet_to, daily, left_out)
                        VALUES ($1, $2, $3, $4, $5)
                            ON CONFLICT (account) DO UPDATE
                           SET quiet_from = excluded.quiet_from,
                               quiet_to = excluded.quiet_to,
                               daily = excluded.daily,
                               left_out = excluded.left_out,
                               changed_at = huiyin_now()
                        """)
                .bind("$1", account)
                .bind("$4", preference.daily())
                .bind("$5", preference.leftOut().stream().sorted().toArray(String[]::new));
        var quiet = preference.quiet();
        return time(time(statement, "$2", quiet == null ? null : quiet.from()), "$3", quiet == null ? null : quiet.to())
                .then();
    }

    /** They agreed in WeChat, or took it back. */
    public Mono<Void> bind(long account, boolean bound) {
        return database.sql(
                        bound
                                ? "INSERT INTO employee_binding (account) VALUES ($1) ON CONFLICT (account) DO NOTHING"
                                : "DELETE FROM employee_binding WHERE account = $1")
                .bind("$1", account)
                .then();
    }

    private static GenericExecuteSpec time(GenericExecuteSpec statement, String name, @Nullable LocalTime time) {
        return time == null ? statement.bindNull(name, LocalTime.class) : statement.bind(name, time);
    }

    static Preference preference(Readable row) {
        var from = row.get("quiet_from", LocalTime.class);
        var to = row.get("quiet_to", LocalTime.class);
        var leftOut = row.get("left_out", String[].class);
        return new Preference(
                from == null || to == null ? null : new QuietHours(from, to),
                Boolean.TRUE.equals(row.get("daily", Boolean.class)),
                leftOut == null ? Set.of() : Set.copyOf(Arrays.asList(leftOut)));
    }

    /** @param employee agreed to be told as an employee */
    public record Wishes(Preference preference, boolean employee) {}
}
