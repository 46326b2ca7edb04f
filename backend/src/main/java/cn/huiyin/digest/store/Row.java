package cn.huiyin.digest.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Counts as a statement of this room answers them. */
record Row(Readable row) {

    int count(String column) {
        return Math.toIntExact(requireNonNull(row.get(column, Long.class)));
    }

    @Nullable String text(String column) {
        return row.get(column, String.class);
    }

    /** Mean of so many scores that come to this sum, to one digit; null of none. */
    static @Nullable Double mean(int sum, int of) {
        return of == 0 ? null : Math.round(10.0 * sum / of) / 10.0;
    }
}
