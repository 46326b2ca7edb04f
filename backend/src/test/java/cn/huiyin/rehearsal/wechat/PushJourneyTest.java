package cn.huiyin.rehearsal.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.messaging.AlwaysTrue;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** What happens at WeChat comes to us by its pushes, and has its effect: the whole service, the stand-in, and both ways. */
@HuiyinTest
class PushJourneyTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(30);
    private static final String PROFILE = "/cgi-bin/user/info";

    private final WebTestClient client;
    private final WechatStandIn wechat;
    private final Accounts accounts;
    private final SessionStore sessions;
    private final Outbox outbox;
    private final Delivery delivery;
    private final DatabaseClient database;

    PushJourneyTest(
            WebTestClient client,
            WechatStandIn wechat,
            Accounts accounts,
            SessionStore sessions,
            Outbox outbox,
            Delivery delivery,
            DatabaseClient database) {
        this.client = client;
        this.wechat = wechat;
        this.accounts = accounts;
        this.sessions = sessions;
        this.outbox = outbox;
        this.delivery = delivery;
        this.database = database;
    }

    @Test
    void whoFollowsIsKnownByBothAppsAndWhoUnfollowsIsNot() {
        var li = aNewcomer();
        assertThat(knownAs(li.mp())).isEmpty();

        says(li, Map.of("follow", "")).expectStatus().isOk();
        assertThat(knownAs(li.mp())).isEqualTo(li.id());

        says(li, Map.of("unfollow", true)).expectStatus().isOk();
        assertThat(knownAs(li.mp())).isEmpty();
    }

    @Test
    void whereWechatDoesNotNameTheUnionidAtOnceItIsAskedAgain() {
        var li = aNewcomer();
        wechat.fault(new Fault(PROFILE, null, 502, null, 1));

        says(li, Map.of("follow", "")).expectStatus().isOk();
        await(() -> knownAs(li.mp()).equals(li.id()));
    }

    @Test
    void whoFollowedBeforeWeListenedIsKnownFromTheirFirstWord() {
        var li = aNewcomer();
        wechat.follow(li.mp());
        assertThat(knownAs(li.mp())).isEmpty();

        says(li, Map.of("text", "你好")).expectStatus().isOk();
        assertThat(knownAs(li.mp())).isEqualTo(li.id());
    }

    @Test
    void whatPeopleSayIsAnsweredOnTheLine() {
        var li = aNewcomer();
        says(li, Map.of("follow", "")).expectStatus().isOk();

        says(li, Map.of("text", "帮助"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reply")
                .value(String.class, reply -> assertThat(reply).contains("进度"));

        assertThat(wechat.messages())
                .filteredOn(message -> message.openid().equals(li.mp()))
                .last()
                .satisfies(message -> assertThat(message.channel()).isEqualTo("PASSIVE"))
                .satisfies(message -> assertThat(message.fields().get("text")).contains("进度"));
        assertThat(one("SELECT count(*)::text FROM wechat_push WHERE content LIKE '%帮助%' OR answer LIKE '%进度%'"))
                .isEqualTo("0");
    }

    @Test
    void anAcceptIsCountedOnceThoughThePageAndWechatBothTellOfIt() {
        var li = aNewcomer();
        wechat.tellOf(li.miniapp());

        client.post()
                .uri("/api/v1/subscriptions/grants")
                .headers(headers -> headers.setBearerAuth(li.token()))
                .bodyValue(Map.of("results", Map.of("rehearsal-progress", "accept")))
                .exchange()
                .expectStatus()
                .isOk();

        await(() -> ledger(li).equals("1 1 1"));
        // and one that the page does not report is told by WeChat alone
        wechat.grant(li.miniapp(), "rehearsal-progress", 1);
        await(() -> ledger(li).equals("2 1 2"));
        wechat.voidGrants(li.miniapp(), "rehearsal-progress");
        await(() -> ledger(li).equals("0 1 2"));
    }

    @Test
    void whatWechatTookAndDidNotShowGoesOnByTheNextChannel() {
        var li = aNewcomer();
        says(li, Map.of("follow", ""));
        wechat.tellOf(li.miniapp());
        wechat.grant(li.miniapp(), "rehearsal-reply", 1);
        await(() -> one("SELECT count(*)::text FROM message_grant WHERE account = " + li.id())
                .equals("1"));
        wechat.blocks(li.miniapp(), true);

        var no = promise("TICKET_REPLIED", li);
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        await(() -> {
            delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
            return outboxOf(no).startsWith("SENT TEMPLATE BLOCKED");
        });
        assertThat(wechat.messages())
                .filteredOn(message -> List.of(li.mp(), li.miniapp()).contains(message.openid()))
                .extracting(SentMessage::channel)
                .contains("SUBSCRIBE", "TEMPLATE");
    }

    @Test
    void whatArrivedIsKeptWithTheMessage() {
        var li = aNewcomer();
        says(li, Map.of("follow", ""));
        wechat.tellOf(li.mp());

        var no = promise("TICKET_REPLIED", li);
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        await(() -> outboxOf(no).equals("SENT TEMPLATE ARRIVED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"openid\":\"mp-x\"}",
                "{\"openid\":\"o-x\",\"text\":\"a\"}",
                "{\"openid\":\"mp-x\",\"text\":\"a\",\"menu\":\"b\"}"
            })
    void sayingNothingOrTwoThingsIsRefused(String body) {
        client.post()
                .uri("/rehearsal/wechat/says")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void anAdministratorSeesWhatBecameOfPushesAndNobodyElseDoes() {
        var li = aNewcomer();
        says(li, Map.of("unfollow", true));
        var admin = sessionOf(Post.at(Role.ADMIN, new PlacePath("/")));

        var page = client.get()
                .uri("/api/v1/wechat/pushes?state=DONE&size=100")
                .headers(headers -> headers.setBearerAuth(admin))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("event:unsubscribe").doesNotContain(li.mp());

        for (var state : List.of("PARKED", "WAITING", "UNHEARD")) {
            client.get()
                    .uri("/api/v1/wechat/pushes?state=" + state)
                    .headers(headers -> headers.setBearerAuth(admin))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        client.get()
                .uri("/api/v1/wechat/pushes")
                .headers(headers -> headers.setBearerAuth(li.token()))
                .exchange()
                .expectStatus()
                .isForbidden();
        client.post()
                .uri("/api/v1/wechat/pushes/1/again")
                .headers(headers -> headers.setBearerAuth(admin))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    /** @param miniapp their openid in the mini-program; the official account knows them by another */
    private record Person(String id, String miniapp, String token) {

        String mp() {
            return "mp-" + miniapp.substring(2);
        }
    }

    private Person aNewcomer() {
        var session = Objects.requireNonNull(client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", UUID.randomUUID().toString()))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        var id = String.valueOf(((Map<?, ?>) session.get("account")).get("id"));
        return new Person(
                id,
                one("SELECT miniapp_openid FROM account WHERE id = " + id),
                session.get("token").toString());
    }

    private String sessionOf(Post post) {
        var admin = new Caller(new AccountId(4_000_000_000L), "管理员", List.of(post));
        return Objects.requireNonNull(sessions.open(admin, Duration.ofHours(1)).block())
                .token();
    }

    private ResponseSpec says(Person who, Map<String, ?> what) {
        var all = new java.util.HashMap<String, Object>(what);
        all.put("openid", who.mp());
        return client.post().uri("/rehearsal/wechat/says").bodyValue(all).exchange();
    }

    private String promise(String occasion, Person to) {
        var no = "HYP" + UUID.randomUUID().toString().substring(0, 8);
        var facts = Map.of("no", no, "matter", "路灯不亮", "note", "已修好");
        outbox.append(List.of(new Notice(
                        occasion,
                        no + "/" + occasion,
                        "qinghe",
                        AlwaysTrue.KIND,
                        no,
                        new AccountId(Long.parseLong(to.id())),
                        null,
                        facts)))
                .block();
        return no;
    }

    private String knownAs(String mpOpenid) {
        return accounts.ofOfficialAccount(mpOpenid)
                .map(caller -> caller.id().toString())
                .defaultIfEmpty("")
                .block();
    }

    private String ledger(Person who) {
        return one(
                "SELECT concat_ws(' ', remaining, reported, confirmed) FROM message_grant WHERE account = " + who.id());
    }

    private String outboxOf(String no) {
        return one("SELECT concat_ws(' ', state, channel, tried->>'SUBSCRIBE', fate) FROM outbox WHERE subject_id = '"
                + no + "'");
    }

    private String one(String sql) {
        return database.sql(sql)
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
            Mono.delay(Duration.ofMillis(50)).block();
        }
    }
}
