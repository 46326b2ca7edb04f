package cn.huiyin.messaging.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about a message after a step.
 *
 * @param state where it stands now
 * @param after when it is tried again; null where it is not, or goes on at once
 * @param tomorrow tried again when the platform's day begins, 00:00 in Shanghai
 * @param failed one more rung of the retry ladder is used up
 * @param doubt the call may have arrived: keep what is known about it
 * @param grant what becomes of the one-time grant that was spent for the call
 * @param channel the channel it concerns, or that took it in the end
 * @param notReached why this channel does not reach the person; the next one is tried
 */
public record Settlement(
        State state,
        @Nullable Duration after,
        boolean tomorrow,
        boolean failed,
        boolean doubt,
        Grant grant,
        @Nullable String channel,
        @Nullable String notReached,
        @Nullable String error,
        @Nullable String receipt) {

    /** In the inbox, and nowhere else. */
    public static final String INBOX = "INBOX";

    /** Given to a human. */
    public static final String TODO = "TODO";

    /** Where a message stands. */
    public enum State {
        WAITING,
        SENT,
        SPREAD,
        WITHDRAWN,
        DEAD
    }

    /** What becomes of a grant. */
    public enum Grant {
        /** Used by the platform, or perhaps so. */
        SPENT,
        /** Surely not used. */
        BACK,
        /** The platform says that none is left. */
        NONE_LEFT
    }

    /** It reached nobody outside the program: it is in the inbox, or with a human. */
    public static Settlement inside(String where, @Nullable String why) {
        return new Settlement(State.SENT, null, false, false, false, Grant.SPENT, where, null, why, null);
    }

    public static Settlement sent(String channel, @Nullable String receipt) {
        return new Settlement(State.SENT, null, false, false, false, Grant.SPENT, channel, null, null, receipt);
    }

    /** Perhaps sent, and not to be sent twice. */
    public static Settlement keptInDoubt(String channel, String reason) {
        return new Settlement(State.SENT, null, false, false, false, Grant.SPENT, channel, null, reason, null);
    }

    public static Settlement again(Duration after, String reason) {
        return new Settlement(State.WAITING, after, false, true, false, Grant.BACK, null, null, reason, null);
    }

    public static Settlement againInDoubt(Duration after, String reason) {
        return new Settlement(State.WAITING, after, false, true, true, Grant.SPENT, null, null, reason, null);
    }

    /** Not tried, and not its fault: what is known of it stays, and no rung of the ladder is used up. */
    public static Settlement putOff(Duration after, boolean inDoubt, String reason) {
        return new Settlement(State.WAITING, after, false, false, inDoubt, Grant.SPENT, null, null, reason, null);
    }

    /** Surely not taken, and not its fault: no rung of the ladder is used up, and the grant comes back. */
    public static Settlement notTaken(Duration after, String reason) {
        return new Settlement(State.WAITING, after, false, false, false, Grant.BACK, null, null, reason, null);
    }

    public static Settlement tomorrow(String reason) {
        return new Settlement(State.WAITING, null, true, false, false, Grant.BACK, null, null, reason, null);
    }

    public static Settlement tomorrowInDoubt(String reason) {
        return new Settlement(State.WAITING, null, true, false, true, Grant.SPENT, null, null, reason, null);
    }

    public static Settlement next(String channel, Grant grant, String notReached, String reason) {
        return new Settlement(State.WAITING, null, false, false, false, grant, channel, notReached, reason, null);
    }

    /** Refused by the platform, so that the grant is unused. */
    public static Settlement dead(String channel, String reason) {
        return new Settlement(State.DEAD, null, false, false, false, Grant.BACK, channel, null, reason, null);
    }

    /** Given up without a refusal: an earlier call may have used its grant. */
    public static Settlement givenUp(@Nullable String channel, String reason) {
        return new Settlement(State.DEAD, null, false, false, false, Grant.SPENT, channel, null, reason, null);
    }

    public static Settlement withdrawn(String why) {
        return new Settlement(State.WITHDRAWN, null, false, false, false, Grant.SPENT, null, null, why, null);
    }

    /** It is over, and nothing went out. */
    public boolean reachedNobody() {
        return state == State.DEAD || state == State.SENT && (INBOX.equals(channel) || TODO.equals(channel));
    }

    /** The next channel is to be tried at once. */
    public boolean goesOn() {
        return notReached != null;
    }
}
