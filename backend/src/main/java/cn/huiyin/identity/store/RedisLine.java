package cn.huiyin.identity.store;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The first connection to Redis. Spring Data makes it by waiting, which no event loop may do; so it is made elsewhere,
 * by one attempt at a time for all who ask. Once it stands, Lettuce keeps it and mends it by itself.
 */
final class RedisLine {

    private final Mono<Boolean> standing;

    RedisLine(ReactiveRedisConnectionFactory redis) {
        this.standing = Mono.fromCallable(() -> connect(redis))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(stands -> Duration.ofMillis(Long.MAX_VALUE), broken -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Does this once there is a connection. */
    <T> Mono<T> then(Mono<T> work) {
        return standing.flatMap(stands -> work);
    }

    /** What time it is by Redis, which all replicas share. */
    static Mono<Instant> time(ReactiveStringRedisTemplate redis) {
        return redis.execute(connection -> connection.serverCommands().time())
                .next()
                .map(Instant::ofEpochMilli);
    }

    /** Both kinds: where another thread makes the blocking one later, event loops would wait at the same lock. */
    private static boolean connect(ReactiveRedisConnectionFactory redis) {
        redis.getReactiveConnection().close();
        if (redis instanceof RedisConnectionFactory both) {
            both.getConnection().close();
        }
        return true;
    }
}
