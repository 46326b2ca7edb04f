package cn.huiyin.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.safety.spi.ContentChecker.Kind;
import cn.huiyin.safety.spi.ContentChecker.Media;
import cn.huiyin.safety.spi.ContentChecker.Text;
import cn.huiyin.safety.spi.Finding;
import cn.huiyin.safety.spi.Finding.Away;
import cn.huiyin.safety.spi.Finding.CannotTell;
import cn.huiyin.safety.spi.Finding.Failed;
import cn.huiyin.safety.spi.Finding.Judged;
import cn.huiyin.safety.spi.Finding.Submitted;
import cn.huiyin.safety.spi.Finding.Suggest;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentCheckTest {

    private static final String TEXT = "/wxa/msg_sec_check";
    private static final String MEDIA = "/wxa/media_check_async";
    private static final String URL = "https://huiyin.example/api/v1/media/1?until=2&sig=3";

    private final WechatMock wechat = new WechatMock();
    private final OurSide ours = new OurSide(wechat.baseUrl());

    @BeforeEach
    void tokens() {
        wechat.givesTokens();
    }

    @AfterEach
    void close() throws Exception {
        ours.close();
        wechat.stop();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(judged("pass", 100), new Judged(Suggest.PASS, 100)),
                Arguments.of(judged("review", 20002), new Judged(Suggest.REVIEW, 20002)),
                Arguments.of(judged("risky", 20001), new Judged(Suggest.RISKY, 20001)),
                Arguments.of(judged("maybe", 20001), new Failed("微信的回答里没有结果")),
                Arguments.of(no(61010), new CannotTell("用户两小时内没有使用小程序，微信不能检测")),
                Arguments.of(no(40003), new CannotTell("openid 不正确")),
                Arguments.of(no(-1), new Away("-1 微信系统繁忙", null)),
                Arguments.of(no(40001), new Away("40001 接口凭证无效", null)),
                Arguments.of(no(44991), new Away("44991 这一分钟的核对次数已用完", Duration.ofMinutes(1))),
                Arguments.of(no(45009), new Away("45009 今天的调用次数已用完", Duration.ofHours(1))),
                Arguments.of(no(48001), new Away("48001 没有这个接口的权限", Duration.ofMinutes(10))),
                Arguments.of(no(47001), new Failed("47001 微信返回了没有见过的错误码")),
                Arguments.of(
                        aResponse().withStatus(502).withBody("<html></html>"), new Away("微信前面的网关回答了 HTTP 502", null)),
                Arguments.of(aResponse().withBody("<html></html>"), new Away("回答的不是微信的 JSON", null)),
                Arguments.of(aResponse().withBody(""), new Away("回答是空的", null)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whateverWechatAnswersHasAMeaning(ResponseDefinitionBuilder answer, Finding finding) {
        wechat.answers(TEXT, answer);

        assertThat(text()).isEqualTo(finding);
    }

    @Test
    void anAnswerThatDoesNotComeIsNobodysFault() {
        wechat.answers(TEXT, judged("pass", 100).withFixedDelay(5000));

        assertThat(text()).isInstanceOf(Away.class);
    }

    @Test
    void aTextIsAskedAboutWithItsAuthorAndWhereItIsRead() {
        wechat.answers(TEXT, judged("pass", 100));
        text();

        wechat.server()
                .verify(postRequestedFor(urlPathEqualTo(TEXT))
                        .withRequestBody(
                                equalToJson("{\"openid\":\"o-li\",\"scene\":3,\"version\":2,\"content\":\"路灯坏了\"}")));
    }

    @Test
    void aPhotoIsHandedInAndItsNameRemembered() {
        wechat.answers(MEDIA, okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"trace_id\":\"t-1\"}"));

        assertThat(media()).isEqualTo(new Submitted("t-1"));
        wechat.server()
                .verify(postRequestedFor(urlPathEqualTo(MEDIA))
                        .withRequestBody(equalToJson(
                                "{\"openid\":\"o-li\",\"scene\":3,\"version\":2,\"media_type\":2,\"media_url\":\"%s\"}"
                                        .formatted(URL))));
    }

    @Test
    void aPhotoWithoutANameIsNotWaitedFor() {
        wechat.answers(MEDIA, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        assertThat(media()).isInstanceOf(Failed.class);

        wechat.answers(MEDIA, no(61010));
        assertThat(media()).isInstanceOf(CannotTell.class);
    }

    private Finding text() {
        return ours.checker.text(new Text("o-li", 3, "路灯坏了")).block(OurSide.A_MOMENT);
    }

    private Finding media() {
        return ours.checker.media(new Media("o-li", 3, Kind.PHOTO, URL)).block(OurSide.A_MOMENT);
    }

    private static ResponseDefinitionBuilder judged(String suggest, int label) {
        return okJson("""
                {"errcode":0,"errmsg":"ok","result":{"suggest":"%s","label":%d},"detail":[],"trace_id":"t"}
                """.formatted(suggest, label));
    }

    private static ResponseDefinitionBuilder no(int errcode) {
        return okJson("{\"errcode\":%d,\"errmsg\":\"no rid: 1-2-3\"}".formatted(errcode));
    }
}
