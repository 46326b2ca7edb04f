package cn.huiyin.rehearsal.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service and the stand-in together, as in a rehearsal. */
@HuiyinTest
class WechatRehearsalTest {

    private final WebTestClient client;
    private final WechatStandIn wechat;
    private final List<Channel> channels;

    WechatRehearsalTest(WebTestClient client, WechatStandIn wechat, List<Channel> channels) {
        this.client = client;
        this.wechat = wechat;
        this.channels = channels;
    }

    @Test
    void whatIsSentCanBeSeenWithItsFieldsAndItsOutcome() {
        var li = "o-" + UUID.randomUUID();
        wechat.grant(li, "rehearsal-callback", 1);

        assertThat(send(li)).isInstanceOf(Outcome.Delivered.class);
        assertThat(send(li)).isInstanceOf(Outcome.NextChannel.class);

        client.get()
                .uri("/rehearsal/wechat/messages?openid={li}&since={since}", li, "2020-01-01T00:00:00+08:00")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].channel")
                .isEqualTo("SUBSCRIBE")
                .jsonPath("$.items[0].template")
                .isEqualTo("rehearsal-callback")
                .jsonPath("$.items[0].fields.thing2")
                .isEqualTo("路灯不亮")
                .jsonPath("$.items[0].outcome.errcode")
                .isEqualTo(0)
                .jsonPath("$.items[0].at")
                .value(String.class, at -> assertThat(at).endsWith("+08:00"))
                .jsonPath("$.items[1].outcome.errcode")
                .isEqualTo(43101);
    }

    @Test
    void aFaultHitsTheNextCall() {
        var li = "o-" + UUID.randomUUID();
        wechat.grant(li, "rehearsal-callback", 1);
        post("/rehearsal/wechat/faults", Map.of("path", Platform.SUBSCRIBE, "errcode", -1, "times", 1))
                .expectStatus()
                .isCreated();

        assertThat(send(li)).isInstanceOf(Outcome.Retry.class);
        assertThat(send(li)).isInstanceOf(Outcome.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"path\":\"/nowhere\",\"errcode\":1}",
                "{\"path\":\"/sns/jscode2session\"}",
                "{\"path\":\"/sns/jscode2session\",\"errcode\":0}",
                "{\"path\":\"/sns/jscode2session\",\"status\":200}",
                "{\"path\":\"/sns/jscode2session\",\"delay\":\"soon\"}",
                "{\"path\":\"/sns/jscode2session\",\"errcode\":1,\"times\":0}"
            })
    void aFaultThatMakesNoSenseIsRefused(String wish) {
        client.post()
                .uri("/rehearsal/wechat/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(wish)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .isNotEmpty();
    }

    @Test
    void whatAPhoneReportsAsAcceptedWechatHasHeardOfToo() {
        var code = "code-" + UUID.randomUUID();
        var li = People.behind(code).openid();

        client.post()
                .uri("/api/v1/subscriptions/grants")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(logIn(code)))
                .bodyValue(Map.of("results", Map.of("rehearsal-callback", "accept", "rehearsal-reply", "reject")))
                .exchange();

        assertThat(wechat.grantsLeft(li, "rehearsal-callback")).isOne();
        assertThat(wechat.grantsLeft(li, "rehearsal-reply")).isZero();
        assertThat(send(li)).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void aReportOfNobodyIsNoTap() {
        post("/api/v1/subscriptions/grants", Map.of("results", Map.of("rehearsal-callback", "accept")))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theOfficialAccountReachesItsFollowers() {
        var parcel = new Parcel(
                "m-" + UUID.randomUUID().toString().substring(0, 8),
                "mp-demo-resident",
                "rehearsal-mpprogress",
                "pages/ticket/show",
                Map.of("character_string1", "HY1", "thing2", "路灯不亮", "phrase3", "办理中", "thing4", "已转物业"),
                "路灯已转物业办理");

        assertThat(channel("TEMPLATE").send(parcel).block(Duration.ofSeconds(30)))
                .isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void theSameLoginCodeTwiceIsRefused() {
        var code = "code-" + UUID.randomUUID();

        post("/api/v1/sessions", Map.of("code", code)).expectStatus().isCreated();
        post("/api/v1/sessions", Map.of("code", code))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LOGIN_CODE_INVALID");
    }

    private WebTestClient.ResponseSpec post(String path, Map<String, Object> body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private Channel channel(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String logIn(String code) {
        var session = post("/api/v1/sessions", Map.of("code", code))
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(session.get("token"));
    }

    private Outcome send(String openid) {
        return channel("SUBSCRIBE")
                .send(new Parcel(
                        "m-" + UUID.randomUUID().toString().substring(0, 8),
                        openid,
                        "rehearsal-callback",
                        "pages/ticket/show",
                        Map.of("character_string1", "HY1", "thing2", "路灯不亮", "thing3", "事情办好了吗？请点开评一评"),
                        "事情办好了吗？请点开评一评"))
                .block(Duration.ofSeconds(30));
    }
}
