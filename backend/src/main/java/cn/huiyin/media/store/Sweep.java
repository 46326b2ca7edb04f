package cn.huiyin.media.store;

import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaSettings;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes uploads that nobody attached to anything, and what uploads cut short left behind. */
@Component
public class Sweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final Duration SPOOLED_AT_MOST = Duration.ofHours(1);
    private static final int AT_A_TIME = 100;
    private static final int SIDE_BY_SIDE = 4;

    private final MediaTable table;
    private final Shelf shelf;
    private final Spool spool;
    private final MediaSettings settings;
    private @Nullable Disposable rounds;

    public Sweep(MediaTable table, Shelf shelf, Spool spool, MediaSettings settings) {
        this.table = table;
        this.shelf = shelf;
        this.spool = spool;
        this.settings = settings;
    }

    /** One round; gives how many uploads it removed. */
    public Mono<Long> round() {
        return table.sweep(settings.looseFor(), AT_A_TIME)
                .flatMap(this::remove, SIDE_BY_SIDE)
                .count()
                .flatMap(removed -> spool.clearBefore(
                                InstantSource.system().instant().minus(SPOOLED_AT_MOST))
                        .thenReturn(removed));
    }

    private Mono<MediaId> remove(MediaId id) {
        return shelf.remove(id).then(table.forget(id)).thenReturn(id).onErrorResume(e -> {
            log.warn("{} could not be swept, it comes again", id, e);
            return Mono.empty();
        });
    }

    @Override
    public synchronized void start() {
        rounds = Flux.interval(settings.sweepEvery())
                .onBackpressureDrop()
                .concatMap(tick -> round().onErrorResume(Sweep::tryAgain), 1)
                .subscribe(removed -> log.debug("swept {} uploads", removed));
    }

    private static Mono<Long> tryAgain(Throwable trouble) {
        log.warn("the sweep of uploads failed, it tries again", trouble);
        return Mono.empty();
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.dispose();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
