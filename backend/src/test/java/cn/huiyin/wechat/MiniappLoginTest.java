package cn.huiyin.wechat;

import static cn.huiyin.wechat.WechatMock.LOGIN;
import static cn.huiyin.wechat.WechatMock.PHONE;
import static cn.huiyin.wechat.WechatMock.TOKEN;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.problem.Refusal;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class MiniappLoginTest {

    private final WechatMock wechat = new WechatMock();
    private final OurSide us = new OurSide(wechat.baseUrl());

    @AfterEach
    void hangUp() throws Exception {
        us.close();
        wechat.stop();
    }

    @Test
    void aCodeTellsWhoItIsAndTheSessionKeyStaysBehind() {
        wechat.answers(LOGIN, okJson("{\"openid\":\"o-li\",\"unionid\":\"u-li\",\"session_key\":\"never-told\"}"));

        assertThat(now(us.login.login("a&b=c"))).isEqualTo(new WechatIdentity("o-li", "u-li"));
        wechat.server()
                .verify(getRequestedFor(urlPathEqualTo(LOGIN))
                        .withQueryParam("appid", equalTo(us.appId))
                        .withQueryParam("secret", equalTo(us.secret))
                        .withQueryParam("js_code", equalTo("a&b=c"))
                        .withQueryParam("grant_type", equalTo("authorization_code")));
    }

    @Test
    void withoutTheOpenPlatformThereIsNoUnionid() {
        wechat.answers(LOGIN, okJson("{\"openid\":\"o-li\",\"session_key\":\"never-told\"}"));

        assertThat(now(us.login.login("code"))).isEqualTo(new WechatIdentity("o-li", null));
    }

    @Test
    void loginGoesOnWhileNoTokenIsToBeHad() {
        wechat.answers(TOKEN, aResponse().withStatus(500));
        wechat.answers(LOGIN, okJson("{\"openid\":\"o-li\",\"session_key\":\"never-told\"}"));

        assertThat(now(us.login.login("code")).openid()).isEqualTo("o-li");
        assertThat(wechat.tokensGiven()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "40029, 401, LOGIN_CODE_INVALID",
        "40163, 401, LOGIN_CODE_INVALID",
        "40226, 403, LOGIN_REFUSED",
        "45011, 503, WECHAT_AWAY",
        "40125, 503, WECHAT_AWAY",
        "-1, 503, WECHAT_AWAY"
    })
    void eachCodeOfTheLoginIsARefusalThatCanBeUnderstood(int errcode, int status, String code) {
        wechat.answers(LOGIN, okJson("{\"errcode\":%d,\"errmsg\":\"no, rid: 1-2-3\"}".formatted(errcode)));

        assertThatThrownBy(() -> now(us.login.login("code"))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.retryAfter() != null).isEqualTo(status == 503);
        });
    }

    @Test
    void aBusyMomentOfWechatIsNotShownToThePerson() {
        wechat.server()
                .stubFor(get(urlPathEqualTo(LOGIN))
                        .inScenario("busy")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("well again")
                        .willReturn(okJson("{\"errcode\":-1,\"errmsg\":\"system error\"}")));
        wechat.server()
                .stubFor(get(urlPathEqualTo(LOGIN))
                        .inScenario("busy")
                        .whenScenarioStateIs("well again")
                        .willReturn(okJson("{\"openid\":\"o-li\"}")));

        assertThat(now(us.login.login("code")).openid()).isEqualTo("o-li");
    }

    static Stream<ResponseDefinitionBuilder> outages() {
        return Stream.of(
                aResponse().withBody("<html>Sorry</html>"),
                aResponse().withStatus(200),
                aResponse().withStatus(502),
                okJson("{}"),
                okJson("[]"),
                okJson("{\"openid\":\"o-li\"}").withFixedDelay(4500),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageIsToldAsSuchWithATimeToComeAgain(ResponseDefinitionBuilder answer) {
        wechat.answers(LOGIN, answer);

        assertThatThrownBy(() -> now(us.login.login("code"))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPositive();
        });
    }

    @Test
    void aPhoneCodeTellsTheNumber() {
        wechat.givesTokens();
        wechat.answers(PHONE, phone("13900000001", us.appId));

        assertThat(now(us.login.phoneNumber("phone-code"))).isEqualTo("13900000001");
        wechat.server()
                .verify(postRequestedFor(urlPathEqualTo(PHONE))
                        .withRequestBody(equalToJson("{\"code\":\"phone-code\"}")));
    }

    @Test
    void aPhoneNumberMeantForAnotherAppIsNotTaken() {
        wechat.givesTokens();
        wechat.answers(PHONE, phone("13900000001", "wx-of-somebody-else"));

        assertRefused(us.login.phoneNumber("phone-code"), 422);
    }

    @ParameterizedTest
    @CsvSource({"40029, 422", "40163, 422", "40013, 503", "40001, 503"})
    void eachCodeOfThePhoneNumberIsARefusal(int errcode, int status) {
        wechat.givesTokens();
        wechat.answers(PHONE, okJson("{\"errcode\":%d,\"errmsg\":\"no\"}".formatted(errcode)));

        assertRefused(us.login.phoneNumber("phone-code"), status);
    }

    private static void assertRefused(Mono<?> call, int status) {
        assertThatThrownBy(() -> now(call))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private static ResponseDefinitionBuilder phone(String number, String appId) {
        return okJson("""
                {"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"%1$s","purePhoneNumber":"%1$s",
                 "countryCode":"86","watermark":{"timestamp":1763740800,"appid":"%2$s"}}}
                """.formatted(number, appId));
    }

    private static <T> T now(Mono<T> call) {
        return call.block(Duration.ofSeconds(30));
    }
}
