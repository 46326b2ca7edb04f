package cn.huiyin.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Followers;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.messaging.AlwaysTrue;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.ServiceWindows.Opening;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.wechat.WechatStandIn;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** M5 with the stand-in for WeChat: by which way, when, and why. */
@HuiyinTest
class RoutingOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String A_GRID = "/qinghe/qinghe-c1/qinghe-c1-g2/";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WebTestClient client;
    private final Outbox outbox;
    private final Delivery delivery;
    private final Followers followers;
    private final ServiceWindows windows;
    private final SessionStore sessions;
    private final WechatStandIn wechat;
    private final RehearsalClock clock;
    private final DatabaseClient database;

    RoutingOverHttpTest(
            WebTestClient client,
            Outbox outbox,
            Delivery delivery,
            Followers followers,
            ServiceWindows windows,
            SessionStore sessions,
            WechatStandIn wechat,
            RehearsalClock clock,
            DatabaseClient database) {
        this.client = client;
        this.outbox = outbox;
        this.delivery = delivery;
        this.followers = followers;
        this.windows = windows;
        this.sessions = sessions;
        this.wechat = wechat;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void aFollowerWithoutAGrantGetsTheTemplateAndAnOperatorCanReadWhy() {
        var li = aFollower();
        var no = promise("TICKET_FOLLOW_UP", li, Map.of());
        deliver();

        assertThat(sentTo(li.mp()))
                .singleElement()
                .satisfies(sent -> assertThat(sent.path("channel").asString()).isEqualTo("TEMPLATE"));
        var why = said(call(HttpMethod.GET, "/api/v1/ops/outbox/" + id(no), anAdmin(), null), 200);
        assertThat(why.path("route"))
                .extracting(RoutingOverHttpTest::inWords)
                .startsWith("null RULE 按规定“平常的消息”", "SUBSCRIBE CLOSED 没有同意接收微信提醒", "TEMPLATE OPEN 本人关注了公众号");
        assertThat(why.path("held").isNull()).isTrue();
        assertThat(why.at("/route/0/at").asString()).endsWith("+08:00");
    }

    @Test
    void whomNoWayReachesIsAHumansTaskWithTheReasons() {
        var li = logIn();
        var no = promise("TICKET_REPLIED", li, Map.of("placePath", A_GRID));
        deliver();

        assertThat(one("SELECT sentence FROM todo WHERE subject_id = '" + no + "'"))
                .contains("没有同意接收微信提醒、没有关注公众号");
        assertThat(said(call(HttpMethod.GET, "/api/v1/ops/outbox/" + id(no), anAdmin(), null), 200)
                        .path("channel")
                        .asString())
                .isEqualTo("TODO");
    }

    @Test
    void threeOfTheNightAreOneInTheMorningAndAHazardWaitsForNothing() {
        var li = aFollower();
        moveTo(LocalTime.of(22, 0));
        var first = promise("TICKET_FOLLOW_UP", li, Map.of());
        promise("TICKET_DISPATCHED", li, Map.of());
        promise("TICKET_REPLIED", li, Map.of("placePath", A_GRID));
        deliver();
        assertThat(sentTo(li.mp())).isEmpty();
        assertThat(said(call(HttpMethod.GET, "/api/v1/inbox", li.token(), null), 200)
                        .path("items")
                        .size())
                .isEqualTo(3);
        assertThat(said(call(HttpMethod.GET, "/api/v1/ops/outbox/" + id(first), anAdmin(), null), 200)
                        .path("heldUntil")
                        .asString())
                .contains("T08:00:00+08:00");

        moveTo(LocalTime.of(3, 0));
        promise("TICKET_FOLLOW_UP", li, Map.of("hazard", "true"));
        deliver();
        assertThat(sentTo(li.mp())).hasSize(1);

        moveTo(LocalTime.of(8, 1));
        deliver();
        var sent = sentTo(li.mp());
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).at("/fields/thing2").asString()).isEqualTo("您有3条新消息");
        var told = said(call(HttpMethod.GET, "/api/v1/ops/outbox/" + id(first), anAdmin(), null), 200);
        assertThat(told.path("channel").asString()).isEqualTo("SUMMARY");
        assertThat(said(
                                call(
                                        HttpMethod.GET,
                                        "/api/v1/ops/outbox/"
                                                + told.path("summary").asString(),
                                        anAdmin(),
                                        null),
                                200)
                        .path("occasion")
                        .asString())
                .isEqualTo("SUMMARY");
    }

    @Test
    void whoJustWroteIsToldInPlainWordsWithAWayIn() {
        var li = aFollower();
        said(preferences(li.token(), Map.of("leaveOut", List.of("TEMPLATE"))), 200);
        wechat.speaks(li.mp());
        windows.opened(li.mp(), Opening.WROTE).block();

        var no = promise("TICKET_FOLLOW_UP", li, Map.of("note", "<a href=\"http://evil\">点我</a>"));
        deliver();

        var sent = sentTo(li.mp());
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path("channel").asString()).isEqualTo("CUSTOM");
        assertThat(sent.get(0).at("/fields/text").asString())
                .startsWith("您反映的“路灯不亮”有新进展：＜a href")
                .contains("data-miniprogram-path=\"pages/ticket/show?no=" + no + "\"")
                .doesNotContain("<a href=\"http://evil");
    }

    @Test
    void aWindowThatWechatHoldsClosedIsClosedForUsToo() {
        var li = aFollower();
        said(preferences(li.token(), Map.of("leaveOut", List.of("TEMPLATE"))), 200);
        windows.opened(li.mp(), Opening.WROTE).block();

        promise("TICKET_FOLLOW_UP", li, Map.of());
        deliver();

        assertThat(askedFor(li.mp()))
                .extracting(sent -> sent.at("/outcome/errcode").asInt())
                .endsWith(45015);
        assertThat(windows.spend(li.mp()).block()).isFalse();
    }

    @Test
    void staffAgreeToBeToldAsEmployeesAndTakeItBack() {
        var worker = logIn();
        var token = sessionOf(worker, Post.at(Role.GRID_WORKER, new PlacePath(A_GRID)));
        assertThat(said(call(HttpMethod.PUT, "/api/v1/me/employee-binding", token, Map.of("bound", true)), 200)
                        .path("employeeMessages")
                        .asBoolean())
                .isTrue();

        promise("TICKET_ARRIVED", worker, Map.of("due", "2026年11月25日 18:00"));
        deliver();
        assertThat(sentTo(worker.mini()))
                .extracting(sent -> sent.path("channel").asString())
                .containsExactly("EMPLOYEE");
        assertThat(sentTo(worker.mini()).get(0).at("/fields/phrase3").asString())
                .isEqualTo("待分类");

        said(call(HttpMethod.PUT, "/api/v1/me/employee-binding", token, Map.of("bound", false)), 200);
        promise("TICKET_ARRIVED", worker, Map.of());
        deliver();
        assertThat(sentTo(worker.mini())).hasSize(1);
    }

    @Test
    void whoTookItBackInWechatIsNoLongerBound() {
        var worker = logIn();
        var token = sessionOf(worker, Post.at(Role.GRID_WORKER, new PlacePath(A_GRID)));
        said(call(HttpMethod.PUT, "/api/v1/me/employee-binding", token, Map.of("bound", true)), 200);
        wechat.employs(worker.mini(), false);

        promise("TICKET_ARRIVED", worker, Map.of());
        deliver();

        assertThat(said(call(HttpMethod.GET, "/api/v1/me/message-preferences", token, null), 200)
                        .path("employeeMessages")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aResidentIsNobodysEmployee() {
        assertThat(said(
                                call(
                                        HttpMethod.PUT,
                                        "/api/v1/me/employee-binding",
                                        logIn().token(),
                                        Map.of("bound", true)),
                                403)
                        .path("code")
                        .asString())
                .isEqualTo("NOT_ALLOWED");
    }

    @Test
    void everybodySetsHowTheyAreTold() {
        var li = logIn().token();
        var before = said(call(HttpMethod.GET, "/api/v1/me/message-preferences", li, null), 200);
        assertThat(before.at("/quietHours/from").asString()).isEqualTo("21:00");
        assertThat(before.path("ownQuietHours").asBoolean()).isFalse();

        Map<String, Object> wishes = Map.of(
                "quietHours", Map.of("from", "22:30", "to", "07:00"),
                "dailySummary", true,
                "leaveOut", List.of("TEMPLATE", "CUSTOMER_SERVICE"));
        var after = said(preferences(li, wishes), 200);

        assertThat(after.at("/quietHours/to").asString()).isEqualTo("07:00");
        assertThat(after.path("dailySummary").asBoolean()).isTrue();
        assertThat(after.path("leaveOut").toString()).isEqualTo("[\"CUSTOMER_SERVICE\",\"TEMPLATE\"]");
        assertThat(after.path("note").asString()).contains("关不掉");
        assertThat(said(preferences(li, wishes), 200)).as("twice is once").isEqualTo(after);
        assertThat(said(preferences(li, Map.of()), 200))
                .as("nothing said, all as for everybody")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quietHours\":{\"from\":\"12:00\",\"to\":\"07:00\"}}",
                "{\"quietHours\":{\"from\":\"22:00\",\"to\":\"18:00\"}}",
                "{\"quietHours\":{\"from\":\"late\",\"to\":\"07:00\"}}",
                "{\"quietHours\":{\"from\":\"22:00\"}}",
                "{\"quietHours\":{\"from\":\"22:00:00\",\"to\":\"07:00\"}}",
                "{\"leaveOut\":[\"PIGEON\"]}",
                "{\"leaveOut\":[null]}",
                "{\"leaveOut\":[\"TEMPLATE\",\"TEMPLATE\",\"TEMPLATE\",\"TEMPLATE\",\"TEMPLATE\"]}",
                "{\"dailySummary\":\"perhaps\"}"
            })
    void whatCannotBeIsRefusedInWords(String body) {
        var refused = said(preferences(logIn().token(), JSON.readTree(body)), 422);

        assertThat(refused.path("code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(refused.at("/errors/0/detail").asString()).matches(".*[\\u4e00-\\u9fa5].*");
    }

    private WebTestClient.ResponseSpec preferences(String token, Object wishes) {
        return call(HttpMethod.PUT, "/api/v1/me/message-preferences", token, wishes);
    }

    private static String inWords(JsonNode decision) {
        return "%s %s %s"
                .formatted(
                        decision.path("channel").isNull()
                                ? "null"
                                : decision.path("channel").asString(),
                        decision.path("decision").asString(),
                        decision.path("reason").asString());
    }

    /**
     * The next time that clocks in Shanghai show this. A leap outlives the token, and our side asks WeChat for no second
     * one within a second of the machine's own time.
     */
    private void moveTo(LocalTime time) {
        Mono.delay(Duration.ofMillis(1100)).block();
        var now = clock.now().atZone(SHANGHAI);
        var day = now.toLocalTime().isBefore(time)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        clock.advance(Duration.between(now, day.atTime(time).atZone(SHANGHAI)));
    }

    private void deliver() {
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
    }

    private String promise(String occasion, Person to, Map<String, String> more) {
        var no = "HYR" + UUID.randomUUID().toString().substring(0, 8);
        var facts = new HashMap<>(Map.of("no", no, "matter", "路灯不亮"));
        facts.putAll(more);
        outbox.append(List.of(
                        new Notice(occasion, no, "qinghe", AlwaysTrue.KIND, no, new AccountId(to.id()), null, facts)))
                .block();
        return no;
    }

    private String id(String no) {
        return one("SELECT id::text FROM outbox WHERE dedup_key = '" + no + "'");
    }

    /** What arrived. */
    private List<JsonNode> sentTo(String openid) {
        return askedFor(openid).stream()
                .filter(sent -> sent.at("/outcome/errcode").asInt() == 0)
                .toList();
    }

    private List<JsonNode> askedFor(String openid) {
        var sent = new ArrayList<JsonNode>();
        said(call(HttpMethod.GET, "/rehearsal/wechat/messages?openid=" + openid, "", null), 200)
                .path("items")
                .forEach(sent::add);
        return sent;
    }

    private Person aFollower() {
        var person = logIn();
        followers.came(person.mp(), "u-" + person.mini().substring(2)).block();
        wechat.follow(person.mp());
        return person;
    }

    private Person logIn() {
        var code = "demo-r-" + UUID.randomUUID();
        var session = said(call(HttpMethod.POST, "/api/v1/sessions", "", Map.of("code", code)), 201);
        return new Person(
                session.at("/account/id").asLong(), session.path("token").asString(), "o-" + code, "mp-" + code);
    }

    private String anAdmin() {
        return sessionOf(new Person(1L << 41, "", "", ""), Post.at(Role.ADMIN, new PlacePath("/")));
    }

    private String sessionOf(Person person, Post post) {
        return Objects.requireNonNull(sessions.open(
                                new Caller(new AccountId(person.id()), "某人", List.of(post)), Duration.ofMinutes(10))
                        .block())
                .token();
    }

    private String one(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .block());
    }

    private static JsonNode said(WebTestClient.ResponseSpec answer, int status) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body));
    }

    private WebTestClient.ResponseSpec call(HttpMethod method, String path, String token, Object body) {
        var request = client.method(method).uri(path).headers(headers -> {
            if (!token.isEmpty()) {
                headers.setBearerAuth(token);
            }
        });
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body instanceof JsonNode node ? node.toString() : body)
                        .exchange();
    }

    private record Person(long id, String token, String mini, String mp) {}
}
