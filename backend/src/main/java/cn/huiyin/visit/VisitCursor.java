package cn.huiyin.visit;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the next part of a list by time begins: behind this moment and this id. */
public record VisitCursor(Instant at, String id) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{0,64}");
    private static final Instant FARTHEST = Instant.parse("2999-01-01T00:00:00Z");

    /** Before everything, the oldest first. */
    public static final VisitCursor FIRST = new VisitCursor(Instant.EPOCH, "");

    /** Before everything, the newest first. */
    public static final VisitCursor NEWEST = new VisitCursor(FARTHEST, "");

    /** Refuses what was never handed out. */
    public static VisitCursor read(@Nullable String written, VisitCursor start) {
        if (written == null || written.isEmpty()) {
            return start;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            int gap = plain.indexOf(' ');
            var cursor = new VisitCursor(Instant.parse(plain.substring(0, gap)), plain.substring(gap + 1));
            if (!ID.matcher(cursor.id).matches() || cursor.at.isAfter(FARTHEST) || cursor.at.isBefore(Instant.EPOCH)) {
                throw broken();
            }
            return cursor;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException garbled) {
            throw broken();
        }
    }

    public String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static Refusal broken() {
        return Refusal.invalid(new Fault("cursor", "翻页位置无效，请从第一页开始"));
    }
}
