package cn.huiyin.messaging;

import cn.huiyin.messaging.delivery.DeliverySettings;
import cn.huiyin.messaging.delivery.Pump;
import cn.huiyin.messaging.delivery.QueueWatch;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Sends what is due: looks each second, pumps while there is anything, and stops without leaving a call half done. */
@Component
public class Delivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final Duration A_BLINK = Duration.ofMillis(5);

    private final Pump pump;
    private final QueueWatch watch;
    private final DeliverySettings settings;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Loop loop;

    public Delivery(Pump pump, QueueWatch watch, DeliverySettings settings) {
        this.pump = pump;
        this.watch = watch;
        this.settings = settings;
    }

    /**
     * Sends all that is due by now and what becomes due by that, and says how many messages were looked at. Waits for the
     * pump where it is running. For rehearsals and tests, which move the clock and want to see what follows.
     */
    public Mono<Integer> runUntilQuiet() {
        return alone(pump.untilQuiet()).repeatWhenEmpty(again -> again.delayElements(A_BLINK));
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            pump.stopSoon(false);
            var begun = new Loop(Sinks.empty(), Sinks.empty());
            loop = begun;
            Flux.merge(every(settings.pollEvery(), begun, this::send), every(WATCH, begun, this::watch))
                    .doFinally(end -> begun.ended().tryEmitEmpty())
                    .subscribe();
        }
    }

    /** Waits for the calls in progress; what was claimed and not begun is handed back. */
    @Override
    public void stop(Runnable done) {
        var running = loop;
        loop = null;
        if (running == null) {
            done.run();
            return;
        }
        pump.stopSoon(true);
        running.stop().tryEmitEmpty();
        running.ended()
                .asMono()
                .timeout(settings.stopLimit(), Mono.empty())
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

    /** Again and again until it is told to stop; what has begun by then is finished. */
    private Flux<Void> every(Duration period, Loop until, Supplier<Mono<Void>> deed) {
        return Flux.interval(period)
                .onBackpressureDrop()
                .takeUntilOther(until.stop().asMono())
                .concatMap(tick -> Mono.delay(jitter(period)).then(Mono.defer(deed)), 1);
    }

    private Mono<Void> send() {
        return alone(pump.untilQuiet()).then().onErrorResume(fault -> later("send what is due", fault));
    }

    private Mono<Void> watch() {
        return watch.look().onErrorResume(fault -> later("look at the queue", fault));
    }

    private static Mono<Void> later(String what, Throwable fault) {
        LOG.warn("cannot {}, trying again: {}", what, fault.toString());
        return Mono.empty();
    }

    /** Nothing where the pump runs already. */
    private Mono<Integer> alone(Mono<Integer> run) {
        return Mono.defer(() -> busy.compareAndSet(false, true) ? run.doFinally(end -> busy.set(false)) : Mono.empty());
    }

    private static Duration jitter(Duration period) {
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(period.dividedBy(5).toMillis() + 1));
    }

    /** A running loop: how it is told to stop, and how it tells that it has. */
    private record Loop(Sinks.Empty<Void> stop, Sinks.Empty<Void> ended) {}
}
