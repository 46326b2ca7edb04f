package cn.huiyin.wechat.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.store.Windows;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import cn.huiyin.rehearsal.wechat.Fault;
import cn.huiyin.rehearsal.wechat.SentMessage;
import cn.huiyin.rehearsal.wechat.WechatStandIn;
import cn.huiyin.wechat.CustomerService;
import cn.huiyin.wechat.OurSide;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What becomes of a push: on a real database, with a stand-in for WeChat that takes customer-service messages. */
@StoreTest
class PushDeskTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(30);
    private static final List<Duration> LADDER = List.of(Duration.ofSeconds(2), Duration.ofMinutes(1));

    private final DatabaseClient database;
    private final RehearsalClock clock;
    private final Pushes pushes;
    private final PushRows rows;
    private final AtomicInteger heard = new AtomicInteger();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Function<Pushed, Mono<String>> listening = pushed -> Mono.just("收到：" + pushed.field("Content"));
    private static WechatStandIn wechat;
    private static OurSide ourSide;

    PushDeskTest(TestDatabase database, RehearsalClock clock) {
        this.database = database.client();
        this.clock = clock;
        this.pushes =
                new Pushes(this.database, new Vault(new PrivacySettings(Keys.fresh(), Duration.ofMinutes(1), 100)));
        this.rows = new PushRows(this.database);
    }

    @BeforeAll
    static void wechatIsThere(RehearsalClock clock) {
        wechat = WechatStandIn.start(0, clock::now);
        ourSide = OurSide.at(wechat);
    }

    @AfterAll
    static void wechatGoes() throws Exception {
        ourSide.close();
        wechat.close();
    }

    @BeforeEach
    void nothingIsThere() {
        database.sql("TRUNCATE wechat_push").then().block();
        wechat.noMoreFaults();
    }

    @Test
    void aRepeatedPushHasOneEffectAndGetsTheSameAnswer() {
        var push = aText("路灯不亮");
        var node = node(usual());

        assertThat(said(node, push)).isEqualTo("收到：路灯不亮");
        assertThat(said(node, push)).isEqualTo("收到：路灯不亮");
        assertThat(said(node(usual()), push)).isEqualTo("收到：路灯不亮");
        assertThat(heard).hasValue(1);
    }

    @Test
    void twentyAtOnceHaveOneEffectAndGetTheSameAnswer() {
        var push = aText("路灯不亮");
        var slow = listening;
        listening = pushed -> Mono.delay(Duration.ofMillis(50)).then(slow.apply(pushed));
        var node = node(usual());

        var answers = Flux.range(0, 20)
                .flatMap(i -> node.desk.take(push, now()).map(Told::text), 20)
                .collectList()
                .block(A_MOMENT);

        assertThat(answers).hasSize(20).containsOnly("收到：路灯不亮");
        assertThat(heard).hasValue(1);
    }

    @Test
    void aSlowAnswerBecomesSuccessInTimeAndACustomerServiceMessageAfter() {
        var push = aText("查进度");
        wechat.speaks(push.sender());
        var thinking = Sinks.<String>one();
        listening = pushed -> thinking.asMono();
        var node = node(answerWithin(Duration.ofMillis(200)));

        assertThat(said(node, push)).isEmpty();
        assertThat(messages(push)).isEmpty();
        thinking.tryEmitValue("正在办理");
        await(() -> standing(push).equals("DONE"));

        assertThat(messages(push)).containsExactly("正在办理");
        assertThat(said(node, push)).as("a repeat").isEmpty();
        assertThat(sweep(node)).isZero();
        assertThat(messages(push)).hasSize(1);
        assertThat(heard).hasValue(1);
    }

    @Test
    void aLateAnswerThatWechatDoesNotTakeIsTriedAgainAndThenParked() {
        var push = aText("查进度");
        wechat.speaks(push.sender());
        wechat.fault(new Fault("/cgi-bin/message/custom/send", -1, null, null, 1));
        var usually = listening;
        listening = pushed -> Mono.delay(Duration.ofMillis(300)).then(usually.apply(pushed));
        var node = node(answerWithin(Duration.ofMillis(10)));

        assertThat(said(node, push)).isEmpty();
        await(() -> one("SELECT failures::text", push).equals("1"));
        clock.advance(LADDER.get(0));
        sweep(node);
        assertThat(standing(push)).isEqualTo("DONE");
        assertThat(messages(push)).containsExactly("收到：查进度");

        var tooLate = aText("查进度");
        assertThat(said(node, tooLate)).isEmpty();
        await(() -> standing(tooLate).equals("PARKED"));
        assertThat(one("SELECT last_error", tooLate)).contains("45015");
    }

    @Test
    void whatFailedIsTakenUpAgainAndAnsweredByCustomerService() {
        var push = aText("查进度");
        wechat.speaks(push.sender());
        var usually = listening;
        listening =
                pushed -> heard.get() == 1 ? Mono.error(new IllegalStateException("broken")) : usually.apply(pushed);
        var node = node(usual());

        assertThat(said(node, push)).isEmpty();
        assertThat(sweep(node)).as("not yet").isZero();
        clock.advance(LADDER.get(0));
        assertThat(sweep(node)).isEqualTo(1);

        assertThat(standing(push)).isEqualTo("DONE");
        assertThat(messages(push)).containsExactly("收到：查进度");
        assertThat(heard).hasValue(2);
    }

    @Test
    void whatWasInTheHandsOfADeadNodeIsTakenUpWhenItsLeaseEnds() {
        var push = aText("路灯不亮");
        wechat.speaks(push.sender());
        pushes.keep(push, push.key(), true, now(), Duration.ofMinutes(5), usual().lease())
                .block();
        var node = node(usual());

        assertThat(sweep(node)).isZero();
        clock.advance(usual().lease());
        assertThat(sweep(node)).isEqualTo(1);
        assertThat(messages(push)).containsExactly("收到：路灯不亮");
    }

    @Test
    void twoNodesDoNotTakeUpTheSame() {
        for (int i = 0; i < 30; i++) {
            var push = aText("第" + i + "条");
            wechat.speaks(push.sender());
            pushes.keep(push, push.key(), true, now(), Duration.ofMinutes(5), usual().lease())
                    .block();
        }
        clock.advance(usual().lease());

        var before = wechat.messages().size();
        Flux.range(0, 4)
                .flatMap(i -> node(usual()).sweep.sweep(), 4)
                .reduce(Integer::sum)
                .block(A_MOMENT);

        assertThat(heard).hasValue(30);
        assertThat(wechat.messages().stream().skip(before).filter(SentMessage::arrived))
                .hasSize(30);
    }

    @Test
    void whatFailsToTheEndIsParkedShownAndCanBeTakenUpAgain() {
        var push = aText("查进度");
        wechat.speaks(push.sender());
        var usually = listening;
        listening = pushed -> Mono.error(new IllegalStateException("broken"));
        var node = node(usual());

        said(node, push);
        for (var rung : LADDER) {
            clock.advance(rung);
            sweep(node);
        }

        assertThat(standing(push)).isEqualTo("PARKED");
        assertThat(node.sweep.tidy().block(A_MOMENT)).isPositive();
        assertThat(registry.get("huiyin.wechat.pushes.parked").gauge().value()).isPositive();
        var shown = rows.page("PARKED", Long.MAX_VALUE, 10).block(A_MOMENT).get(0);
        assertThat(shown.json()).contains("IllegalStateException").doesNotContain(push.sender(), "查进度");

        listening = usually;
        assertThat(rows.takeUpAgain(shown.id(), 1L).block(A_MOMENT)).isTrue();
        assertThat(rows.takeUpAgain(shown.id(), 1L).block(A_MOMENT)).isFalse();
        sweep(node);
        assertThat(messages(push)).containsExactly("收到：查进度");
    }

    @Test
    void whatIsNotKnownHereIsTriedForAWhileAndLetGo() {
        var push = aText("回执");
        listening = pushed -> Mono.error(new Unmatched("no message with this receipt"));
        var node = node(usual());

        said(node, push);
        assertThat(standing(push)).isEqualTo("WAITING");
        for (var rung : LADDER) {
            clock.advance(rung);
            sweep(node);
        }
        assertThat(standing(push)).isEqualTo("DONE");
        assertThat(heard).hasValue(1 + LADDER.size());
    }

    @Test
    void theWordsOfAPersonAreSealedWhileTheyWaitAndGoneWhenTheyAreAnswered() {
        var push = aText("我家住三楼");
        wechat.speaks(push.sender());
        var usually = listening;
        listening = pushed -> Mono.error(new IllegalStateException("broken"));
        var node = node(usual());
        said(node, push);

        assertThat(one("SELECT content", push)).isNotEqualTo("null");
        assertThat(one("SELECT row_to_json(wechat_push)::text", push)).doesNotContain("三楼", push.sender());

        listening = usually;
        clock.advance(LADDER.get(0));
        sweep(node);
        assertThat(one("SELECT concat(content, answer)", push)).isEmpty();
    }

    @Test
    void anAnswerIsForgottenAfterAWhileAndThePushAfterDays() {
        var push = aText("你好");
        var node = node(usual());
        said(node, push);
        assertThat(one("SELECT answer", push)).isNotEqualTo("null").doesNotContain("你好");

        clock.advance(usual().answersKept().plusSeconds(1));
        node.sweep.tidy().block(A_MOMENT);
        assertThat(one("SELECT answer", push)).isEqualTo("null");
        assertThat(said(node, push)).as("still known").isEmpty();
        assertThat(heard).hasValue(1);

        clock.advance(usual().kept());
        node.sweep.tidy().block(A_MOMENT);
        assertThat(standing(push)).isEqualTo("nothing");
    }

    @Test
    void moreThanCanBeInHandAreLeftToTheSweep() {
        var thinking = Sinks.<String>one();
        listening = pushed -> thinking.asMono();
        var node = node(limits(Duration.ofMillis(100), Duration.ofSeconds(5), 1));
        var first = aText("一");
        var second = aText("二");
        wechat.speaks(first.sender());
        wechat.speaks(second.sender());

        assertThat(said(node, first)).isEmpty();
        assertThat(said(node, second)).isEmpty();
        assertThat(heard).hasValue(1);
        thinking.tryEmitValue("好的");
        await(() -> standing(first).equals("DONE"));
        assertThat(sweep(node)).isEqualTo(1);
        assertThat(messages(second)).containsExactly("好的");
    }

    @Test
    void whereTheDatabaseIsAwayThereIsNoSuccessAndTheWaitOutlastsThatOfWechat() {
        var away = DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://u:p@127.0.0.1:1/none"));
        var vault = new Vault(new PrivacySettings(Keys.fresh(), Duration.ofMinutes(1), 100));
        var node = node(limits(Duration.ofMillis(100), Duration.ofMillis(700), 10), new Pushes(away, vault));
        var begun = System.nanoTime();

        var refusal = catchThrowableOfType(Refusal.class, () -> said(node, aText("你好")));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
        assertThat(heard).hasValue(0);
    }

    @Test
    void aMessageThatNobodyListensToIsRememberedWithoutItsWords() {
        var push = new Pushed(
                PushApp.MINIAPP,
                Map.of(
                        "MsgType",
                        "text",
                        "FromUserName",
                        "o-li",
                        "Content",
                        "你好",
                        "MsgId",
                        UUID.randomUUID().toString()),
                Map.of());

        assertThat(said(node(usual()), push)).isEmpty();
        assertThat(standing(push)).isEqualTo("UNHEARD");
        assertThat(one("SELECT content", push)).isEqualTo("null");
    }

    private record Node(PushDesk desk, PushSweep sweep) {}

    private Node node(PushSettings.Limits limits) {
        return node(limits, pushes);
    }

    private Node node(PushSettings.Limits limits, Pushes pushes) {
        var nobody = new PushSettings.Account(null, null, null);
        var settings = new PushSettings(nobody, nobody, limits);
        var listeners = new Listeners(List.of(listener()));
        var beans = new StaticListableBeanFactory(
                Map.of("customerService", ourSide.customerService(new ServiceWindows(new Windows(database)))));
        var meters = new PushMeters(registry, listeners);
        var work = new PushWork(pushes, listeners, beans.getBeanProvider(CustomerService.class), meters, settings);
        return new Node(
                new PushDesk(pushes, listeners, work, meters, settings),
                new PushSweep(pushes, rows, work, meters, settings));
    }

    private PushListener listener() {
        return new PushListener() {
            @Override
            public PushApp app() {
                return PushApp.MP;
            }

            @Override
            public Set<String> kinds() {
                return Set.of("text");
            }

            @Override
            public Mono<String> hear(Pushed pushed) {
                heard.incrementAndGet();
                return listening.apply(pushed);
            }
        };
    }

    private static PushSettings.Limits usual() {
        return answerWithin(Duration.ofSeconds(4));
    }

    private static PushSettings.Limits answerWithin(Duration limit) {
        return limits(limit, Duration.ofSeconds(5), 100);
    }

    private static PushSettings.Limits limits(Duration answerWithin, Duration holdWithin, int atOnce) {
        return new PushSettings.Limits(
                answerWithin,
                holdWithin,
                Duration.ofMinutes(5),
                DataSize.ofKilobytes(64),
                atOnce,
                Duration.ZERO,
                Duration.ofSeconds(30),
                LADDER,
                Duration.ofMinutes(10),
                Duration.ofDays(7));
    }

    private static Pushed aText(String words) {
        var fields = new HashMap<>(Map.of("MsgType", "text", "ToUserName", "gh_1", "Content", words));
        fields.put("FromUserName", "mp-" + UUID.randomUUID());
        fields.put("MsgId", UUID.randomUUID().toString());
        return new Pushed(PushApp.MP, Map.copyOf(fields), Map.of());
    }

    private long now() {
        return clock.now().getEpochSecond();
    }

    private String said(Node node, Pushed push) {
        return node.desk.take(push, now()).map(Told::text).block(A_MOMENT);
    }

    private int sweep(Node node) {
        return node.sweep.sweep().block(A_MOMENT);
    }

    private List<String> messages(Pushed to) {
        return wechat.messages().stream()
                .filter(message -> message.openid().equals(to.sender()))
                .filter(SentMessage::arrived)
                .map(message -> message.fields().get("text"))
                .toList();
    }

    private String standing(Pushed push) {
        return one("SELECT state", push);
    }

    private String one(String select, Pushed push) {
        return database.sql(select + " FROM wechat_push WHERE key = '" + push.key() + "'")
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .defaultIfEmpty("nothing")
                .block();
    }

    /** Until something that goes on by itself is done. */
    private static void await(BooleanSupplier so) {
        var until = System.nanoTime() + A_MOMENT.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            Mono.delay(Duration.ofMillis(20)).block();
        }
    }
}
