package cn.huiyin.wechat.push;

import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.problem.Refusal;
import cn.huiyin.wechat.push.Pushes.Claimed;
import cn.huiyin.wechat.push.Pushes.Kept;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Writes a push down, then does at once what can be done in the time that WeChat gives, and says what there is to say. What
 * takes longer goes on after a {@code success}, which WeChat shows to nobody, and its answer follows as a customer-service
 * message: a "please wait" would be a message more, and where the answer then cannot be sent, a promise broken.
 */
@Component
class PushDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PushDesk.class);
    private static final Duration A_MOMENT = Duration.ofMillis(250);
    private static final String NOTHING = "";

    private final Pushes pushes;
    private final Listeners listeners;
    private final PushWork work;
    private final PushMeters meters;
    private final PushSettings.Limits limits;
    private final Semaphore room;

    PushDesk(Pushes pushes, Listeners listeners, PushWork work, PushMeters meters, PushSettings settings) {
        this.pushes = pushes;
        this.listeners = listeners;
        this.work = work;
        this.meters = meters;
        this.limits = settings.push();
        this.room = new Semaphore(limits.atOnce());
    }

    /** @param timestamp of the address, seconds since 1970 */
    Mono<Told> take(Pushed pushed, long timestamp) {
        return Mono.defer(() -> {
            var arrived = System.nanoTime();
            var key = pushed.key();
            return LastingWrite.of(writeDown(pushed, key, timestamp))
                    .doOnNext(kept ->
                            meters.count(pushed.app(), pushed.kind(), kept.how().name()))
                    .flatMap(kept -> said(kept, key, pushed, left(arrived)).map(said -> new Told(said, kept.now())));
        });
    }

    /** Where the database is away we try for longer than WeChat waits: then it comes again. */
    private Mono<Kept> writeDown(Pushed pushed, String key, long timestamp) {
        var heard = listeners.to(pushed.app(), pushed.kind()).isPresent();
        return Mono.defer(() -> pushes.keep(pushed, key, heard, timestamp, limits.fresh(), limits.lease()))
                .doOnError(fault -> LOG.debug("cannot write a push down", fault))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, A_MOMENT))
                .timeout(limits.holdWithin())
                .onErrorMap(TimeoutException.class, away -> {
                    LOG.warn("a push ({}) cannot be written down; WeChat is left to come again", pushed.kind());
                    return Refusal.unavailable("STORE_AWAY", "系统暂时忙不过来，请稍后再试", Duration.ofSeconds(5));
                });
    }

    private Mono<String> said(Kept kept, String key, Pushed pushed, Duration left) {
        return switch (kept.how()) {
            case STALE -> Mono.error(Signed.REFUSED);
            case KNOWN -> asBefore(key, left);
            case NEW ->
                listeners
                        .to(pushed.app(), pushed.kind())
                        .map(listener -> inTime(Claimed.of(kept.id(), key, pushed), pushed, listener, left))
                        .orElse(Mono.just(NOTHING));
        };
    }

    /** The same answer as before; waits for one that is being made. */
    private Mono<String> asBefore(String key, Duration left) {
        return pushes.before(key)
                .repeatWhenEmpty(again -> again.delayElements(A_MOMENT))
                .timeout(left, Mono.just(NOTHING));
    }

    private Mono<String> inTime(Claimed claimed, Pushed pushed, PushListener listener, Duration left) {
        if (!room.tryAcquire()) {
            return pushes.later(claimed, Duration.ZERO, null).thenReturn(NOTHING);
        }
        var decided = new AtomicBoolean();
        var answer = LastingWrite.of(work.hear(listener, pushed)
                        .flatMap(text -> decided.compareAndSet(false, true)
                                ? pushes.done(claimed, text).thenReturn(text)
                                : work.answerLate(claimed, pushed, text).thenReturn(NOTHING))
                        .onErrorResume(fault -> work.later(claimed, fault).thenReturn(NOTHING))
                        .onErrorResume(fault -> leaveToTheLease(claimed, fault))
                        .doFinally(end -> room.release()))
                .cache();
        return answer.timeout(left)
                .onErrorResume(
                        TimeoutException.class,
                        slow -> decided.compareAndSet(false, true) ? Mono.just(NOTHING) : answer);
    }

    private static Mono<String> leaveToTheLease(Claimed claimed, Throwable fault) {
        LOG.warn("push {} comes back when its lease ends: {}", claimed.id(), fault.toString());
        return Mono.just(NOTHING);
    }

    private Duration left(long arrived) {
        var left = limits.answerWithin().minusNanos(System.nanoTime() - arrived);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
