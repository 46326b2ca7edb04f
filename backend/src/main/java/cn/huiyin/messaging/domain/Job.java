package cn.huiyin.messaging.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was claimed and is ours until its lease ends.
 *
 * @param attempts the fencing token of this claim
 * @param parent the row without a recipient that this one was spread from
 * @param recipient null where the subject names the audience
 * @param failures tries that failed in a way worth trying again
 * @param channel the channel of a call whose end nobody knows
 * @param attemptStarted when that call began; null where no call is open
 * @param unknownSince when the first of a row of such calls began
 * @param tried channels that did not reach the person, each with its reason
 * @param now the database's clock at the claim
 */
public record Job(
        long id,
        int attempts,
        String street,
        String occasion,
        String dedupKey,
        @Nullable Long parent,
        String subjectKind,
        String subjectId,
        @Nullable Long recipient,
        Map<String, String> facts,
        int failures,
        @Nullable String channel,
        @Nullable Instant attemptStarted,
        @Nullable Instant unknownSince,
        Map<String, String> tried,
        Instant dueAt,
        Instant now) {

    /** A call was begun and nobody wrote down how it ended. */
    public boolean inDoubt() {
        return attemptStarted != null && channel != null;
    }

    /** Since when it may have arrived without our knowing. */
    public Instant doubtedSince() {
        if (unknownSince != null) {
            return unknownSince;
        }
        return attemptStarted != null ? attemptStarted : now;
    }

    public Job with(Map<String, String> facts) {
        return new Job(
                id,
                attempts,
                street,
                occasion,
                dedupKey,
                parent,
                subjectKind,
                subjectId,
                recipient,
                facts,
                failures,
                channel,
                attemptStarted,
                unknownSince,
                tried,
                dueAt,
                now);
    }

    /** The same for every try, so that a platform that can tells doubles by it. */
    public String clientMsgId() {
        return "hy" + id;
    }
}
