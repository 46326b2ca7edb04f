package cn.huiyin.problem;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says, by the start of its SQLSTATE (PostgreSQL manual, appendix A). */
final class StoreFailures {

    private static final Refusal UNSTORABLE = Refusal.of(422, "INVALID_INPUT", "内容里有不能保存的字符或过大的数字，请检查后再提交");

    private static final List<Row> TABLE = List.of(
            new Row("08", Failures.STORE_AWAY), // connection
            new Row("25006", Failures.STORE_AWAY), // read-only: a failover under way
            new Row("40", Failures.STORE_AWAY), // rolled back: deadlock, serialization
            new Row("53", Failures.STORE_AWAY), // no room: disk, memory, connections
            new Row("55P03", Failures.STORE_AWAY), // a lock was not to be had in time
            new Row("57", Failures.STORE_AWAY), // statement too long, shutting down, starting up
            new Row("58", Failures.STORE_AWAY), // the machine beneath
            new Row("22001", UNSTORABLE), // longer than the column
            new Row("22003", UNSTORABLE), // number out of range
            new Row("22008", UNSTORABLE), // date out of range
            new Row("22021", UNSTORABLE), // not a character: U+0000
            new Row("22P05", UNSTORABLE)); // the same inside JSON

    private StoreFailures() {}

    static @Nullable Refusal explain(R2dbcException failure) {
        String state = failure.getSqlState();
        if (state != null && !state.isEmpty()) {
            return TABLE.stream()
                    .filter(row -> state.startsWith(row.state))
                    .map(Row::says)
                    .findFirst()
                    .orElse(null);
        }
        return isAway(failure) ? Failures.STORE_AWAY : null;
    }

    private static boolean isAway(R2dbcException failure) {
        return failure instanceof R2dbcTimeoutException
                || failure instanceof R2dbcTransientException
                || failure instanceof R2dbcNonTransientResourceException;
    }

    private record Row(String state, Refusal says) {}
}
