package cn.huiyin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.FreePort;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestServers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@StoreTest
class SessionDeskTest {

    private final Desks here;

    SessionDeskTest(DatabaseClient database) {
        here = new Desks(database, TestServers.redis().port());
    }

    @AfterEach
    void leave() {
        here.close();
    }

    @Test
    void twoLoginsAtOnceAreOneAccount() {
        var ids = Flux.range(0, 8)
                .flatMap(again -> here.sessionDesk.login("wang"))
                .map(session -> session.caller().id())
                .distinct()
                .collectList()
                .block();

        assertThat(ids).hasSize(1);
        assertThat(here.database
                        .sql("SELECT count(*) FROM account WHERE miniapp_openid = 'openid-of-wang'")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isEqualTo(1);
    }

    @Test
    void aNewResidentIsCalledByTheEndOfTheirNumber() {
        var caller = here.logIn("li").caller();

        assertThat(caller.displayName()).isEqualTo("居民" + caller.id());
        assertThat(caller.posts()).containsExactly(Post.resident());
    }

    @Test
    void theOldestDeviceIsLoggedOutWhenOneMoreComes() {
        var first = here.logIn("zhao");
        var others = List.of(here.logIn("zhao"), here.logIn("zhao"), here.logIn("zhao"));

        assertThat(here.sessions.find(first.token()).blockOptional()).isEmpty();
        assertThat(others)
                .allSatisfy(
                        other -> assertThat(here.sessions.find(other.token()).blockOptional())
                                .isPresent());
    }

    @Test
    void whoIsNamedInTheSettingsBecomesTheFirstAdministrator() {
        here.logIn("founder");
        var founder = here.logIn("founder").caller();

        assertThat(founder.posts()).hasSize(2);
        assertThat(founder.is(Role.ADMIN, new PlacePath("/qinghe/"))).isTrue();
    }

    @Test
    void redisKeepsNoTokenThatCouldBeUsed() {
        var session = here.logIn("sun");

        var keys = Objects.requireNonNull(new ReactiveStringRedisTemplate(here.redis)
                .keys("huiyin:*")
                .collectList()
                .block());
        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains(session.token()));
        assertThat(session.toString()).doesNotContain(session.token());
    }

    @Test
    void whileRedisIsAwayTheAnswerIsTryAgainAndNotLogInAgain() {
        var nobodyThere = Desks.redisAt(FreePort.any());
        var away = new SessionStore(new ReactiveStringRedisTemplate(nobodyThere), Desks.SETTINGS);

        assertThatThrownBy(() -> away.find("A".repeat(43)).block()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPositive();
        });
        nobodyThere.destroy();
    }
}
