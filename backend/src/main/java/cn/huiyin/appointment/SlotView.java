package cn.huiyin.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that can be booked, as the contract shows it.
 *
 * @param time in words, such as 8月3日（周一）14:00–14:30
 * @param at HOME or POINT
 * @param place where, in words
 * @param free places left; 0 for a slot that is full or closed
 * @param waiting how many wait for a place
 * @param offHours 错时: in the evening, early, or on a day that is not worked
 * @param bookable whether residents may still book it or wait for it
 * @param etag what {@code If-Match} wants when staff change it
 */
public record SlotView(
        String id,
        String service,
        String serviceName,
        String staffId,
        String staffName,
        Instant startsAt,
        Instant endsAt,
        String time,
        Where at,
        String place,
        int capacity,
        int free,
        int waiting,
        boolean offHours,
        Instant bookUntil,
        Instant cancelUntil,
        boolean bookable,
        boolean closed,
        @Nullable String note,
        String etag) {

    /** Where it takes place. */
    public enum Where {
        HOME,
        POINT
    }
}
