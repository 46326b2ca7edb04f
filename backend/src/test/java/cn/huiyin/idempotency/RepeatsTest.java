package cn.huiyin.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@StoreTest
class RepeatsTest {

    private static final long LI = 42;

    private final TestDatabase database;
    private final DatabaseClient client;
    private final TransactionalOperator tx;
    private final KeptAnswers kept;
    private final Repeats repeats;

    RepeatsTest(TestDatabase database) {
        this.database = database;
        this.client = database.client();
        this.tx = database.transactions();
        this.kept = new KeptAnswers(client, new JsonMapper());
        this.repeats = new Repeats(kept);
    }

    @BeforeEach
    void aTableOfEffects() {
        database.execute(
                "CREATE TABLE IF NOT EXISTS effect (id bigint GENERATED ALWAYS AS IDENTITY, word text)",
                "DELETE FROM effect",
                "DELETE FROM kept_answer");
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAndOneEffect() {
        Answer first = file("k", "灯坏了").block();
        Answer again = file("k", "灯坏了").block();
        assertThat(again).isEqualTo(first);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAndDoesNothing() {
        file("k", "灯坏了").block();
        assertThatThrownBy(() -> file("k", "水管漏了").block()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        });
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachRequestHasItsEffect() {
        var keyless = repeat(LI, null, "灯坏了");
        repeats.once(keyless, () -> file(keyless, "灯坏了")).block();
        repeats.once(keyless, () -> file(keyless, "灯坏了")).block();
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void twoCallersMayUseTheSameKey() {
        file(repeat(LI, "k", "灯"), "灯").block();
        file(repeat(LI + 1, "k", "灯"), "灯").block();
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void aHundredAtOnceWithOneKeyHaveOneEffectAndOneAnswer() {
        List<Answer> answers = Flux.range(0, 100)
                .flatMap(n -> file("k", "灯坏了"), 100)
                .collectList()
                .block(Duration.ofSeconds(60));
        assertThat(answers).hasSize(100);
        assertThat(Map.of("distinct", answers.stream().distinct().count())).containsValue(1L);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aHundredTransactionsAtOnceWithOneKeyHaveOneEffectAndOneAnswer() {
        List<Answer> answers = Flux.range(0, 100)
                .flatMap(
                        n -> repeats.once(repeat(LI, "k", "灯"), () -> fileInTransaction(repeat(LI, "k", "灯"), "灯")),
                        100)
                .collectList()
                .block(Duration.ofSeconds(60));
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void whatFailsMidwayLeavesNeitherEffectNorAnswer() {
        var repeat = repeat(LI, "k", "灯");
        Mono<Answer> crashing =
                fileInTransaction(repeat, "灯").flatMap(done -> Mono.<Answer>error(new IllegalStateException("crash")));
        assertThatThrownBy(() -> repeats.once(repeat, () -> crashing.as(tx::transactional))
                        .block())
                .isInstanceOf(IllegalStateException.class);
        assertThat(effects()).isZero();
        assertThat(kept.find(LI, "k").blockOptional()).isEmpty();
        assertThat(file("k", "灯").block()).isNotNull();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aMoveThatWasMadeIsNotRefusedTheSecondTime() {
        var repeat = repeat(LI, "k", "REPLY");
        Answer first = repeats.once(repeat, () -> file(repeat, "REPLY")).block();
        Mono<Answer> refused = Mono.error(Refusal.conflict("MOVE_REFUSED", "已经答复过了"));
        assertThat(repeats.once(repeat, () -> refused).block()).isEqualTo(first);
        var other = repeat(LI, "k2", "REPLY");
        assertThatThrownBy(() -> repeats.once(other, () -> refused).block()).hasMessageContaining("MOVE_REFUSED");
    }

    @Test
    void oneStillUnderWayIsAConflictThatMayBeTriedAgain() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var repeat = repeat(LI, "k", "灯");
        Mono<Answer> slow = fileInTransaction(repeat, "灯")
                .delayUntil(done -> Mono.fromCallable(() -> {
                            begun.countDown();
                            return go.await(20, TimeUnit.SECONDS);
                        })
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .as(tx::transactional);
        var first = repeats.once(repeat, () -> slow).toFuture();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Mono<Answer> impatient = client.sql("SET LOCAL lock_timeout = '200ms'")
                .then()
                .then(fileInTransaction(repeat, "灯"))
                .as(tx::transactional);
        assertThatThrownBy(() -> repeats.once(repeat, () -> impatient).block())
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("STILL_UNDER_WAY");
                    assertThat(refusal.status()).isEqualTo(409);
                    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                });
        go.countDown();
        assertThat(file("k", "灯").block()).isEqualTo(first.get(10, TimeUnit.SECONDS));
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aBegunWriteIsFinishedThoughTheClientLeft() {
        var repeat = repeat(LI, "k", "灯");
        var done = new CountDownLatch(1);
        Mono<Answer> work = Mono.delay(Duration.ofMillis(100))
                .then(fileInTransaction(repeat, "灯"))
                .doOnSuccess(answer -> done.countDown());
        repeats.once(repeat, () -> work).subscribe().dispose();
        assertThat(awaited(done)).isTrue();
        assertThat(file("k", "灯").block()).isNotNull();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void answersAreForgottenAfterTwoDaysAndNotBefore(RehearsalClock clock) {
        var forgetting = new Forgetting(kept, new ForgettingSettings(Duration.ofHours(48), Duration.ofMinutes(10), 3));
        Flux.range(0, 10).concatMap(n -> file("k" + n, "灯")).blockLast();
        clock.advance(Duration.ofHours(47));
        forgetting.forget().block();
        assertThat(count("kept_answer")).isEqualTo(10);
        clock.advance(Duration.ofHours(2));
        forgetting.forget().block();
        assertThat(count("kept_answer")).isZero();
    }

    @Test
    void aKeyThatIsNoKeyIsNamed() {
        for (String bad : List.of("", " ", "a b", "键", "x".repeat(129), "a\u0000")) {
            assertThatThrownBy(() -> Repeat.of(LI, bad, "POST /x", Map.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.faults())
                                    .extracting("field")
                                    .containsExactly("Idempotency-Key"));
        }
    }

    @Test
    void theOrderOfFieldsMakesNoDifferenceToTheFingerprint() {
        var one = Repeat.of(LI, "k", "POST /x", new JsonMapper().readTree("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}"));
        var two = Repeat.of(LI, "k", "POST /x", new JsonMapper().readTree("{\"b\":{\"d\":3,\"c\":2},\"a\":1}"));
        assertThat(one).isEqualTo(two);
        assertThat(Repeat.of(LI, "k", "POST /y", Map.of())).isNotEqualTo(Repeat.of(LI, "k", "POST /x", Map.of()));
    }

    private Mono<Answer> file(String key, String word) {
        var repeat = repeat(LI, key, word);
        return repeats.once(repeat, () -> file(repeat, word));
    }

    /** As a feature does it: the effect and the kept answer in one statement. */
    private Mono<Answer> file(Repeat repeat, String word) {
        String body = "{\"word\":\"" + word + "\",\"chance\":" + CHANCE.incrementAndGet() + "}";
        var sql = client.sql("""
                        WITH done AS (INSERT INTO effect (word) VALUES (:word) RETURNING id)
                        SELECT idempotency_keep(:caller, :key, :fingerprint, 201, '/x', '"1"', :body)
                        FROM done
                        """)
                .bind("word", word)
                .bind("caller", repeat.caller())
                .bind("fingerprint", repeat.fingerprint())
                .bind("body", body);
        return (repeat.key() == null ? sql.bindNull("key", String.class) : sql.bind("key", repeat.key()))
                .then()
                .thenReturn(new Answer(201, "/x", "\"1\"", body));
    }

    private static final AtomicLong CHANCE = new AtomicLong();

    private Mono<Answer> fileInTransaction(Repeat repeat, String word) {
        var answer = new Answer(201, null, null, "{\"chance\":" + CHANCE.incrementAndGet() + "}");
        return client.sql("INSERT INTO effect (word) VALUES (:word)")
                .bind("word", word)
                .then()
                .then(repeats.keep(repeat, answer))
                .thenReturn(answer)
                .as(tx::transactional);
    }

    private static Repeat repeat(long caller, String key, String word) {
        return Repeat.of(caller, key, "POST /api/v1/tickets", Map.of("description", word));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private long effects() {
        return count("effect");
    }

    private long count(String table) {
        return client.sql("SELECT count(*) FROM " + table)
                .mapValue(Long.class)
                .one()
                .block();
    }
}
