package cn.huiyin.identity;

import cn.huiyin.community.Community;
import cn.huiyin.community.DemoCommunity;
import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.identity.store.PhoneStore;
import cn.huiyin.identity.store.PostStore;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The whole of identity on a real PostgreSQL and a real Redis, without Spring. */
final class Desks implements AutoCloseable {

    static final IdentitySettings SETTINGS = new IdentitySettings(
            Duration.ofDays(30), Duration.ofHours(12), 3, Duration.ofSeconds(20), List.of("openid-of-founder"));

    final Community community = DemoCommunity.open();
    final DatabaseClient database;
    final LettuceConnectionFactory redis;
    final AccountStore accounts;
    final PostStore posts;
    final HomeStore homes;
    final PhoneStore phones;
    final SessionStore sessions;
    final StaleSessions stale;
    final SessionDesk sessionDesk;
    final ProfileDesk profileDesk;
    final HomeDesk homeDesk;
    final AccountDesk accountDesk;

    Desks(DatabaseClient database, int redisPort) {
        this.database = database;
        redis = redisAt(redisPort);
        accounts = new AccountStore(database);
        posts = new PostStore(database);
        homes = new HomeStore(database);
        phones = new PhoneStore(database, new Vault(PrivacySettings.of(Keys.fresh())));
        sessions = new SessionStore(new ReactiveStringRedisTemplate(redis), SETTINGS);
        stale = new StaleSessions(posts, sessions);
        var wechat = new CodeIsThePerson();
        sessionDesk = new SessionDesk(wechat, accounts, posts, sessions, SETTINGS);
        profileDesk = new ProfileDesk(wechat, community, phones, homes);
        homeDesk = new HomeDesk(homes);
        accountDesk = new AccountDesk(accounts, phones, posts, stale, community);
    }

    static LettuceConnectionFactory redisAt(int port) {
        var factory = new LettuceConnectionFactory("127.0.0.1", port);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    Session logIn(String person) {
        return await(sessionDesk.login(person));
    }

    AccountId enrolled(String person) {
        accounts.enrol(new WechatIdentity("openid-of-" + person, "unionid-of-" + person))
                .block();
        return await(accounts.find("openid-of-" + person)).id();
    }

    /** Somebody with these posts, logged in. */
    Session staff(String person, Post... held) {
        var id = enrolled(person);
        await(posts.replace(id, await(posts.version(id)), List.of(held), AccountId.SYSTEM));
        return logIn(person);
    }

    static <T> T await(Mono<T> answer) {
        return Objects.requireNonNull(answer.block());
    }

    @Override
    public void close() {
        redis.destroy();
    }
}
