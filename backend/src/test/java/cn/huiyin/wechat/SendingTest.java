package cn.huiyin.wechat;

import static cn.huiyin.wechat.WechatMock.SUBSCRIBE;
import static cn.huiyin.wechat.WechatMock.TEMPLATE;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** What becomes of a message, for whatever WeChat says or fails to say. */
class SendingTest {

    private final WechatMock wechat = new WechatMock();
    private OurSide us;

    @BeforeEach
    void aTokenIsToBeHad() {
        us = new OurSide(wechat.baseUrl());
        wechat.givesTokens();
    }

    @AfterEach
    void hangUp() throws Exception {
        us.close();
        wechat.stop();
    }

    @Test
    void aSubscribeMessageIsDeliveredWithItsMsgid() {
        wechat.answers(SUBSCRIBE, okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":2258441234567890123}"));

        assertThat(us.send(us.subscribe)).isEqualTo(new Outcome.Delivered("2258441234567890123"));
        wechat.server()
                .verify(postRequestedFor(urlPathEqualTo(SUBSCRIBE))
                        .withQueryParam("access_token", equalTo("token-1"))
                        .withRequestBody(equalToJson("""
                                {"touser":"o-li","template_id":"tmpl-received","page":"pages/ticket/show?no=HY1",
                                 "miniprogram_state":"trial","lang":"zh_CN","data":{"thing1":{"value":"路灯不亮"}}}
                                """)));
    }

    @Test
    void aTemplateMessageOpensTheMiniProgramAndCarriesItsOwnId() {
        wechat.answers(TEMPLATE, okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228332}"));

        assertThat(us.send(us.template)).isEqualTo(new Outcome.Delivered("200228332"));
        wechat.server().verify(postRequestedFor(urlPathEqualTo(TEMPLATE)).withRequestBody(equalToJson("""
                        {"touser":"o-li","template_id":"tmpl-received","client_msg_id":"m-1",
                         "miniprogram":{"appid":"%s","pagepath":"pages/ticket/show?no=HY1"},
                         "data":{"thing1":{"value":"路灯不亮"}}}
                        """.formatted(
                        us.appId))));
    }

    /** The table of the platform's facts, written out once more by hand. */
    @ParameterizedTest(name = "{0} {1} -> {2} {3}")
    @CsvSource({
        "SUBSCRIBE, 43101, NextChannel, GRANT_GONE",
        "SUBSCRIBE, 40003, NextChannel, RECIPIENT_OFF",
        "SUBSCRIBE, 40037, StopTemplate,",
        "SUBSCRIBE, 41030, StopTemplate,",
        "SUBSCRIBE, 43107, StopTemplate,",
        "SUBSCRIBE, 43108, Retry, PT2S",
        "SUBSCRIBE, 45168, Dead,",
        "SUBSCRIBE, 47003, Dead,",
        "SUBSCRIBE, 45009, Park,",
        "SUBSCRIBE, -1, Retry,",
        "SUBSCRIBE, 45011, Retry, PT1M",
        "SUBSCRIBE, 40164, Down, PT10M",
        "SUBSCRIBE, 40001, Retry,",
        "SUBSCRIBE, 40014, Retry,",
        "SUBSCRIBE, 42001, Retry,",
        "SUBSCRIBE, 99999, Dead,",
        "TEMPLATE, 43004, NextChannel, NOT_FOLLOWER",
        "TEMPLATE, 40003, NextChannel, RECIPIENT_OFF",
        "TEMPLATE, 43116, StopTemplate,",
        "TEMPLATE, 40249, StopTemplate,",
        "TEMPLATE, 40251, StopTemplate,",
        "TEMPLATE, 40037, StopTemplate,",
        "TEMPLATE, 40250, Dead,",
        "TEMPLATE, 47003, Dead,",
        "TEMPLATE, 40252, Retry, PT1H",
        "TEMPLATE, 45009, Park,",
        "TEMPLATE, -1, Retry,"
    })
    void eachCodeHasItsReaction(String name, int code, String kind, @Nullable String detail) {
        var channel = channel(name);
        wechat.answers(
                path(name),
                okJson("{\"errcode\":%d,\"errmsg\":\"argument invalid! data.thing1.value\"}".formatted(code)));

        var outcome = us.send(channel);

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(outcome.toString()).contains("data.thing1.value", String.valueOf(code));
        if (outcome instanceof Outcome.NextChannel next) {
            assertThat(next.cause()).isEqualTo(Cause.valueOf(detail));
        }
        if (outcome instanceof Outcome.Retry again) {
            assertThat(again.after()).isEqualTo(detail == null ? null : Duration.parse(detail));
        }
        if (outcome instanceof Outcome.Down down) {
            assertThat(down.after()).isEqualTo(Duration.parse(detail));
        }
    }

    static Stream<Arguments> shapes() {
        return Stream.of("SUBSCRIBE", "TEMPLATE")
                .flatMap(channel -> Stream.of(
                        shape(
                                channel,
                                "a page of HTML",
                                aResponse().withBody("<html>Sorry</html>"),
                                Outcome.Down.class),
                        shape(channel, "a list", okJson("[]"), Outcome.Down.class),
                        shape(channel, "a word", okJson("\"ok\""), Outcome.Down.class),
                        shape(channel, "HTTP 502", aResponse().withStatus(502), Outcome.Down.class),
                        shape(channel, "HTTP 403", aResponse().withStatus(403), Outcome.Down.class),
                        shape(channel, "HTTP 504", aResponse().withStatus(504), Outcome.Unknown.class),
                        shape(channel, "nothing", aResponse().withStatus(200), Outcome.Unknown.class),
                        shape(channel, "an empty object", okJson("{}"), Outcome.Unknown.class),
                        shape(
                                channel,
                                "an answer that comes too late",
                                okJson("{\"errcode\":0}").withFixedDelay(4500),
                                Outcome.Unknown.class),
                        shape(
                                channel,
                                "a connection cut",
                                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                                Outcome.Unknown.class),
                        shape(
                                channel,
                                "garbage",
                                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                                Outcome.Unknown.class),
                        shape(
                                channel,
                                "no answer",
                                aResponse().withFault(Fault.EMPTY_RESPONSE),
                                Outcome.Unknown.class)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("shapes")
    void whetherToTryAgainDependsOnWhetherWechatMayHaveTakenIt(
            String name, String shape, ResponseDefinitionBuilder answer, Class<? extends Outcome> outcome) {
        wechat.answers(path(name), answer);

        assertThat(us.send(channel(name))).isInstanceOf(outcome);
        wechat.server().verify(1, postRequestedFor(urlPathEqualTo(path(name))));
    }

    @Test
    void whereNobodyListensTheMessageIsTriedAgain() throws Exception {
        wechat.answers(SUBSCRIBE, okJson("{\"errcode\":0,\"msgid\":1}"));
        us.send(us.subscribe);
        wechat.stop();

        assertThat(us.send(us.subscribe)).isInstanceOf(Outcome.Down.class);
    }

    @Test
    void aFullQueueSendsTheMessageBackToTheOutboxAtOnce() throws Exception {
        wechat.answers(SUBSCRIBE, okJson("{\"errcode\":0,\"msgid\":1}").withFixedDelay(400));
        var narrow = new WechatLimits(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(8),
                Duration.ofSeconds(25),
                1,
                1,
                1,
                1);
        try (var few = new OurSide(wechat.baseUrl(), narrow)) {
            var outcomes = Flux.merge(IntStream.range(0, 5)
                            .mapToObj(i -> few.subscribe.send(OurSide.aParcel()))
                            .toList())
                    .collectList()
                    .block(OurSide.A_MOMENT);

            assertThat(outcomes).filteredOn(Outcome.Delivered.class::isInstance).hasSize(2);
            assertThat(outcomes)
                    .filteredOn(Outcome.Retry.class::isInstance)
                    .hasSize(3)
                    .allSatisfy(again -> assertThat(again.toString()).contains("队列已满"));
        }
    }

    private Channel channel(String name) {
        return name.equals("SUBSCRIBE") ? us.subscribe : us.template;
    }

    private static String path(String name) {
        return name.equals("SUBSCRIBE") ? SUBSCRIBE : TEMPLATE;
    }

    private static Arguments shape(
            String channel, String name, ResponseDefinitionBuilder answer, Class<? extends Outcome> outcome) {
        return Arguments.of(channel, name, answer, outcome);
    }
}
