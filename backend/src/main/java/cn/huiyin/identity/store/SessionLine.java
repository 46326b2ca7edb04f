package cn.huiyin.identity.store;

import cn.huiyin.identity.IdentitySettings;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;

/** To Redis for whatever logging in depends on: where it is away, or not there in time, people are told to come again. */
final class SessionLine {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final RedisLine line;
    private final IdentitySettings settings;

    SessionLine(ReactiveStringRedisTemplate redis, IdentitySettings settings) {
        this.line = new RedisLine(redis.getConnectionFactory());
        this.settings = settings;
    }

    /** The answer, or 503. */
    <T> Mono<T> orAway(Mono<T> answer) {
        return line.then(answer)
                .timeout(settings.sessionPatience())
                .onErrorMap(
                        broken -> broken instanceof DataAccessException || broken instanceof TimeoutException,
                        broken -> Refusal.unavailable("SESSIONS_AWAY", "登录服务暂时不可用，请稍后再试", TRY_AGAIN));
    }
}
