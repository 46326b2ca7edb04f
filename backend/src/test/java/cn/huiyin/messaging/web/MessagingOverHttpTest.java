package cn.huiyin.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The whole way over HTTP: permission asked, message promised, delivered to the stand-in, found in the inbox. */
@HuiyinTest
class MessagingOverHttpTest {

    private static final String A_GRID = "/qinghe/qinghe-c1/qinghe-c1-g2/";

    private final WebTestClient client;
    private final SessionStore sessions;
    private final Outbox outbox;
    private final Delivery delivery;
    private final DatabaseClient database;

    MessagingOverHttpTest(
            WebTestClient client, SessionStore sessions, Outbox outbox, Delivery delivery, DatabaseClient database) {
        this.client = client;
        this.sessions = sessions;
        this.outbox = outbox;
        this.delivery = delivery;
        this.database = database;
    }

    @Test
    void aMessageTravelsFromThePermissionToThePhoneAndTheInbox() {
        var li = logIn();
        get("/api/v1/subscriptions/templates?occasion=SUBMIT", li.token())
                .jsonPath("$.items[*].templateId")
                .isEqualTo(List.of("rehearsal-progress", "rehearsal-reply", "rehearsal-callback"))
                .jsonPath("$.items[0].title")
                .isEqualTo("诉求进度提醒");
        answer(li.token(), null, Map.of("rehearsal-progress", "accept", "rehearsal-reply", "reject"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].templateId")
                .isEqualTo("rehearsal-progress")
                .jsonPath("$.items[0].remaining")
                .isEqualTo(1)
                .jsonPath("$.items[1].remaining")
                .isEqualTo(0);

        var no = promise("TICKET_RECEIVED", li.id(), Map.of());
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        get("/rehearsal/wechat/messages?openid=" + openid(li), "")
                .jsonPath("$.items[?(@.outcome.errcode == 0)].page")
                .isEqualTo(List.of("pages/ticket/show?no=" + no))
                .jsonPath("$.items[?(@.outcome.errcode == 0)].fields.phrase3")
                .isEqualTo(List.of("已收到"));
        get("/api/v1/subscriptions/grants", li.token())
                .jsonPath("$.items[0].remaining")
                .isEqualTo(0);
        get("/api/v1/inbox?unread=true", li.token())
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].sentence")
                .isEqualTo("您反映的“路灯不亮”收到了，编号 " + no + "。")
                .jsonPath("$.items[0].arrivedAt")
                .value(String.class, at -> assertThat(at).endsWith("+08:00"))
                .jsonPath("$.nextCursor")
                .isEmpty();
    }

    @Test
    void aMessageIsReadOnceAndOnlyByItsReader() {
        var li = logIn();
        promise("TICKET_RECEIVED", li.id(), Map.of());
        promise("TICKET_ARCHIVED", li.id(), Map.of());
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        var newest = one("SELECT max(id)::text FROM inbox WHERE account = " + li.id());

        post("/api/v1/inbox/" + newest + "/read", logIn().token(), null)
                .expectStatus()
                .isNotFound();
        post("/api/v1/inbox/" + newest + "/read", li.token(), null)
                .expectStatus()
                .isNoContent();
        post("/api/v1/inbox/" + newest + "/read", li.token(), null)
                .expectStatus()
                .isNoContent();

        get("/api/v1/inbox?unread=true", li.token())
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        get("/api/v1/inbox?size=1", li.token())
                .jsonPath("$.items[0].id")
                .isEqualTo(newest)
                .jsonPath("$.nextCursor")
                .isEqualTo(newest);
        get("/api/v1/inbox?size=1&cursor=" + newest, li.token())
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.nextCursor")
                .isEmpty();
    }

    @Test
    void theSameReportIsCountedOnce() {
        var li = logIn();
        var key = UUID.randomUUID().toString();

        for (int time = 0; time < 3; time++) {
            answer(li.token(), key, Map.of("rehearsal-reply", "accept"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items[0].remaining")
                    .isEqualTo(1);
        }
        answer(li.token(), key, Map.of("rehearsal-callback", "accept"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void whatCannotBeTakenIsNamed() {
        var li = logIn().token();

        answer(li, null, Map.of("tmpl-nobody-knows", "accept"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("results.tmpl-nobody-knows");
        answer(li, null, Map.of("rehearsal-reply", "maybe")).expectStatus().isEqualTo(422);
        answer(li, null, Map.of()).expectStatus().isEqualTo(422);
        answer(li, null, IntStream.range(0, 21).boxed().collect(Collectors.toMap(n -> "t" + n, n -> (Object) "accept")))
                .expectStatus()
                .isEqualTo(422);
        answer(li, null, Map.of("rehearsal-reply", Map.of())).expectStatus().is4xxClientError();
        post("/api/v1/subscriptions/grants", li, Map.of()).expectStatus().isEqualTo(422);
        post("/api/v1/subscriptions/grants", li, List.of()).expectStatus().is4xxClientError();
        for (var path : List.of(
                "/api/v1/inbox?size=0",
                "/api/v1/inbox?size=101",
                "/api/v1/inbox?cursor=x",
                "/api/v1/inbox?cursor=99999999999999999999",
                "/api/v1/inbox?unread=maybe",
                "/api/v1/todos?state=LOST",
                "/api/v1/subscriptions/templates?occasion=BREAKFAST")) {
            ask(path, li).expectStatus().isEqualTo(422);
        }
        post("/api/v1/inbox/x/read", li, null).expectStatus().is4xxClientError();
    }

    @Test
    void whomNoMessageReachesIsATaskOfTheGridsWorker() {
        var stranger = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41);
        var no = promise("TICKET_REPLIED", stranger, Map.of("placePath", A_GRID + "qinghe-c1-g2-b1/"));
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        var worker = sessionOf(Post.at(Role.GRID_WORKER, new PlacePath(A_GRID)));
        var elsewhere = sessionOf(Post.at(Role.GRID_WORKER, new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/")));
        var id = one("SELECT id::text FROM todo WHERE subject_id = '" + no + "'");
        var mine = "$.items[?(@.subjectId == '" + no + "')]";

        get("/api/v1/todos?size=100", worker)
                .jsonPath(mine + ".sentence")
                .value(List.class, sentences -> assertThat(sentences.toString()).contains("没有绑定微信"));
        get("/api/v1/todos?size=100", elsewhere).jsonPath(mine).doesNotExist();
        get("/api/v1/todos?size=100", sessionOf(Post.at(Role.DISPATCHER, new PlacePath("/qinghe/qinghe-c1/"))))
                .jsonPath(mine)
                .exists();

        post("/api/v1/todos/" + id + "/done", elsewhere, Map.of("note", "说过了"))
                .expectStatus()
                .isNotFound();
        post("/api/v1/todos/" + id + "/done", worker, Map.of("note", " "))
                .expectStatus()
                .isEqualTo(422);
        post("/api/v1/todos/" + id + "/done", worker, Map.of("note", "上门说过了"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DONE")
                .jsonPath("$.note")
                .isEqualTo("上门说过了");
        post("/api/v1/todos/" + id + "/done", worker, Map.of("note", "又去了"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anOperatorSeesADeadLetterAndSendsItAgain() {
        var li = logIn();
        var no = promise("TICKET_ARCHIVED", li.id(), Map.of());
        var id = one("SELECT id::text FROM outbox WHERE subject_id = '" + no + "'");
        database.sql(
                        "UPDATE outbox SET state = 'DEAD', last_error = '47003 thing5', finished_at = huiyin_now() WHERE id = "
                                + id)
                .then()
                .block();
        var admin = sessionOf(Post.at(Role.ADMIN, new PlacePath("/")));

        ask("/api/v1/ops/outbox", li.token()).expectStatus().isForbidden();
        ask("/api/v1/ops/outbox/" + id, sessionOf(Post.at(Role.ADMIN, new PlacePath("/elsewhere/"))))
                .expectStatus()
                .isNotFound();
        get("/api/v1/ops/outbox?occasion=TICKET_ARCHIVED&size=1", admin)
                .jsonPath("$.items[0].id")
                .isEqualTo(id)
                .jsonPath("$.items[0].lastError")
                .isEqualTo("47003 thing5");
        get("/api/v1/ops/outbox/" + id, admin)
                .jsonPath("$.facts.matter")
                .isEqualTo("路灯不亮")
                .jsonPath("$.advice")
                .value(String.class, advice -> assertThat(advice).contains("改好再重新发送"));
        post("/api/v1/ops/outbox/" + id + "/moves", admin, Map.of("move", "FORGET"))
                .expectStatus()
                .is4xxClientError();
        post("/api/v1/ops/outbox/" + id + "/moves", admin, Map.of("move", "SEND_AGAIN"))
                .expectStatus()
                .isOk();
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        get("/api/v1/ops/outbox/" + id, admin).jsonPath("$.state").isEqualTo("SENT");
        post("/api/v1/ops/outbox/" + id + "/moves", admin, Map.of("move", "GIVE_UP"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(one("SELECT kind FROM audit_entry WHERE subject = 'outbox/" + id + "'"))
                .isEqualTo("MESSAGE_SEND_AGAIN");
    }

    @Test
    void anOperatorMendsWhatAMessageSaysAndLeavesOutAChannel() {
        var li = logIn();
        answer(li.token(), null, Map.of("rehearsal-progress", "accept"));
        var no = promise("TICKET_DELAYED", li.id(), Map.of("note", "有一个微信不让发的词"));
        var id = die(no, "45168 内容含有违规词");
        var admin = sessionOf(Post.at(Role.ADMIN, new PlacePath("/")));

        post(
                        "/api/v1/ops/outbox/" + id + "/moves",
                        admin,
                        Map.of(
                                "move",
                                "SEND_AGAIN",
                                "facts",
                                Map.of("note", "零件没有到货"),
                                "skip",
                                List.of("TEMPLATE", "CUSTOMER_SERVICE", "EMPLOYEE")))
                .expectStatus()
                .isOk();
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        get("/rehearsal/wechat/messages?openid=" + openid(li), "")
                .jsonPath("$.items[-1:].fields.thing5")
                .isEqualTo("零件没有到货");
        assertThat(one("SELECT facts FROM audit_entry WHERE subject = 'outbox/" + id + "'"))
                .contains("note", "TEMPLATE")
                .doesNotContain("零件");
        post("/api/v1/ops/outbox/" + id + "/moves", admin, Map.of("move", "SEND_AGAIN", "skip", List.of("PIGEON")))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void anOperatorSendsAllAgainThatFailedForOneReason() {
        var li = logIn();
        var reason = "-1 微信系统繁忙 " + UUID.randomUUID().toString().substring(0, 8);
        var busy = IntStream.range(0, 3)
                .mapToObj(n -> die(promise("TICKET_ARCHIVED", li.id(), Map.of()), reason))
                .toList();
        var other = die(promise("TICKET_ARCHIVED", li.id(), Map.of()), "47003 thing5");
        var admin = sessionOf(Post.at(Role.ADMIN, new PlacePath("/")));
        var wish = Map.of("occasion", "TICKET_ARCHIVED", "error", reason, "most", 2);

        post("/api/v1/ops/outbox/moves", li.token(), wish).expectStatus().isForbidden();
        post("/api/v1/ops/outbox/moves", admin, Map.of("occasion", "TICKET_ARCHIVED", "error", "-1", "most", 0))
                .expectStatus()
                .isEqualTo(422);
        post("/api/v1/ops/outbox/moves", admin, wish)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.moved")
                .isEqualTo(2);
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        assertThat(busy)
                .extracting(id -> one("SELECT state FROM outbox WHERE id = " + id))
                .containsExactly("SENT", "SENT", "DEAD");
        assertThat(one("SELECT state FROM outbox WHERE id = " + other)).isEqualTo("DEAD");
    }

    /** It could not be sent; says its id. */
    private String die(String no, String error) {
        database.sql(
                        "UPDATE outbox SET state = 'DEAD', last_error = $1, finished_at = huiyin_now() WHERE subject_id = $2")
                .bind("$1", error)
                .bind("$2", no)
                .then()
                .block();
        return one("SELECT id::text FROM outbox WHERE subject_id = '" + no + "'");
    }

    @Test
    void anOperatorSeesTheStateOfThingsAndReleasesATemplate() {
        var admin = sessionOf(Post.at(Role.ADMIN, new PlacePath("/")));
        database.sql(
                        "INSERT INTO stopped_template (template_id, template_key, reason) VALUES ('old-id', 'progress', '40037')")
                .then()
                .block();

        get("/api/v1/ops/messaging", admin)
                .jsonPath("$.due")
                .isNumber()
                .jsonPath("$.breakers[?(@.channel == 'SUBSCRIBE')].state")
                .isEqualTo("CLOSED")
                .jsonPath("$.quotas")
                .isArray()
                .jsonPath("$.oldestDueSeconds")
                .isNumber()
                .jsonPath("$.lastDay")
                .isArray()
                .jsonPath("$.stoppedTemplates[?(@.templateId == 'old-id')].reason")
                .isEqualTo("40037");
        post("/api/v1/ops/messaging/templates/old-id/release", admin, null)
                .expectStatus()
                .isNoContent();
        post("/api/v1/ops/messaging/templates/old-id/release", admin, null)
                .expectStatus()
                .isNotFound();
    }

    private String promise(String occasion, long to, Map<String, String> more) {
        var no = "HYT" + UUID.randomUUID().toString().substring(0, 8);
        var facts = new HashMap<>(Map.of("no", no, "matter", "路灯不亮"));
        facts.putAll(more);
        outbox.append(List.of(new Notice(
                        occasion, no + "/" + occasion, "qinghe", AlwaysTrue.KIND, no, new AccountId(to), null, facts)))
                .block();
        return no;
    }

    @SuppressWarnings("unchecked")
    private Person logIn() {
        var session = Objects.requireNonNull(client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", UUID.randomUUID().toString()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        var account = (Map<String, Object>) session.get("account");
        return new Person(
                Long.parseLong(account.get("id").toString()),
                session.get("token").toString());
    }

    private String sessionOf(Post... posts) {
        var id = new AccountId(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41));
        return Objects.requireNonNull(sessions.open(new Caller(id, "某人", List.of(posts)), Duration.ofMinutes(10))
                        .block())
                .token();
    }

    private String openid(Person person) {
        return one("SELECT miniapp_openid FROM account WHERE id = " + person.id());
    }

    private String one(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .block());
    }

    private ResponseSpec answer(String token, String key, Map<String, ?> results) {
        return client.post()
                .uri("/api/v1/subscriptions/grants")
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("results", results))
                .exchange();
    }

    private BodyContentSpec get(String path, String token) {
        return ask(path, token).expectStatus().isOk().expectBody();
    }

    private ResponseSpec ask(String path, String token) {
        return client.get()
                .uri(path)
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange();
    }

    private ResponseSpec post(String path, String token, Object body) {
        var request = client.post().uri(path).headers(headers -> headers.setBearerAuth(token));
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    private record Person(long id, String token) {}
}
