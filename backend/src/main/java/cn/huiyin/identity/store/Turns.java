package cn.huiyin.identity.store;

import cn.huiyin.identity.TurnstileSettings;
import cn.huiyin.identity.TurnstileSettings.Kind;
import cn.huiyin.identity.domain.Pace;
import cn.huiyin.identity.domain.Pace.Turn;
import cn.huiyin.problem.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.DigestUtils;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Whose turn it is. What all replicas count together is counted in Redis by one small script; the rest, and all of it
 * while Redis is away, by each replica for itself.
 */
@Repository
public class Turns {

    /** {@link Pace#turn} in Redis, by its clock. Answers the microseconds to wait, 0 for whoever is let through. */
    private static final RedisScript<Long> TURN = new Script("""
            local clock = redis.call('TIME')
            local now = clock[1] * 1000000 + clock[2]
            local busy = tonumber(redis.call('GET', KEYS[1]) or now)
            local each = tonumber(ARGV[1])
            local to = math.max(busy - now, 0) + each
            local wait = to - each * tonumber(ARGV[2])
            if wait > 0 then
                return math.ceil(wait)
            end
            redis.call('SET', KEYS[1], string.format('%.0f', now + to), 'PX', math.ceil(to / 1000))
            return 0
            """);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final RedisLine line;
    private final TurnstileSettings settings;

    /** A memory of this replica, bounded: whoever was pushed out of it begins anew. */
    private final Cache<String, Long> busy = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    public Turns(ReactiveStringRedisTemplate redis, TurnstileSettings settings) {
        this.redis = redis;
        this.line = new RedisLine(redis.getConnectionFactory());
        this.settings = settings;
    }

    /**
     * How long to wait; nothing if it is their turn.
     *
     * @param who an account or an address
     */
    public Mono<Duration> wait(Kind kind, String who) {
        Pace pace = settings.pace(kind);
        String key = "huiyin:turn:" + kind + ":" + who;
        return kind.isCountedTogether() ? together(kind, pace, key) : Mono.fromSupplier(() -> alone(pace, key));
    }

    private Mono<Duration> together(Kind kind, Pace pace, String key) {
        long each = Math.max(1, pace.each().toNanos() / 1000);
        return line.then(
                        redis.execute(TURN, List.of(key), List.of(Long.toString(each), Integer.toString(pace.atOnce())))
                                .next())
                .map(micros -> Duration.ofNanos(micros * 1000))
                .timeout(settings.patience())
                .onErrorResume(Turns::isRedisAway, away -> {
                    Metrics.counter("huiyin.turnstile.alone", "kind", kind.name())
                            .increment();
                    return kind == Kind.LOGIN
                            ? Mono.error(Refusal.unavailable("SESSIONS_AWAY", "登录服务暂时不可用，请稍后再试", TRY_AGAIN))
                            : Mono.fromSupplier(() -> alone(pace, key));
                });
    }

    private static boolean isRedisAway(Throwable fault) {
        return fault instanceof DataAccessException || fault instanceof TimeoutException;
    }

    private Duration alone(Pace pace, String key) {
        var said = new Turn[1];
        busy.asMap().compute(key, (who, until) -> {
            long now = System.nanoTime();
            said[0] = pace.turn(now, until == null ? now : until);
            return said[0].busyUntil();
        });
        return said[0].pause();
    }

    /** Spring's own script takes a lock each time it is asked for its digest; on an event loop nobody may wait for one. */
    private record Script(String text, String digest) implements RedisScript<Long> {

        Script(String text) {
            this(text, DigestUtils.sha1DigestAsHex(text));
        }

        @Override
        public String getSha1() {
            return digest;
        }

        @Override
        public Class<Long> getResultType() {
            return Long.class;
        }

        @Override
        public String getScriptAsString() {
            return text;
        }
    }
}
