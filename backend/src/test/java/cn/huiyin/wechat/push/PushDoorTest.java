package cn.huiyin.wechat.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.wechat.App;
import cn.huiyin.rehearsal.wechat.Push;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who knocks at WeChat's addresses, over HTTP. */
@HuiyinTest
class PushDoorTest {

    private static final String MP = "/wechat/mp/push";
    private static final String MINIAPP = "/wechat/miniapp/push";

    private final WebTestClient client;
    private final DatabaseClient database;

    PushDoorTest(WebTestClient client, DatabaseClient database) {
        this.client = client;
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {MP, MINIAPP})
    void theCheckOfAnAddressGetsBackWhatItSent(String path) {
        var app = app(path);
        var signature = Push.signature(app.token(), "1714036504", "1514711492");

        assertThat(get(path, "signature=" + signature + "&timestamp=1714036504&nonce=1514711492&echostr=4375120948345"))
                .isEqualTo("200 4375120948345");
        assertThat(get(path, "signature=" + signature + "&timestamp=1714036505&nonce=1514711492&echostr=4375120948345"))
                .startsWith("403");
        assertThat(get(path, "signature=" + signature + "&timestamp=1714036504&nonce=1514711492"))
                .startsWith("403");
        assertThat(get(path, "")).startsWith("403");
    }

    @ParameterizedTest
    @ValueSource(strings = {MP, MINIAPP})
    void aSignedAndSealedEventIsTakenInXmlAndInJson(String path) {
        var one = anEvent();
        assertThat(post(path, Push.xml(app(path), "gh_1", one.xml(), now(), "n1")))
                .isEqualTo("200 success");
        assertThat(count(one)).isEqualTo(1);

        var other = anEvent();
        assertThat(post(path, Push.json(app(path), "gh_1", other.json(), now(), "n2")))
                .isEqualTo("200 success");
        assertThat(count(other)).isEqualTo(1);
    }

    @Test
    void aParameterThatIsMissingEmptyOrThereTwiceIsRefused() {
        var event = anEvent();
        var push = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", event.xml(), now(), "n3");
        for (var name : new String[] {"timestamp", "nonce", "msg_signature", "encrypt_type"}) {
            var without = push.query().replaceAll("(^|&)" + name + "=[^&]*", "");
            assertThat(post(MP, without, push.body())).as("without " + name).startsWith("403");
            assertThat(post(MP, without + "&" + name + "=", push.body()))
                    .as("empty " + name)
                    .startsWith("403");
            assertThat(post(MP, push.query() + "&" + name + "=1", push.body()))
                    .as("twice " + name)
                    .startsWith("403");
        }
        assertThat(count(event)).isZero();
        // and whole it is taken: nothing of the above had used it up
        assertThat(post(MP, push)).isEqualTo("200 success");
    }

    @Test
    void aWrongSignatureIsRefusedAndSoIsThatOfTheOtherApp() {
        var event = anEvent();
        var push = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", event.xml(), now(), "n4");

        assertThat(post(MP, push.query().replaceAll("msg_signature=.", "msg_signature=x"), push.body()))
                .startsWith("403");
        assertThat(post(MP, push.query().replace("nonce=n4", "nonce=n5"), push.body()))
                .startsWith("403");
        assertThat(post(MINIAPP, push)).startsWith("403");
        assertThat(count(event)).isZero();
    }

    @Test
    void aStaleTimestampIsRefusedThoughItIsSigned() {
        var event = anEvent();
        var old = Long.toString(Instant.now().minusSeconds(3600).getEpochSecond());
        var early = Long.toString(Instant.now().plusSeconds(400 * 24 * 3600L).getEpochSecond());

        assertThat(post(MP, Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", event.xml(), old, "n6")))
                .startsWith("403");
        assertThat(post(MP, Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", event.xml(), early, "n6")))
                .startsWith("403");
        assertThat(count(event)).isZero();
    }

    @Test
    void aRepeatedNonceAndARepeatedMessageActOnce() {
        var event = anEvent();
        var push = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", event.xml(), now(), "n7");

        for (int time = 0; time < 3; time++) {
            assertThat(post(MP, push)).isEqualTo("200 success");
        }
        // WeChat's own repeats are sealed and signed anew
        assertThat(post(MP, Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", event.xml(), now(), "n8")))
                .isEqualTo("200 success");
        assertThat(count(event)).isEqualTo(1);
    }

    @Test
    void plaintextIsRefusedThoughItsPlainSignatureIsRight() {
        var event = anEvent();
        var time = now();
        var signature = Push.signature(App.OFFICIAL_ACCOUNT.token(), time, "n9");
        var plain = "signature=" + signature + "&timestamp=" + time + "&nonce=n9";

        assertThat(post(MP, plain, event.xml())).startsWith("403");
        assertThat(post(MP, plain + "&encrypt_type=raw", event.xml())).startsWith("403");
        assertThat(post(MP, plain + "&encrypt_type=aes&msg_signature=" + signature, event.xml()))
                .startsWith("403");
        assertThat(count(event)).isZero();
    }

    @Test
    void ofACompatibleEnvelopeOnlyWhatIsSealedCounts() {
        var event = anEvent();
        var forged = anEvent();
        var push = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", event.xml(), now(), "n10");
        var both = push.body().replace("<Encrypt>", forged.xml().replaceAll("</?xml>", "") + "<Encrypt>");

        assertThat(post(MP, push.query(), both)).isEqualTo("200 success");
        assertThat(count(event)).isEqualTo(1);
        assertThat(count(forged)).isZero();
    }

    @Test
    void whatIsSealedForAnotherAppIsRefused() {
        var event = anEvent();
        var foreign = new App(
                "wx-of-somebody-else", "-", App.OFFICIAL_ACCOUNT.token(), App.OFFICIAL_ACCOUNT.encodingAesKey());

        assertThat(post(MP, Push.xml(foreign, "gh_1", event.xml(), now(), "n11")))
                .startsWith("400");
        assertThat(count(event)).isZero();
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var push = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", anEvent().xml(), now(), "n12");
        assertThat(post(MP, push.query(), push.body() + " ".repeat(70_000))).startsWith("413");
        assertThat(post(MP, push.query(), "x".repeat(10 * 1024 * 1024))).startsWith("413");
    }

    static Stream<String> garbage() {
        return Stream.of(
                "",
                " ",
                "{}",
                "[]",
                "null",
                "{\"Encrypt\":",
                "{\"Encrypt\":\"AAAA\",\"Encrypt\":\"BBBB\"}",
                "{\"Encrypt\":\"not base64 at all!\"}",
                "{\"Encrypt\":{\"Encrypt\":\"AAAA\"}}",
                "<xml>",
                "<xml/>",
                "<xml><Encrypt></Encrypt></xml>",
                "<xml><Encrypt>AAAA</xml>",
                "<xml><Encrypt>&lol9;</Encrypt></xml>",
                "<!DOCTYPE xml [<!ENTITY lol \"lol\">]><xml><Encrypt>&lol;</Encrypt></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                        + "<xml><Encrypt>&d;</Encrypt></xml>",
                "<!DOCTYPE xml SYSTEM \"file:///etc/passwd\"><xml><Encrypt>AAAA</Encrypt></xml>",
                "<a>".repeat(5000),
                "<a>".repeat(5000) + "</a>".repeat(5000),
                "{\"a\":".repeat(5000),
                "\u0000\u0001\u0002");
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageIsRefusedAndNeverOurFault(String body) {
        var push = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", anEvent().xml(), now(), "n13");
        assertThat(post(MP, push.query(), body)).matches("(?s)4\\d\\d .*\"code\".*");
    }

    @Test
    void aDoctypeWithinTheSealIsRefusedToo() {
        var bomb =
                "<!DOCTYPE xml [<!ENTITY a \"aaaa\">]><xml><FromUserName>&a;</FromUserName><MsgType>text</MsgType></xml>";
        assertThat(post(MP, Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", bomb, now(), "n14")))
                .startsWith("400");
    }

    @Test
    void whatIsSignedButSealedWronglyIsRefused() {
        var time = now();
        for (var sealed : new String[] {
            "AAAA",
            "not base64",
            Base64.getEncoder().encodeToString(new byte[31]),
            Base64.getEncoder().encodeToString(new byte[32]),
            Base64.getEncoder().encodeToString(new byte[64]),
            cutOff()
        }) {
            var signature = Push.signature(App.OFFICIAL_ACCOUNT.token(), time, "n15", sealed);
            var query = "timestamp=" + time + "&nonce=n15&encrypt_type=aes&msg_signature=" + signature;
            assertThat(post(MP, query, "<xml><Encrypt>" + sealed + "</Encrypt></xml>"))
                    .as(sealed)
                    .startsWith("400");
        }
    }

    private static String cutOff() {
        var whole = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", "<xml/>", "1", "1").body();
        return whole.replaceAll("(?s).*<Encrypt><!\\[CDATA\\[(.{50}).*", "$1");
    }

    @Test
    void aBodyInAnotherCharsetIsRefused() {
        var push = Push.xml(App.OFFICIAL_ACCOUNT, "gh_1", anEvent().xml(), now(), "n16");
        var gbk = push.body().replace("gh_1", "社区").getBytes(Charset.forName("GBK"));
        var answer = client.post()
                .uri(MP + "?" + push.query())
                .bodyValue(gbk)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).isEqualTo(400);
    }

    @Test
    void anUnknownEventIsKeptAndAnsweredWithSuccess() {
        var event = new Event("o-" + UUID.randomUUID(), "an_event_of_next_year");
        assertThat(post(MINIAPP, Push.json(App.MINIAPP, "gh_1", event.json(), now(), "n17")))
                .isEqualTo("200 success");
        assertThat(one("SELECT state || ' ' || kind FROM wechat_push WHERE key = '" + event.key(PushApp.MINIAPP) + "'"))
                .isEqualTo("UNHEARD event:an_event_of_next_year");
        assertThat(one("SELECT content FROM wechat_push WHERE key = '" + event.key(PushApp.MINIAPP) + "'"))
                .isNotEqualTo("null")
                .doesNotContain(event.sender());
    }

    /** Something WeChat tells of, and only once. */
    private record Event(String sender, String name) {

        String xml() {
            return ("<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>"
                            + "<CreateTime>1763740800</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[%s]]></Event></xml>")
                    .formatted(sender, name);
        }

        String json() {
            return "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"%s\",\"CreateTime\":1763740800,\"MsgType\":\"event\",\"Event\":\"%s\"}"
                    .formatted(sender, name);
        }

        String key(PushApp app) {
            return XmlTree.read(xml()).pushed(app).key();
        }
    }

    private static Event anEvent() {
        return new Event("mp-" + UUID.randomUUID(), "VIEW");
    }

    private static App app(String path) {
        return path.equals(MP) ? App.OFFICIAL_ACCOUNT : App.MINIAPP;
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private long count(Event event) {
        return Long.parseLong(one("SELECT count(*)::text FROM wechat_push WHERE key IN ('%s', '%s')"
                .formatted(event.key(PushApp.MP), event.key(PushApp.MINIAPP))));
    }

    private String one(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .block();
    }

    private String get(String path, String query) {
        var answer = client.get()
                .uri(path + (query.isEmpty() ? "" : "?" + query))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return answer.getStatus().value() + " " + answer.getResponseBody();
    }

    private String post(String path, Push push) {
        return post(path, push.query(), push.body());
    }

    private String post(String path, String query, String body) {
        var answer = client.post()
                .uri(path + "?" + query)
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return answer.getStatus().value() + " " + answer.getResponseBody();
    }
}
