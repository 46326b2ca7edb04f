package cn.huiyin.ticket.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a ticket has got.
 *
 * @param round 1, and one more with each reopening; a rating belongs to one round
 * @param rated somebody has rated this round's answer
 * @param answer the last reply
 * @param endedAt when it was archived or taken back
 */
public record Progress(
        Stage stage,
        boolean supervised,
        int round,
        boolean rated,
        @Nullable String answer,
        @Nullable Instant nudgedAt,
        int nudges,
        @Nullable Instant endedAt) {

    public static final Progress FILED = new Progress(Stage.SUBMITTED, false, 1, false, null, null, 0, null);

    Progress in(Stage next) {
        return new Progress(next, supervised, round, rated, answer, nudgedAt, nudges, endedAt);
    }

    Progress underSupervision() {
        return new Progress(stage, true, round, rated, answer, nudgedAt, nudges, endedAt);
    }

    Progress answered(@Nullable String words) {
        return new Progress(stage, supervised, round, false, words, nudgedAt, nudges, endedAt);
    }

    Progress ratedNow() {
        return new Progress(stage, supervised, round, true, answer, nudgedAt, nudges, endedAt);
    }

    Progress reopened() {
        return new Progress(stage, supervised, round + 1, false, answer, nudgedAt, nudges, null);
    }

    Progress nudged(Instant at) {
        return new Progress(stage, supervised, round, rated, answer, at, nudges + 1, endedAt);
    }

    Progress ended(Instant at) {
        return new Progress(stage, false, round, rated, answer, nudgedAt, nudges, at);
    }
}
