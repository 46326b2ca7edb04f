package cn.huiyin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.PostStore;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.FreePort;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@StoreTest
class SessionDeskTest {

    private final IdentitySettings settings = new IdentitySettings(
            Duration.ofDays(30), Duration.ofHours(12), 3, Duration.ofSeconds(20), List.of("openid-of-founder"));
    private final DatabaseClient database;
    private final AccountStore accounts;
    private final LettuceConnectionFactory redis = redisAt(TestServers.redis().port());
    private final SessionStore sessions = new SessionStore(new ReactiveStringRedisTemplate(redis), settings);
    private final SessionDesk desk;

    SessionDeskTest(DatabaseClient database) {
        this.database = database;
        this.accounts = new AccountStore(database);
        this.desk = new SessionDesk(new CodeIsThePerson(), accounts, new PostStore(database), sessions, settings);
    }

    @AfterEach
    void leaveRedis() {
        redis.destroy();
    }

    @Test
    void twoLoginsAtOnceAreOneAccount() {
        var ids = Flux.range(0, 8)
                .flatMap(again -> desk.login("wang"))
                .map(session -> session.caller().id())
                .distinct()
                .collectList()
                .block();

        assertThat(ids).hasSize(1);
        assertThat(database.sql("SELECT count(*) FROM account WHERE miniapp_openid = 'openid-of-wang'")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isEqualTo(1);
    }

    @Test
    void aNewResidentIsCalledByTheEndOfTheirNumber() {
        var caller = logIn("li").caller();

        assertThat(caller.displayName()).isEqualTo("居民" + caller.id());
        assertThat(caller.posts()).containsExactly(Post.resident());
    }

    @Test
    void theOldestDeviceIsLoggedOutWhenOneMoreComes() {
        var first = logIn("zhao");
        var others = List.of(logIn("zhao"), logIn("zhao"), logIn("zhao"));

        assertThat(sessions.find(first.token()).blockOptional()).isEmpty();
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(sessions.find(other.token()).blockOptional()).isPresent());
    }

    @Test
    void whoIsNamedInTheSettingsBecomesTheFirstAdministrator() {
        logIn("founder");
        var founder = logIn("founder").caller();

        assertThat(founder.posts()).hasSize(2);
        assertThat(founder.is(Role.ADMIN, new cn.huiyin.community.PlacePath("/qinghe/")))
                .isTrue();
    }

    @Test
    void redisKeepsNoTokenThatCouldBeUsed() {
        var session = logIn("sun");

        var keys = Objects.requireNonNull(new ReactiveStringRedisTemplate(redis)
                .keys("huiyin:*")
                .collectList()
                .block());
        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains(session.token()));
        assertThat(session.toString()).doesNotContain(session.token());
    }

    @Test
    void whileRedisIsAwayTheAnswerIsTryAgainAndNotLogInAgain() {
        var nobodyThere = redisAt(FreePort.any());
        var away = new SessionStore(new ReactiveStringRedisTemplate(nobodyThere), settings);

        assertThatThrownBy(() -> away.find("A".repeat(43)).block()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPositive();
        });
        nobodyThere.destroy();
    }

    private Session logIn(String code) {
        return Objects.requireNonNull(desk.login(code).block());
    }

    private static LettuceConnectionFactory redisAt(int port) {
        var factory = new LettuceConnectionFactory("127.0.0.1", port);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
