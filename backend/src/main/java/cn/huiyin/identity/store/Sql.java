package cn.huiyin.identity.store;

import cn.huiyin.identity.AccountId;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns and parameters as the stores of this module read and write them. */
final class Sql {

    private Sql() {}

    static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    static AccountId id(Readable row, String column) {
        return new AccountId(Objects.requireNonNull(row.get(column, Long.class)));
    }

    static String string(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
