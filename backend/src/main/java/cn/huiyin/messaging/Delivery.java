package cn.huiyin.messaging;

import cn.huiyin.messaging.delivery.DeliverySettings;
import cn.huiyin.messaging.delivery.QueueWatch;
import cn.huiyin.messaging.delivery.Round;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Sends what is due: looks each second, one round at a time, and stops without leaving a call half done. */
@Component
public class Delivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration A_BLINK = Duration.ofMillis(5);

    private final Round round;
    private final QueueWatch watch;
    private final DeliverySettings settings;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Loop loop;

    public Delivery(Round round, QueueWatch watch, DeliverySettings settings) {
        this.round = round;
        this.watch = watch;
        this.settings = settings;
    }

    /**
     * Sends all that is due by now and what becomes due by that, and says how many messages were looked at. Waits for a
     * round that is under way. For rehearsals and tests, which move the clock and want to see what follows.
     */
    public Mono<Integer> runUntilQuiet() {
        return alone(rounds()).repeatWhenEmpty(again -> again.delayElements(A_BLINK));
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            round.stopSoon(false);
            var begun = new Loop(Sinks.empty(), Sinks.empty());
            loop = begun;
            Flux.interval(settings.pollEvery())
                    .onBackpressureDrop()
                    .takeUntilOther(begun.stop().asMono())
                    .concatMap(tick -> Mono.delay(jitter()).then(Mono.defer(this::look)), 1)
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
        round.stopSoon(true);
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

    private Mono<Void> look() {
        return alone(rounds()).then(watch.look()).onErrorResume(fault -> {
            LOG.warn("cannot look for due messages, trying again: {}", fault.toString());
            return Mono.empty();
        });
    }

    /** One round after another until nothing was due. */
    private Mono<Integer> rounds() {
        return round.deliver().repeat().takeUntil(now -> now == 0).reduce(0, Integer::sum);
    }

    /** Nothing where a round is under way. */
    private Mono<Integer> alone(Mono<Integer> rounds) {
        return Mono.defer(
                () -> busy.compareAndSet(false, true) ? rounds.doFinally(end -> busy.set(false)) : Mono.empty());
    }

    private Duration jitter() {
        return Duration.ofMillis(ThreadLocalRandom.current()
                .nextLong(settings.pollEvery().dividedBy(5).toMillis() + 1));
    }

    /** A running loop: how it is told to stop, and how it tells that it has. */
    private record Loop(Sinks.Empty<Void> stop, Sinks.Empty<Void> ended) {}
}
