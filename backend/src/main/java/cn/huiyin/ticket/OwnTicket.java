package cn.huiyin.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as one talks about it with somebody.
 *
 * @param matter the first twenty characters
 * @param category its name, such as 路灯损坏
 * @param place in words
 * @param stage in a word, such as 跟进中
 * @param unit who has it now
 * @param person who of that unit took it up
 * @param answer the last reply
 * @param rateable there is an answer that nobody has rated, not too old
 * @param mine it is the asker's own
 */
public record OwnTicket(
        String no,
        String matter,
        String description,
        @Nullable String category,
        String place,
        Standing standing,
        String stage,
        @Nullable String unit,
        @Nullable String person,
        @Nullable Promise next,
        @Nullable String answer,
        boolean rateable,
        boolean mine) {

    /** How far it has got, roughly. */
    public enum Standing {
        /** Somebody still owes an answer. */
        OPEN,
        ANSWERED,
        /** Archived or taken back. */
        CLOSED
    }

    /** What is promised next. */
    public record Promise(String kind, Instant dueAt, boolean late, boolean paused) {}
}
