package cn.huiyin.wechat;

import static cn.huiyin.wechat.WechatMock.SUBSCRIBE;
import static cn.huiyin.wechat.WechatMock.TEMPLATE;
import static cn.huiyin.wechat.WechatMock.TOKEN;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.spi.Outcome;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class AccessTokenTest {

    private static final ResponseDefinitionBuilder TAKEN = okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":1}");

    private final WechatMock wechat = new WechatMock();
    private OurSide us;

    @BeforeEach
    void pickUp() {
        us = new OurSide(wechat.baseUrl());
        wechat.answers(SUBSCRIBE, TAKEN);
        wechat.answers(TEMPLATE, TAKEN);
    }

    @AfterEach
    void hangUp() throws Exception {
        us.close();
        wechat.stop();
    }

    @Test
    void aHundredColdCallersAskForOneToken() {
        wechat.givesTokens();

        assertThat(sendMany(100)).hasSize(100).allMatch(Outcome.Delivered.class::isInstance);
        assertThat(wechat.tokensGiven()).isOne();
        wechat.server()
                .verify(postRequestedFor(urlPathEqualTo(TOKEN))
                        .withRequestBody(matchingJsonPath("$.force_refresh", equalTo("false"))));
    }

    @Test
    void theTokensOfTheTwoAppsAreKeptApart() {
        wechat.givesTokens();

        us.send(us.subscribe);
        us.send(us.template);

        wechat.server().verify(tokenUsed(SUBSCRIBE, "token-1"));
        wechat.server().verify(tokenUsed(TEMPLATE, "token-2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40014, 42001})
    void aTokenThatHasRunOutIsFollowedByAnotherWithoutForce(int code) {
        wechat.givesTokens();
        refusesToken("token-1", code);

        assertThat(us.send(us.subscribe)).isInstanceOf(Outcome.Delivered.class);
        assertThat(wechat.tokensGiven()).isEqualTo(2);
        wechat.server().verify(0, tokenAsked(true));
        wechat.server().verify(2, postRequestedFor(urlPathEqualTo(SUBSCRIBE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40014, 42001})
    void aTokenThatStillRunsAndIsNotTakenIsForcedOutOnceAndTheMessageSentOnceMore(int code) {
        givesTheSameTokenUntilForced();
        refusesToken("token-1", code);

        assertThat(us.send(us.subscribe)).isInstanceOf(Outcome.Delivered.class);
        wechat.server().verify(1, tokenAsked(true));
        wechat.server().verify(2, postRequestedFor(urlPathEqualTo(SUBSCRIBE)));
    }

    @Test
    void manyMessagesWithARefusedTokenFetchOneNewToken() {
        wechat.givesTokens();
        us.send(us.subscribe);
        refusesToken("token-1", 40001);

        assertThat(sendMany(100))
                .filteredOn(outcome -> !(outcome instanceof Outcome.Delivered))
                .isEmpty();
        assertThat(wechat.tokensGiven()).isEqualTo(2);
    }

    @Test
    void refusedAgainTheMessagesWaitAndThereIsNoStorm() {
        givesTheSameTokenUntilForced();
        refusesToken("token-1", 40001);
        refusesToken("token-2", 40001);

        assertThat(sendMany(20))
                .allMatch(outcome -> outcome instanceof Outcome.Down || outcome instanceof Outcome.Retry);
        wechat.server().verify(1, tokenAsked(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {40164, 40125, 40243, 89503})
    void aSettingThatIsWrongIsOneAlarmAndNoStorm(int code) {
        wechat.answers(TOKEN, okJson("{\"errcode\":%d,\"errmsg\":\"invalid ip 192.0.2.1\"}".formatted(code)));

        assertThat(sendMany(50))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Down.class, again -> {
                    assertThat(again.reason()).contains(String.valueOf(code));
                    assertThat(again.after()).isEqualTo(Duration.ofMinutes(10));
                }));
        assertThat(wechat.tokensGiven()).isOne();
        assertThat(us.alarms()).isOne();
        wechat.server().verify(0, postRequestedFor(urlPathEqualTo(SUBSCRIBE)));
    }

    @Test
    void anOutageOfTheTokenCallIsRememberedForAWhile() {
        for (var answer : List.of(
                aResponse().withStatus(502),
                okJson("{}"),
                aResponse().withBody("<html>"),
                aResponse().withStatus(200),
                okJson("{\"errcode\":-1}"))) {
            try (var others = new OurSide(wechat.baseUrl())) {
                wechat.server().resetRequests();
                wechat.answers(TOKEN, answer);

                assertThat(IntStream.range(0, 10).mapToObj(i -> others.send(others.subscribe)))
                        .allMatch(Outcome.Down.class::isInstance);
                assertThat(wechat.tokensGiven()).isOne();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private List<Outcome> sendMany(int count) {
        return Flux.merge(
                        Flux.fromStream(IntStream.range(0, count).mapToObj(i -> us.subscribe.send(OurSide.aParcel()))),
                        128)
                .collectList()
                .block(OurSide.A_MOMENT);
    }

    private void givesTheSameTokenUntilForced() {
        wechat.givesTokens();
        for (boolean forced : new boolean[] {false, true}) {
            wechat.server()
                    .stubFor(post(urlPathEqualTo(TOKEN))
                            .withRequestBody(matchingJsonPath("$.force_refresh", equalTo(Boolean.toString(forced))))
                            .willReturn(okJson(
                                    "{\"access_token\":\"token-%d\",\"expires_in\":7200}".formatted(forced ? 2 : 1))));
        }
    }

    private static com.github.tomakehurst.wiremock.matching.RequestPatternBuilder tokenAsked(boolean forced) {
        return postRequestedFor(urlPathEqualTo(TOKEN))
                .withRequestBody(matchingJsonPath("$.force_refresh", equalTo(Boolean.toString(forced))));
    }

    private void refusesToken(String token, int code) {
        wechat.server()
                .stubFor(post(urlPathEqualTo(SUBSCRIBE))
                        .withQueryParam("access_token", equalTo(token))
                        .willReturn(okJson("{\"errcode\":%d,\"errmsg\":\"invalid credential\"}".formatted(code))));
    }

    private static com.github.tomakehurst.wiremock.matching.RequestPatternBuilder tokenUsed(String path, String token) {
        return postRequestedFor(urlPathEqualTo(path)).withQueryParam("access_token", equalTo(token));
    }
}
