package cn.huiyin.identity.store;

import cn.huiyin.identity.IdentitySettings;
import cn.huiyin.identity.SessionKey;
import cn.huiyin.identity.StreamTicket;
import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Tickets that open one stream each, in Redis by their digest. They stand in addresses, which end in access logs; so each
 * works once, for a minute, and leads to a session only as long as that holds.
 */
@Repository
public class StreamTickets {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final ReactiveStringRedisTemplate redis;
    private final SessionLine line;
    private final Tokens tokens = new Tokens();

    public StreamTickets(ReactiveStringRedisTemplate redis, IdentitySettings settings) {
        this.redis = redis;
        this.line = new SessionLine(redis, settings);
    }

    public Mono<StreamTicket> issue(SessionKey session) {
        String word = tokens.fresh();
        return RedisLine.time(redis)
                .flatMap(now -> redis.opsForValue()
                        .set(key(word), session.digest(), LIFE)
                        .thenReturn(new StreamTicket(word, now.plus(LIFE))))
                .transform(line::orAway);
    }

    /** The session that it was issued for; empty where it was used before, or is too old, or none of ours. */
    public Mono<SessionKey> redeem(String word) {
        return Tokens.looksLikeOne(word)
                ? redis.opsForValue()
                        .getAndDelete(key(word))
                        .map(SessionKey::new)
                        .transform(line::orAway)
                : Mono.empty();
    }

    private static String key(String word) {
        return "huiyin:stream-ticket:" + Tokens.digest(word);
    }
}
