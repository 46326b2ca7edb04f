package cn.huiyin.oversight.web;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins, as clients carry it. */
final class Cursors {

    private static final LocalDate FARTHEST = LocalDate.of(2999, 12, 31);

    private Cursors() {}

    static String written(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses what was never handed out. */
    static <T> T read(@Nullable String cursor, T start, Function<String[], T> of) {
        if (cursor == null || cursor.isEmpty()) {
            return start;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (plain.indexOf('\0') >= 0) {
                throw broken();
            }
            return of.apply(plain.split(" ", 2));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException garbled) {
            throw broken();
        }
    }

    /** A day that the database can hold. */
    static LocalDate day(String written) {
        LocalDate day = LocalDate.parse(written);
        if (day.isBefore(LocalDate.EPOCH) || day.isAfter(FARTHEST)) {
            throw broken();
        }
        return day;
    }

    private static Refusal broken() {
        return Refusal.invalid(new Fault("cursor", "翻页标记不正确，请从第一页重新查看"));
    }
}
