package cn.huiyin.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Looks at what somebody watches, breath after breath: one statement for everything that is watched on this node, however
 * many watch it. It looks at how things stand and not at what has happened, so nothing can be missed, whatever
 * was cut meanwhile; and it rests while nobody watches. (PostgreSQL's NOTIFY would be a little sooner, at the price
 * that commits wait for each other.)
 *
 * @param <K> what is watched
 */
final class Watching<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final int AT_ONCE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scheduler timer;
    private final Function<Collection<K>, Mono<Map<K, Long>>> question;
    private final Map<K, Integer> watched = new ConcurrentHashMap<>();
    private final Flux<Map<K, Long>> looks;

    /**
     * @param timer by which a breath is a breath
     * @param question how these stand now; a number that only grows
     */
    Watching(Duration breath, Scheduler timer, Function<Collection<K>, Mono<Map<K, Long>>> question) {
        this.timer = timer;
        this.question = question;
        this.looks = Flux.interval(breath, timer)
                .onBackpressureDrop()
                .concatMap(tick -> look(), 1)
                .publish()
                .refCount();
    }

    /** How it stands, each time it has changed beyond {@code seen}. Whoever is slow hears the newest only. */
    Flux<Long> beyond(K key, long seen) {
        return Flux.defer(() -> {
            watched.merge(key, 1, Integer::sum);
            return looks.mapNotNull(standing -> standing.get(key))
                    .filter(now -> now > seen)
                    .distinctUntilChanged()
                    .onBackpressureLatest()
                    .doFinally(end -> watched.computeIfPresent(key, (it, count) -> count == 1 ? null : count - 1));
        });
    }

    /** Everything that is watched, a thousand in each statement; what could not be read now is read at the next breath. */
    private Mono<Map<K, Long>> look() {
        var keys = Set.copyOf(watched.keySet());
        return Flux.fromIterable(keys)
                .buffer(AT_ONCE)
                .concatMap(question::apply)
                .reduce(new ConcurrentHashMap<K, Long>(), (all, some) -> {
                    all.putAll(some);
                    return all;
                })
                .<Map<K, Long>>map(all -> all)
                .timeout(PATIENCE, timer)
                .onErrorResume(fault -> {
                    LOG.warn("{} watched things could not be looked at: {}", keys.size(), fault.toString());
                    return Mono.just(Map.of());
                });
    }

    /** For tests: what is watched now. */
    List<K> keys() {
        return List.copyOf(watched.keySet());
    }
}
