package cn.huiyin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Followers;
import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.CatalogueTest;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Letter;
import cn.huiyin.rehearsal.HuiyinTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** M3: every message about a visit, from the promise to the phone, by both of WeChat's ways. */
@HuiyinTest
class VisitMessagesTest {

    private static final Catalogue CATALOGUE = CatalogueTest.theCatalogue();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** As long as such things get. */
    private static final Map<String, String> A_VISIT = Map.of(
            "service", "社区医生上门量血压、看用药情况和居家安全",
            "time", "2026年11月25日 15:00",
            "place", "青禾街道 听雨社区 听雨二网格 8号楼2单元1203",
            "placePath", "/qinghe/qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b4/",
            "by", "听雨社区卫生服务站的家庭医生",
            "resident", "林小满",
            "note", "医生临时有急诊，\n改到下午，给您添麻烦了😀",
            "due", "2026年11月26日 15:00",
            "count", "128");

    private final WebTestClient client;
    private final Outbox outbox;
    private final Delivery delivery;
    private final Followers followers;

    VisitMessagesTest(WebTestClient client, Outbox outbox, Delivery delivery, Followers followers) {
        this.client = client;
        this.outbox = outbox;
        this.delivery = delivery;
        this.followers = followers;
    }

    static Stream<String> visits() {
        return CATALOGUE.entries().keySet().stream().filter(occasion -> occasion.startsWith("VISIT_"));
    }

    @Test
    void everyMomentOfAVisitHasItsMessage() {
        assertThat(visits())
                .containsExactlyInAnyOrder(
                        "VISIT_BOOKED",
                        "VISIT_CHANGED",
                        "VISIT_CANCELLED",
                        "VISIT_MOVED_UP",
                        "VISIT_TOMORROW",
                        "VISIT_SOON",
                        "VISIT_NO_SHOW",
                        "VISIT_TO_MAKE",
                        "VISIT_TO_MAKE_CHANGED",
                        "VISIT_TO_MAKE_CANCELLED",
                        "VISIT_TO_MAKE_TOMORROW",
                        "VISIT_TO_MAKE_SOON",
                        "VISIT_ENTRY_DUE",
                        "VISIT_HOUSEHOLDS_DUE",
                        "VISIT_REFUSED");
    }

    @ParameterizedTest
    @MethodSource("visits")
    void whoAgreedGetsItAsASubscribeMessage(String occasion) {
        var li = logIn();
        accept(li, templateOf(occasion, "SUBSCRIBE"));

        var sent = told(occasion, li, li.openid());

        assertThat(sent.path("channel").asString()).isEqualTo("SUBSCRIBE");
        isAsTheCatalogueSays(occasion, "SUBSCRIBE", sent);
    }

    @ParameterizedTest
    @MethodSource("visits")
    void whoFollowsGetsItFromTheOfficialAccount(String occasion) {
        var li = logIn();
        var followed = follow(li);

        var sent = told(occasion, li, followed);

        assertThat(sent.path("channel").asString()).isEqualTo("TEMPLATE");
        isAsTheCatalogueSays(occasion, "TEMPLATE", sent);
    }

    @ParameterizedTest
    @MethodSource("visits")
    void itIsInTheInboxInWholeSentences(String occasion) {
        var li = logIn();
        accept(li, templateOf(occasion, "SUBSCRIBE"));
        told(occasion, li, li.openid());

        var inbox = get("/api/v1/inbox", li.token()).path("items").path(0);

        assertThat(inbox.path("occasion").asString()).isEqualTo(occasion);
        assertThat(inbox.path("sentence").asString())
                .doesNotContain("{", "[", "无")
                .contains(wordOf(occasion));
    }

    @Test
    void theTapOfBookingAsksForTheVisitsTemplate() {
        var asked = get("/api/v1/subscriptions/templates?occasion=BOOK", logIn().token())
                .path("items");

        assertThat(asked.size()).isEqualTo(1);
        assertThat(asked.path(0).path("templateId").asString()).isEqualTo("rehearsal-visit");
        assertThat(asked.path(0).path("occasions").toString()).contains("VISIT_BOOKED", "VISIT_MOVED_UP");
    }

    private void isAsTheCatalogueSays(String occasion, String channel, JsonNode sent) {
        assertThat(sent.at("/outcome/errcode").asInt()).as(sent.toString()).isZero();
        assertThat(sent.path("page").asString()).startsWith("pages/").doesNotContain("{");
        var fields = letter(occasion, channel).fields().keySet();
        assertThat(sent.path("fields").propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
        sent.path("fields")
                .properties()
                .forEach(field -> assertThat(field.getValue().asString())
                        .as(field.getKey())
                        .isNotBlank()
                        .doesNotContain("\n", "{"));
    }

    private static String wordOf(String occasion) {
        return entry(occasion).sentence().facts().contains("service") ? "社区医生上门" : "128 户";
    }

    private JsonNode told(String occasion, Person to, String openid) {
        var no = "ZF" + UUID.randomUUID().toString().substring(0, 8);
        var facts = new LinkedHashMap<>(A_VISIT);
        facts.put("no", no);
        outbox.append(List.of(new Notice(
                        occasion, no + "/" + occasion, "qinghe", AVisit.KIND, no, new AccountId(to.id()), null, facts)))
                .block();
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        var ledger = get("/rehearsal/wechat/messages?openid=" + openid, "").path("items");
        var taken = ledger.valueStream()
                .filter(sent -> sent.at("/outcome/errcode").asInt(-1) == 0)
                .toList();
        assertThat(taken).as(ledger.toString()).hasSize(1);
        return taken.get(0);
    }

    private static Entry entry(String occasion) {
        return CATALOGUE.find(occasion).orElseThrow();
    }

    private static Letter letter(String occasion, String channel) {
        return entry(occasion).letters().stream()
                .filter(letter -> letter.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static String templateOf(String occasion, String channel) {
        return "rehearsal-" + letter(occasion, channel).template().key();
    }

    /** Whose codes begin with demo follow the stand-in's official account. */
    private Person logIn() {
        var code = "demo-v-" + UUID.randomUUID();
        var session = read(client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", code))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return new Person(
                session.at("/account/id").asLong(), session.path("token").asString(), "o-" + code);
    }

    private String follow(Person person) {
        var openid = "mp-" + person.openid().substring(2);
        followers.came(openid, "u-" + person.openid().substring(2)).block();
        return openid;
    }

    private void accept(Person person, String templateId) {
        client.post()
                .uri("/api/v1/subscriptions/grants")
                .headers(headers -> headers.setBearerAuth(person.token()))
                .bodyValue(Map.of("results", Map.of(templateId, "accept")))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode get(String path, String token) {
        return read(client.get()
                .uri(path)
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode read(String body) {
        return JSON.readTree(Objects.requireNonNull(body));
    }

    private record Person(long id, String token, String openid) {}
}
