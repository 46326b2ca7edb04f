package cn.huiyin.background;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does its round again and again, one at a time, as long as the program runs. A round that fails is told and left to the
 * next; one that is under way when the program stops may finish for {@link #PATIENCE}, and is broken off after that.
 */
public abstract class Loop implements SmartLifecycle {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String deed;
    private final Duration first;
    private final Duration every;
    private volatile @Nullable Running running;

    /** @param deed what the log calls it, such as {@code stale sessions could not be ended} */
    protected Loop(String deed, Duration every) {
        this(deed, every, every);
    }

    /** @param first from the start to the first round */
    protected Loop(String deed, Duration first, Duration every) {
        this.deed = deed;
        this.first = first;
        this.every = every;
    }

    /** One round; its values do not matter. */
    protected abstract Mono<?> round();

    @Override
    public void start() {
        Sinks.Empty<Void> stop = Sinks.empty();
        Sinks.Empty<Void> ended = Sinks.empty();
        var rounds = Flux.interval(first, every)
                .onBackpressureDrop()
                .takeUntilOther(stop.asMono())
                .concatMap(tick -> roundSafely(), 1)
                .doFinally(end -> ended.tryEmitEmpty())
                .subscribe();
        running = new Running(stop, ended, rounds);
    }

    private Mono<Void> roundSafely() {
        return Mono.defer(this::round).then().onErrorResume(failure -> {
            log.warn("{}, it is tried again in {} s: {}", deed, every.toSeconds(), failure.toString());
            log.debug("why", failure);
            return Mono.empty();
        });
    }

    @Override
    public void stop(Runnable done) {
        var stopping = running;
        running = null;
        if (stopping == null) {
            done.run();
            return;
        }
        stopping.stop().tryEmitEmpty();
        stopping.ended()
                .asMono()
                .timeout(PATIENCE, Mono.fromRunnable(stopping.rounds()::dispose))
                .doFinally(end -> done.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private record Running(Sinks.Empty<Void> stop, Sinks.Empty<Void> ended, Disposable rounds) {}
}
