package cn.huiyin.identity.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.IdentitySettings;
import cn.huiyin.identity.Session;
import cn.huiyin.identity.SessionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sessions in Redis: the digest of the token leads to the caller as they were at login, and each account has a list of
 * its digests, by their ends. Redis's clock counts: a node whose own is wrong cuts nobody's session. All of it may be lost; then people log in again. While Redis is away everything here is 503.
 */
@Repository
public class SessionStore {

    private final ReactiveStringRedisTemplate redis;
    private final IdentitySettings settings;
    private final SessionLine line;
    private final Tokens tokens = new Tokens();

    public SessionStore(ReactiveStringRedisTemplate redis, IdentitySettings settings) {
        this.redis = redis;
        this.settings = settings;
        this.line = new SessionLine(redis, settings);
    }

    /** Begins a session. It is listed before it works, so that whoever drops the list drops it too. */
    public Mono<Session> open(Caller caller, Duration life) {
        return RedisLine.time(redis)
                .flatMap(now -> open(caller, life, now.plus(life)))
                .transform(line::orAway);
    }

    private Mono<Session> open(Caller caller, Duration life, Instant end) {
        String token = tokens.fresh();
        String digest = Tokens.digest(token);
        return redis.opsForZSet()
                .add(listOf(caller.id()), digest, end.toEpochMilli())
                .then(redis.expire(listOf(caller.id()), settings.residentSession()))
                .then(redis.opsForValue().set(key(digest), PostsJson.write(caller), life))
                .then(dropOldest(caller.id()))
                .thenReturn(new Session(token, end, caller));
    }

    /** Who holds this token; empty where nobody does. One look-up. */
    public Mono<Caller> find(String token) {
        return Tokens.looksLikeOne(token) ? find(keyOf(token)) : Mono.empty();
    }

    /** Whose session this is; empty where it has ended. One look-up. */
    public Mono<Caller> find(SessionKey session) {
        return redis.opsForValue()
                .get(key(session.digest()))
                .map(PostsJson::caller)
                .transform(line::orAway);
    }

    public static SessionKey keyOf(String token) {
        return new SessionKey(Tokens.digest(token));
    }

    /** Ends one session, at once and on all replicas. */
    public Mono<Void> close(AccountId id, String token) {
        return drop(id, List.of(Tokens.digest(token))).transform(line::orAway);
    }

    /** Ends all sessions of an account. */
    public Mono<Void> closeAll(AccountId id) {
        return redis.opsForZSet()
                .range(listOf(id), Range.unbounded())
                .collectList()
                .flatMap(digests -> drop(id, digests))
                .transform(line::orAway);
    }

    private Mono<Void> dropOldest(AccountId id) {
        long newest = settings.sessionsPerAccount();
        return redis.opsForZSet()
                .range(listOf(id), Range.closed(0L, -newest - 1))
                .collectList()
                .flatMap(digests -> drop(id, digests));
    }

    private Mono<Void> drop(AccountId id, List<String> digests) {
        if (digests.isEmpty()) {
            return Mono.empty();
        }
        return redis.delete(Flux.fromIterable(digests).map(SessionStore::key))
                .then(redis.opsForZSet().remove(listOf(id), digests.toArray()))
                .then();
    }

    private static String key(String digest) {
        return "huiyin:session:" + digest;
    }

    private static String listOf(AccountId id) {
        return "huiyin:sessions-of:" + id;
    }
}
