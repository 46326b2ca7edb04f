package cn.huiyin.safety.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.safety.domain.Judgement.Known;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check in somebody's hands.
 *
 * @param attempts the fencing token: only the latest claim writes what came of it
 * @param now the clock of the database at the claim
 */
public record Job(
        long id,
        int attempts,
        String street,
        String place,
        String subjectId,
        AccountId author,
        boolean byStaff,
        int scene,
        @Nullable String words,
        @Nullable String media,
        int failures,
        int submitted,
        Instant createdAt,
        Instant now) {

    /** The token of whoever need not hold the claim. */
    static final int ANY_CLAIM = -1;

    public Known known() {
        return new Known(byStaff, failures, submitted, Duration.between(createdAt, now));
    }
}
