package cn.huiyin.wechat.push;

import cn.huiyin.wechat.push.Pushes.Claimed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Takes up what was written down and not finished: after a crash, a fault, a customer-service message that failed. */
@Component
class PushSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PushSweep.class);
    private static final int BATCH = 20;
    private static final int FORGET_BATCH = 1000;
    /** Looks between two times of forgetting and counting. */
    private static final int NOW_AND_THEN = 30;

    private final Pushes pushes;
    private final PushRows rows;
    private final PushWork work;
    private final PushMeters meters;
    private final PushSettings.Limits limits;
    private volatile @Nullable Loop loop;

    PushSweep(Pushes pushes, PushRows rows, PushWork work, PushMeters meters, PushSettings settings) {
        this.pushes = pushes;
        this.rows = rows;
        this.work = work;
        this.meters = meters;
        this.limits = settings.push();
    }

    /** A running loop: how it is told to stop, and how it tells that it has. */
    private record Loop(Sinks.Empty<Void> stop, Sinks.Empty<Void> ended) {}

    @Override
    public void start() {
        if (limits.sweepEvery().isZero()) {
            return;
        }
        var begun = new Loop(Sinks.empty(), Sinks.empty());
        loop = begun;
        Flux.interval(limits.sweepEvery())
                .onBackpressureDrop()
                .takeUntilOther(begun.stop().asMono())
                .concatMap(this::look, 1)
                .doFinally(end -> begun.ended().tryEmitEmpty())
                .subscribe();
    }

    /** Waits for what is in hand. */
    @Override
    public void stop(Runnable done) {
        var running = loop;
        loop = null;
        if (running == null) {
            done.run();
            return;
        }
        running.stop().tryEmitEmpty();
        running.ended()
                .asMono()
                .timeout(limits.lease(), Mono.empty())
                .doFinally(end -> done.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    /** All that is due by now; says how many were looked at. */
    Mono<Integer> sweep() {
        return Mono.defer(() -> pushes.claim(BATCH, limits.lease()))
                .flatMap(claimed ->
                        Flux.fromIterable(claimed).flatMap(this::takeUp, BATCH).then(Mono.just(claimed.size())))
                .repeat()
                .takeUntil(now -> now == 0)
                .reduce(0, Integer::sum);
    }

    /** Old pushes and answers go; says how many are parked. */
    Mono<Long> tidy() {
        return pushes.forget(limits.answersKept(), limits.kept(), FORGET_BATCH)
                .repeat()
                .takeUntil(gone -> gone < FORGET_BATCH)
                .then(rows.parked())
                .doOnNext(meters::parked);
    }

    private Mono<Void> takeUp(Claimed claimed) {
        return work.takeUp(claimed).timeout(limits.lease()).onErrorResume(fault -> {
            LOG.warn("push {} comes back when its lease ends: {}", claimed.id(), fault.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> look(long tick) {
        var tidying = tick % NOW_AND_THEN == 0 ? tidy().timeout(Duration.ofMinutes(1)) : Mono.empty();
        return sweep().then(tidying).then().onErrorResume(fault -> {
            LOG.warn("cannot look for pushes that were left over, trying again: {}", fault.toString());
            return Mono.empty();
        });
    }
}
