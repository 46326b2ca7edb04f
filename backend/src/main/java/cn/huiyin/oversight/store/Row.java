package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row as the statements of this room answer it. */
record Row(Readable row) {

    String text(String column) {
        return requireNonNull(row.get(column, String.class), column);
    }

    @Nullable String textOrNull(String column) {
        return row.get(column, String.class);
    }

    int count(String column) {
        return requireNonNull(row.get(column, Integer.class), column);
    }

    long number(String column) {
        return requireNonNull(row.get(column, Long.class), column);
    }

    @Nullable Long numberOrNull(String column) {
        return row.get(column, Long.class);
    }

    boolean is(String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    Instant time(String column) {
        return requireNonNull(timeOrNull(column), column);
    }

    @Nullable Instant timeOrNull(String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    LocalDate day(String column) {
        return requireNonNull(row.get(column, LocalDate.class), column);
    }

    @Nullable LocalDate dayOrNull(String column) {
        return row.get(column, LocalDate.class);
    }

    <E extends Enum<E>> E word(String column, Class<E> kind) {
        return Enum.valueOf(kind, text(column));
    }

    <E extends Enum<E>> @Nullable E wordOrNull(String column, Class<E> kind) {
        String word = textOrNull(column);
        return word == null ? null : Enum.valueOf(kind, word);
    }
}
