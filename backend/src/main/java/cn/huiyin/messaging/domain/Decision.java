package cn.huiyin.messaging.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was decided about the way of a message, kept with it: why did she get it this way?
 *
 * @param at by the database's clock
 * @param channel the channel it is about; null where it is about the message as a whole
 * @param decision what was decided
 * @param reason a plain Chinese sentence
 */
public record Decision(Instant at, @Nullable String channel, What decision, String reason) {

    /** What can be decided. */
    public enum What {
        /** The rule of the policy that counts. */
        RULE,
        /** This channel is open and tried in its turn. */
        OPEN,
        /** This channel is not tried. */
        CLOSED,
        /** Not now; in the inbox already. */
        HELD,
        /** Told together with others, in one message. */
        SUMMARISED,
        /** Nobody can be reached outside the program: what is done instead. */
        INSIDE
    }
}
