package cn.huiyin.wechat;

import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is done about an answer of WeChat. The first three groups are for messages, the last for a person who waits. */
enum Reaction {
    // Again, sooner or later
    /** Try again by the outbox's own ladder. */
    TRY_AGAIN,
    /** Try again in two seconds: one message at a time for each person. */
    ONE_AFTER_ANOTHER,
    /** Try again in a minute: we are too fast. */
    SLOW_DOWN,
    /** Try again in an hour: WeChat holds it back. */
    HOLD,
    /** Wait until the day's quota starts anew. */
    TOMORROW,
    /** Fetch a new access token once and send once more; refused again, try again later. */
    NEW_TOKEN,
    /** Our own settings at WeChat are wrong: tell the operator once, keep still for ten minutes, then try again. */
    ALARM,

    // Another way to the same person
    /** The grant is used up: the ledger says zero, next channel. */
    GRANT_GONE,
    /** The address is not valid (any more): next channel. */
    RECIPIENT_OFF,
    /** Does not follow the official account: next channel. */
    NOT_FOLLOWER,
    /** This channel is closed for this person for now: next channel. */
    WINDOW_CLOSED,

    // Not like this
    /** The template may not be used: stop it, tell the operator, next channel. */
    STOP_TEMPLATE,
    /** The content is refused: keep it for an operator to see. */
    DEAD_LETTER,

    // To a person who waits
    /** The login code is of no use: the client logs in again. */
    LOG_IN_AGAIN,
    /** WeChat does not let this person in: refuse. */
    REFUSE,
    /** The phone code is of no use: ask for a new one. */
    NEW_CODE,

    // For the content check and the mini-program code
    /** Nobody can tell: a human looks. */
    HUMAN_LOOKS,
    /** The check was lost: hand it in again. */
    SUBMIT_AGAIN,
    /** The page is not in the released mini-program: tell the operator. */
    RELEASE_PAGE;

    static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** An operator has something to do. */
    boolean alarms() {
        return switch (this) {
            case ALARM, STOP_TEMPLATE, DEAD_LETTER, RELEASE_PAGE -> true;
            default -> false;
        };
    }

    /** What the outbox is told. */
    Outcome outcome(String reason) {
        return switch (this) {
            case TRY_AGAIN, NEW_TOKEN -> retry(reason, null);
            case ONE_AFTER_ANOTHER -> retry(reason, Duration.ofSeconds(2));
            case SLOW_DOWN -> retry(reason, Duration.ofMinutes(1));
            case HOLD -> retry(reason, Duration.ofHours(1));
            case ALARM -> new Outcome.Down(reason, TEN_MINUTES);
            case TOMORROW -> new Outcome.Park(reason);
            case GRANT_GONE -> new Outcome.NextChannel(Cause.GRANT_GONE, reason);
            case RECIPIENT_OFF -> new Outcome.NextChannel(Cause.RECIPIENT_OFF, reason);
            case NOT_FOLLOWER -> new Outcome.NextChannel(Cause.NOT_FOLLOWER, reason);
            case WINDOW_CLOSED -> new Outcome.NextChannel(Cause.WINDOW_CLOSED, reason);
            case STOP_TEMPLATE -> new Outcome.StopTemplate(reason);
            case DEAD_LETTER, LOG_IN_AGAIN, REFUSE, NEW_CODE, HUMAN_LOOKS, SUBMIT_AGAIN, RELEASE_PAGE ->
                new Outcome.Dead(reason);
        };
    }

    private static Outcome retry(String reason, @Nullable Duration after) {
        return new Outcome.Retry(reason, after);
    }
}
