package cn.huiyin.rehearsal.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WechatStandInTest {

    private static final String SUBSCRIBE = "/cgi-bin/message/subscribe/send";
    private static final String TEMPLATE = "/cgi-bin/message/template/send";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-22T07:01:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private WechatStandIn wechat = WechatStandIn.start(0, clock::get);

    WechatStandInTest() {
        wechat.template("received", Set.of("thing1"));
    }

    @AfterEach
    void close() {
        wechat.close();
    }

    @Test
    void aTokenLivesTwoHoursOfTheMovableClock() {
        var token = miniappToken();
        assertThat(stableToken(App.MINIAPP, false).path("access_token").asString(""))
                .isEqualTo(token);

        advance(Duration.ofSeconds(7200));

        assertThat(errcode(send("o-li", "灯不亮", token))).isEqualTo(42001);
        assertThat(miniappToken()).isNotEqualTo(token);
    }

    @Test
    void aForcedRefreshVoidsTheTokenBeforeButNotTwiceInThirtySeconds() {
        var first = miniappToken();

        var second = stableToken(App.MINIAPP, true).path("access_token").asString("");

        assertThat(second).isNotEqualTo(first);
        assertThat(errcode(send("o-li", "灯不亮", first))).isEqualTo(40001);
        assertThat(stableToken(App.MINIAPP, true).path("access_token").asString(""))
                .isEqualTo(second);
    }

    @Test
    void forcedRefreshesAreTwentyADay() {
        miniappToken();
        for (int i = 0; i < 20; i++) {
            assertThat(stableToken(App.MINIAPP, true).has("access_token")).isTrue();
            advance(Duration.ofSeconds(31));
        }

        assertThat(errcode(stableToken(App.MINIAPP, true))).isEqualTo(45009);
    }

    @Test
    void aStrangerGetsNoToken() {
        assertThat(errcode(stableToken(new App("wx-else", "s", "t", "k"), false)))
                .isEqualTo(40013);
        assertThat(errcode(stableToken(new App(App.MINIAPP.appId(), "wrong", "t", "k"), false)))
                .isEqualTo(40125);
        assertThat(errcode(send("o-li", "灯不亮", "made-up"))).isEqualTo(40014);
    }

    @Test
    void aDemoCodeIsTheSamePersonEachTimeAndAnyOtherCodeWorksOnce() {
        assertThat(login("demo-resident").path("openid").asString("")).isEqualTo("o-demo-resident");
        assertThat(login("demo-resident").path("unionid").asString("")).isEqualTo("u-demo-resident");

        var somebody = login("a-new-code");
        assertThat(somebody.path("openid").asString("")).hasSize(28);
        assertThat(somebody.has("session_key")).isTrue();
        assertThat(errcode(login("a-new-code"))).isEqualTo(40163);
        assertThat(errcode(login(""))).isEqualTo(40029);
    }

    @Test
    void aPhoneNumberIsInventedAndBearsOurAppid() {
        var answer = post("/wxa/business/getuserphonenumber", miniappToken(), "{\"code\":\"p-1\"}");

        assertThat(answer.at("/phone_info/purePhoneNumber").asString("")).matches("1390000\\d{4}");
        assertThat(answer.at("/phone_info/watermark/appid").asString("")).isEqualTo(App.MINIAPP.appId());
        assertThat(errcode(post("/wxa/business/getuserphonenumber", miniappToken(), "{\"code\":\"p-1\"}")))
                .isEqualTo(40029);
    }

    @Test
    void eachAcceptIsGoodForOneMessage() {
        var token = miniappToken();
        assertThat(errcode(send("o-li", "灯不亮", token))).isEqualTo(43101);

        wechat.grant("o-li", "received", 1);

        assertThat(send("o-li", "灯不亮", token).path("msgid").asLong()).isPositive();
        assertThat(errcode(send("o-li", "灯不亮", token))).isEqualTo(43101);
        assertThat(wechat.messages())
                .extracting(message -> message.outcome().errcode())
                .containsExactly(43101, 0, 43101);
    }

    @ParameterizedTest
    @CsvSource({
        "thing1, 一二三四五六七八九十一二三四五六七八九十, 0",
        "thing1, 一二三四五六七八九十一二三四五六七八九十一, 47003",
        "thing1, '', 47003",
        "thing1, '两\n行', 47003",
        "character_string1, HY1, 0",
        "character_string1, 编号, 47003",
        "phrase1, 已转办, 0",
        "phrase1, 已转办了呢吗, 47003",
        "phrase1, OK, 47003",
        "name1, 欧阳小明, 0",
        "name1, 一二三四五六七八九十一, 47003",
        "number1, 3天, 47003",
        "time1, 2026年11月22日 15:01, 0",
        "time1, 2026-11-22 15:01, 0",
        "time1, 2026年11月22日 15:01~2026年11月22日 16:01, 0",
        "time1, 下周一, 47003",
        "phone_number1, 139 0000 0001, 0",
        "amount1, ¥12.50元, 0"
    })
    void aFieldOverItsLimitIsRefusedByName(String field, String value, int errcode) {
        wechat.template("typed", Set.of(field));
        wechat.grant("o-li", "typed", 1);

        var answer = post(SUBSCRIBE, miniappToken(), """
                {"touser":"o-li","template_id":"typed","miniprogram_state":"formal","data":{"%s":{"value":%s}}}
                """.formatted(field, JSON.writeValueAsString(value)));

        assertThat(errcode(answer)).isEqualTo(errcode);
        if (errcode != 0) {
            assertThat(answer.path("errmsg").asString(""))
                    .contains("data." + field + ".value")
                    .contains("rid: ");
        }
    }

    @Test
    void aTemplateMessageReachesFollowersOnly() {
        assertThat(errcode(sendTemplate("mp-demo-resident", "m-1"))).isZero();
        assertThat(errcode(sendTemplate("mp-demo-resident-2", "m-2"))).isEqualTo(43004);

        wechat.follow("mp-demo-resident-2");

        assertThat(errcode(sendTemplate("mp-demo-resident-2", "m-2"))).isZero();
    }

    @Test
    void theSameClientMsgIdIsShownOnceInTenMinutes() {
        sendTemplate("mp-demo-resident", "m-1");
        assertThat(errcode(sendTemplate("mp-demo-resident", "m-1"))).isZero();
        assertThat(wechat.messages().stream().filter(SentMessage::arrived)).hasSize(1);

        advance(Duration.ofMinutes(10));
        sendTemplate("mp-demo-resident", "m-1");

        assertThat(wechat.messages().stream().filter(SentMessage::arrived)).hasSize(2);
    }

    @Test
    void theDaysQuotaIsNewAtMidnight() {
        wechat.quota(TEMPLATE, 1);
        assertThat(errcode(sendTemplate("mp-demo-resident", "m-1"))).isZero();
        assertThat(errcode(sendTemplate("mp-demo-resident", "m-2"))).isEqualTo(45009);

        advance(Duration.ofDays(1));

        assertThat(errcode(sendTemplate("mp-demo-resident", "m-3"))).isZero();
    }

    @Test
    void aFaultIsUsedUpAndWhatItHitIsRemembered() {
        var token = miniappToken();
        wechat.grant("o-li", "received", 3);
        wechat.fault(new Fault(SUBSCRIBE, 45009, null, null, 1));
        wechat.fault(new Fault(SUBSCRIBE, null, 502, null, 1));

        assertThat(errcode(send("o-li", "灯不亮", token))).isEqualTo(45009);
        assertThat(raw(SUBSCRIBE + "?access_token=" + token, "{\"touser\":\"o-li\"}")
                        .statusCode())
                .isEqualTo(502);
        assertThat(errcode(send("o-li", "灯不亮", token))).isZero();
        assertThat(wechat.messages())
                .extracting(message -> message.outcome().errcode())
                .containsExactly(45009, 502, 0);
        assertThat(wechat.grantsLeft("o-li", "received")).isEqualTo(2);
    }

    @Test
    void whatWechatWouldNotForgetSurvivesARestart(@TempDir Path folder) {
        var journal = folder.resolve("wechat").resolve("journal.jsonl");
        wechat.close();
        wechat = WechatStandIn.start(0, clock::get, journal);
        wechat.template("received", Set.of("thing1"));
        wechat.grant("o-li", "received", 2);
        send("o-li", "灯不亮", miniappToken());
        login("a-new-code");
        wechat.close();

        wechat = WechatStandIn.start(0, clock::get, journal);

        assertThat(wechat.grantsLeft("o-li", "received")).isOne();
        assertThat(wechat.messages()).singleElement().satisfies(message -> {
            assertThat(message.at()).isEqualTo(clock.get());
            assertThat(message.fields()).containsEntry("thing1", "灯不亮");
        });
        assertThat(errcode(login("a-new-code"))).isEqualTo(40163);
    }

    @Test
    void contentIsCheckedForThoseWhoWereHereLately() {
        var token = miniappToken();
        assertThat(errcode(check(token, "您好"))).isEqualTo(61010);

        login("demo-resident");

        assertThat(check(token, "您好").at("/result/suggest").asString("")).isEqualTo("pass");
        assertThat(check(token, "违禁内容").at("/result/suggest").asString("")).isEqualTo("risky");
    }

    @Test
    void aPhotoIsTakenByItsAddressFromThoseWhoWereHereLately() {
        var token = miniappToken();
        assertThat(errcode(handIn(token, "https://huiyin.example/p"))).isEqualTo(61010);
        login("demo-resident");

        assertThat(errcode(handIn(token, "no address"))).isEqualTo(47001);
        var first = handIn(token, "https://huiyin.example/p").path("trace_id").asString("");
        var second = handIn(token, "https://huiyin.example/p").path("trace_id").asString("");

        assertThat(first).isNotEmpty().isNotEqualTo(second);
        assertThat(wechat.media()).extracting(MediaChecks.HandedIn::traceId).containsExactly(first, second);
    }

    private JsonNode handIn(String token, String address) {
        return post("/wxa/media_check_async", token, """
                {"openid":"o-demo-resident","scene":3,"version":2,"media_type":2,"media_url":"%s"}
                """.formatted(address));
    }

    @Test
    void theOfficialAccountMayAnswerFiveTimesInFortyEightHours() {
        var token =
                stableToken(App.OFFICIAL_ACCOUNT, false).path("access_token").asString("");
        assertThat(errcode(answer(token))).isEqualTo(45015);
        wechat.speaks("mp-demo-resident");
        for (int i = 0; i < 5; i++) {
            assertThat(errcode(answer(token))).isZero();
        }

        assertThat(errcode(answer(token))).isEqualTo(45047);
        advance(Duration.ofHours(49));
        var nextToken =
                stableToken(App.OFFICIAL_ACCOUNT, false).path("access_token").asString("");
        assertThat(errcode(answer(nextToken))).isEqualTo(45015);
    }

    private JsonNode answer(String token) {
        return post(
                "/cgi-bin/message/custom/send",
                token,
                "{\"touser\":\"mp-demo-resident\",\"msgtype\":\"text\",\"text\":{\"content\":\"您好\"}}");
    }

    private JsonNode check(String token, String content) {
        return post(
                "/wxa/msg_sec_check",
                token,
                "{\"openid\":\"o-demo-resident\",\"scene\":2,\"version\":2,\"content\":\"" + content + "\"}");
    }

    private JsonNode send(String openid, String thing, String token) {
        return post(SUBSCRIBE, token, """
                {"touser":"%s","template_id":"received","page":"pages/ticket/show","miniprogram_state":"formal",
                 "lang":"zh_CN","data":{"thing1":{"value":"%s"}}}
                """.formatted(openid, thing));
    }

    private JsonNode sendTemplate(String openid, String clientMsgId) {
        var token =
                stableToken(App.OFFICIAL_ACCOUNT, false).path("access_token").asString("");
        return post(TEMPLATE, token, """
                {"touser":"%s","template_id":"received","client_msg_id":"%s",
                 "miniprogram":{"appid":"%s","pagepath":"pages/ticket/show"},"data":{"thing1":{"value":"灯不亮"}}}
                """.formatted(openid, clientMsgId, App.MINIAPP.appId()));
    }

    private JsonNode login(String code) {
        var app = App.MINIAPP;
        return read(raw(
                "/sns/jscode2session?appid=%s&secret=%s&js_code=%s&grant_type=authorization_code"
                        .formatted(app.appId(), app.secret(), code),
                null));
    }

    private String miniappToken() {
        return stableToken(App.MINIAPP, false).path("access_token").asString("");
    }

    private JsonNode stableToken(App app, boolean force) {
        return read(raw("/cgi-bin/stable_token", """
                {"grant_type":"client_credential","appid":"%s","secret":"%s","force_refresh":%s}
                """.formatted(app.appId(), app.secret(), force)));
    }

    private JsonNode post(String path, String token, String body) {
        return read(raw(path + "?access_token=" + token, body));
    }

    private HttpResponse<String> raw(String path, @org.jspecify.annotations.Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(wechat.baseUrl() + path));
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void advance(Duration by) {
        clock.updateAndGet(now -> now.plus(by));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }
}
