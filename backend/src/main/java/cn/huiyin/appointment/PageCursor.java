package cn.huiyin.appointment;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where the next part of a list by time begins: behind this moment and this id. */
public record PageCursor(Instant at, String id) {

    /** Before everything. */
    public static final PageCursor START = new PageCursor(Instant.EPOCH, "0");

    /** Refuses what was never handed out. */
    public static PageCursor read(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return START;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            int gap = plain.indexOf(' ');
            var cursor = new PageCursor(Instant.parse(plain.substring(0, gap)), plain.substring(gap + 1));
            if (!cursor.id.matches("[A-Z]{0,2}\\d{1,18}") || cursor.at.isAfter(Instant.parse("2999-01-01T00:00:00Z"))) {
                throw broken();
            }
            return cursor;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException garbled) {
            throw broken();
        }
    }

    String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The id where it is a number. */
    long number() {
        return SlotId.read(id).orElseThrow(PageCursor::broken).value();
    }

    private static Refusal broken() {
        return Refusal.invalid(new Fault("cursor", "翻页位置无效，请从第一页开始"));
    }
}
