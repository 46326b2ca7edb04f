package cn.huiyin.identity;

import cn.huiyin.identity.store.PostStore;
import cn.huiyin.identity.store.SessionStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends the sessions that know posts their holder no longer has. It is done right after the change; where Redis was away
 * or the program stopped in between, the mark that the change left in PostgreSQL sees to it here.
 */
@Component
public class StaleSessions implements SmartLifecycle {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(StaleSessions.class);

    private final PostStore posts;
    private final SessionStore sessions;
    private volatile @Nullable Disposable watch;

    public StaleSessions(PostStore posts, SessionStore sessions) {
        this.posts = posts;
        this.sessions = sessions;
    }

    /** Ends them now; what fails is left to the next look. */
    public Mono<Void> drop(AccountId id) {
        return Mono.defer(() -> posts.version(id))
                .flatMap(version -> sessions.closeAll(id).then(posts.sessionsDropped(id, version)))
                .onErrorResume(away -> tellAndGoOn("of account " + id, away));
    }

    Mono<Void> dropAll() {
        return posts.withStaleSessions().concatMap(this::drop).then();
    }

    @Override
    public void start() {
        watch = Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> dropAll().onErrorResume(away -> tellAndGoOn("at all", away)), 1)
                .subscribe();
    }

    private static Mono<Void> tellAndGoOn(String whose, Throwable away) {
        log.warn("stale sessions {} could not be ended yet: {}", whose, away.toString());
        return Mono.empty();
    }

    @Override
    public void stop() {
        Disposable watching = watch;
        if (watching != null) {
            watching.dispose();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
