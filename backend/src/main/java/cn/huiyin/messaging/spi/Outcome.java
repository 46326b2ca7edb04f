package cn.huiyin.messaging.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message that was handed over. */
public sealed interface Outcome {

    /** Taken by the platform. */
    record Delivered(@Nullable String receipt) implements Outcome {}

    /**
     * Not taken, worth another try. {@code after} where the platform names a time, else the retry ladder decides; after
     * the first try the longer of the two.
     */
    record Retry(String reason, @Nullable Duration after) implements Outcome {}

    /**
     * Not taken, and no other message would be now: the platform is away, or refuses us altogether. No message's fault, so
     * none is given up for it. {@code after} where it is known when another try makes sense.
     */
    record Down(String reason, @Nullable Duration after) implements Outcome {}

    /** The day's quota is used up; wait until it resets. */
    record Park(String reason) implements Outcome {}

    /** This channel does not reach this person now; try the next one. */
    record NextChannel(Cause cause, String reason) implements Outcome {}

    /** The template itself is refused: stop using it, alarm, go on with the next channel. */
    record StopTemplate(String reason) implements Outcome {}

    /** The message is refused for its content: keep it for an operator, alarm. */
    record Dead(String reason) implements Outcome {}

    /** Nobody knows whether it arrived: the call was cut off or timed out. */
    record Unknown(String reason) implements Outcome {}

    /** Why a channel does not reach a person. */
    enum Cause {
        /** No one-time grant is left; the ledger is set to zero. */
        GRANT_GONE,
        /** The address is not, or no longer, valid for this channel. */
        RECIPIENT_OFF,
        /** Does not follow the official account. */
        NOT_FOLLOWER,
        /** The window in which this channel may be used is closed. */
        WINDOW_CLOSED
    }
}
