package cn.huiyin.idempotency;

import cn.huiyin.idempotency.KeptAnswers.Kept;
import cn.huiyin.problem.Refusal;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sees to it that the same request gives the same answer. The work comes first and keeps its answer within its own
 * statement or transaction; only where it fails is there a look at what was kept before. So the common case costs no round
 * trip, and no crash leaves an effect without its answer.
 */
@Component
public class Repeats {

    private static final String ONCE = "kept_answer_once";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Refusal REUSED =
            Refusal.of(422, "IDEMPOTENCY_KEY_REUSED", "这个 Idempotency-Key 已经用于别的内容，请换一个新的");
    private static final Refusal STILL_UNDER_WAY =
            Refusal.conflict("STILL_UNDER_WAY", "同样的请求还在处理，请稍后再试").retryingAfter(Duration.ofSeconds(1));

    private final KeptAnswers kept;

    Repeats(KeptAnswers kept) {
        this.kept = kept;
    }

    /**
     * Does the work, or gives the answer it gave before. Goes on to its end though the client leaves.
     *
     * @param work must keep its answer, by {@code idempotency_keep} in its statement or by {@link #keep} in its transaction
     */
    public Mono<Answer> once(Repeat repeat, Supplier<Mono<Answer>> work) {
        Mono<Answer> lasting = LastingWrite.of(Mono.defer(work));
        String key = repeat.key();
        return key == null ? lasting : lasting.onErrorResume(failure -> asBefore(repeat, key, failure));
    }

    /** For work that is a transaction: called within it, anywhere. Without a key it does nothing. */
    public Mono<Void> keep(Repeat repeat, Answer answer) {
        return repeat.key() == null ? Mono.empty() : kept.keep(repeat, answer);
    }

    /** A repeated request fails on its key, or on what the first one did: a move that was made is refused the second time. */
    private Mono<Answer> asBefore(Repeat repeat, String key, Throwable failure) {
        R2dbcException said = said(failure);
        boolean keyIsTaken = said instanceof PostgresqlException refused
                && ONCE.equals(refused.getErrorDetails().getConstraintName().orElse(null));
        boolean waited = said != null && LOCK_NOT_AVAILABLE.equals(said.getSqlState());
        if (!keyIsTaken && !waited && !(failure instanceof Refusal)) {
            return Mono.error(failure);
        }
        Throwable otherwise = waited || keyIsTaken ? STILL_UNDER_WAY : failure;
        return kept.find(repeat.caller(), key)
                .switchIfEmpty(Mono.error(otherwise))
                .map(before -> answerOf(before, repeat));
    }

    private static Answer answerOf(Kept before, Repeat repeat) {
        if (!before.fingerprint().equals(repeat.fingerprint())) {
            throw REUSED;
        }
        return before.answer();
    }

    private static @Nullable R2dbcException said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException said) {
                return said;
            }
        }
        return null;
    }
}
