package cn.huiyin.household.store;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import org.jspecify.annotations.Nullable;

/** An answer kept beside its effect, for a request that may come twice; as {@code household_save} takes it. */
public record KeptAnswer(
        long caller,
        String key,
        String fingerprint,
        int status,
        @Nullable String location,
        @Nullable String etag,
        String body) {

    public static @Nullable KeptAnswer of(Repeat repeat, Answer answer) {
        String key = repeat.key();
        return key == null
                ? null
                : new KeptAnswer(
                        repeat.caller(),
                        key,
                        repeat.fingerprint(),
                        answer.status(),
                        answer.location(),
                        answer.etag(),
                        answer.body());
    }
}
