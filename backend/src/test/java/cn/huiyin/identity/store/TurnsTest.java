package cn.huiyin.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.identity.TurnstileSettings;
import cn.huiyin.identity.TurnstileSettings.Kind;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.TestServers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;

class TurnsTest {

    /** Five at once, then one a minute: within a test nothing comes back. */
    private static final TurnstileSettings FIVE = new TurnstileSettings(
            new TurnstileSettings.Login(5, 1),
            new TurnstileSettings.Write(5, 1),
            new TurnstileSettings.Upload(5, 1),
            new TurnstileSettings.Read(5, 1),
            new TurnstileSettings.Open(5, 1),
            Duration.ofSeconds(5));

    private static final LettuceConnectionFactory REDIS =
            new LettuceConnectionFactory("127.0.0.1", TestServers.redis().port());

    /** Nobody listens there. */
    private static final LettuceConnectionFactory NOWHERE = new LettuceConnectionFactory("127.0.0.1", 1);

    @BeforeAll
    static void connect() {
        REDIS.start();
        NOWHERE.start();
    }

    @AfterAll
    static void disconnect() {
        REDIS.stop();
        NOWHERE.stop();
    }

    private final Turns one = turns(REDIS);
    private final Turns another = turns(REDIS);
    private final Turns cutOff = turns(NOWHERE);
    private final String somebody = UUID.randomUUID().toString();

    @Test
    void allReplicasTogetherLetAsManyThroughAsOne() {
        assertThat(letThrough(Kind.WRITE, 100, one, another)).isEqualTo(5);
    }

    @Test
    void readsAreCountedByEachReplicaForItself() {
        assertThat(letThrough(Kind.READ, 100, one, another)).isEqualTo(10);
    }

    @Test
    void eachKindAndEachPersonHasATurnOfTheirOwn() {
        letThrough(Kind.WRITE, 10, one);

        assertThat(one.wait(Kind.UPLOAD, somebody).block()).isZero();
        assertThat(one.wait(Kind.WRITE, "somebody else " + somebody).block()).isZero();
    }

    @Test
    void whoeverAskedTooOftenIsToldHowLongToWait() {
        letThrough(Kind.LOGIN, 5, one);

        assertThat(one.wait(Kind.LOGIN, somebody).block()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }

    @Test
    void whileRedisIsAwayEachReplicaCountsForItself() {
        assertThat(letThrough(Kind.WRITE, 100, cutOff)).isEqualTo(5);
    }

    @Test
    void whileRedisIsAwayNobodyLogsIn() {
        assertThatThrownBy(() -> cutOff.wait(Kind.LOGIN, somebody).block())
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.code()).isEqualTo("SESSIONS_AWAY");
                });
    }

    private long letThrough(Kind kind, int times, Turns... doors) {
        return Flux.fromStream(IntStream.range(0, times).boxed())
                .flatMap(i -> doors[i % doors.length].wait(kind, somebody), 32)
                .filter(Duration::isZero)
                .count()
                .block(Duration.ofSeconds(20));
    }

    private static Turns turns(LettuceConnectionFactory redis) {
        redis.afterPropertiesSet();
        return new Turns(new ReactiveStringRedisTemplate(redis), FIVE);
    }
}
