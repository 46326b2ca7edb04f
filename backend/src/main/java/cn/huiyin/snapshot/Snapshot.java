package cn.huiyin.snapshot;

import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One immutable value that lives in the database and is read in memory. Each replica asks every {@link #POLL_EVERY}
 * whether the version moved; the replica that made the change calls {@link #refresh()} and sees it at once.
 *
 * @param <T> an immutable value, replaced as a whole
 */
public final class Snapshot<T> implements SmartLifecycle {

    /** How far another replica's change may lag behind. */
    public static final Duration POLL_EVERY = Duration.ofSeconds(10);

    private static final Duration FIRST_LOAD = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Snapshot.class);

    private final String name;
    private final Mono<Long> version;
    private final Mono<Edition<T>> load;
    private final AtomicReference<@Nullable Edition<T>> held = new AtomicReference<>();
    private volatile @Nullable Disposable watch;

    /**
     * @param name what the log calls it
     * @param version asks the database which version is the newest: cheap
     * @param load reads all of it, in one statement, so that it fits together
     */
    public Snapshot(String name, Mono<Long> version, Mono<Edition<T>> load) {
        this.name = name;
        this.version = version;
        this.load = load;
    }

    /** The value as last read. Refused with 503 as long as it was never read. */
    public T get() {
        var edition = held.get();
        if (edition == null) {
            throw Refusal.unavailable("NOT_READY", "服务正在启动，请稍后再试", Duration.ofSeconds(5));
        }
        return edition.value();
    }

    /** Reads it anew; for the one who has just changed it. */
    public Mono<T> refresh() {
        return load.map(this::keepTheNewer);
    }

    private T keepTheNewer(Edition<T> read) {
        var kept = held.accumulateAndGet(read, Snapshot::newer);
        return kept == null ? read.value() : kept.value();
    }

    private static <T> @Nullable Edition<T> newer(@Nullable Edition<T> one, @Nullable Edition<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.version() > other.version() ? one : other;
    }

    private Mono<T> refreshIfChanged() {
        return version.filter(this::isNews).flatMap(news -> refresh());
    }

    private boolean isNews(long newest) {
        var edition = held.get();
        return edition == null || edition.version() != newest;
    }

    /** Waits on the starting thread for the first reading, so that no request meets an empty snapshot. */
    @Override
    public void start() {
        try {
            refresh().toFuture().get(FIRST_LOAD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception away) {
            log.warn("{} could not be read yet; it is tried again every {} s", name, POLL_EVERY.toSeconds(), away);
        }
        watch = Flux.interval(POLL_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> refreshIfChanged().onErrorResume(this::tellAndGoOn), 1)
                .subscribe();
    }

    private Mono<T> tellAndGoOn(Throwable away) {
        log.warn("{} could not be looked at: {}", name, away.toString());
        return Mono.empty();
    }

    @Override
    public void stop() {
        var watching = watch;
        if (watching != null) {
            watching.dispose();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** Before all that stays at the default phase: the web server, the loops that send. */
    @Override
    public int getPhase() {
        return 0;
    }
}
