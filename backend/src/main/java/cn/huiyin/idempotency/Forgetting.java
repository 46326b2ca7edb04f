package cn.huiyin.idempotency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes kept answers in small batches when their time is over. Any number of replicas may do so at once. */
@Component
class Forgetting implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final KeptAnswers kept;
    private final ForgettingSettings settings;
    private @Nullable Disposable loop;

    Forgetting(KeptAnswers kept, ForgettingSettings settings) {
        this.kept = kept;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        loop = Flux.interval(settings.every(), settings.every())
                .onBackpressureDrop()
                .concatMap(tick -> forgetSafely(), 1)
                .subscribe();
    }

    @Override
    public synchronized void stop() {
        if (loop != null) {
            loop.dispose();
            loop = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }

    /** Batch after batch, until one is not full. */
    Mono<Void> forget() {
        return kept.forget(settings.keptFor(), settings.batch())
                .repeat()
                .takeUntil(removed -> removed < settings.batch())
                .then();
    }

    private Mono<Void> forgetSafely() {
        return forget().timeout(Duration.ofMinutes(5)).onErrorResume(failure -> {
            log.warn("Kept answers could not be removed, next try in {}: {}", settings.every(), failure.toString());
            return Mono.empty();
        });
    }
}
