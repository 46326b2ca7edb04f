package cn.huiyin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Times as the contract writes them: {@code 2026-11-22T09:30:00+08:00}, with milliseconds only where there are any. */
final class Rfc3339 {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** Four-digit years from 1900 on; more would be a slip of the pen and not every part of the service can hold it. */
    private static final Pattern SHAPE =
            Pattern.compile("(19|2\\d)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Rfc3339() {}

    static String write(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atOffset(CHINA));
    }

    /** Any offset is understood, but there must be one; throws {@link DateTimeException} for anything else. */
    static Instant read(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new DateTimeException("not a time of RFC 3339");
        }
        return OffsetDateTime.parse(text).toInstant();
    }
}
