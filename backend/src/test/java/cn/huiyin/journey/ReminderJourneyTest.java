package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** M1, M2, M6, T4: what is said when, to whom; played by moving the clock. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class ReminderJourneyTest {

    @Test
    void whoeverOnlyPhonedFindsItAllOnTheirFirstLogin() {
        String code = "phone-of-old-wang";
        String no = people.gridWorker
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "description",
                                "楼下垃圾三天没清了",
                                "channel",
                                "PHONE",
                                "place",
                                Map.of("gridId", "qinghe-c1-g2"),
                                "reporter",
                                Map.of("name", "王大爷", "phone", People.phoneBehind(code))))
                .text("no");
        play(Duration.ofMinutes(1));
        var wang = people.newcomer();
        assertThat(wang.sees(no).status()).isEqualTo(404);

        assertThat(wang.put("/api/v1/me/phone", Map.of("code", code)).status()).isEqualTo(200);

        assertThat(wang.get("/api/v1/tickets?scope=mine").body().get("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("no").asString()).isEqualTo(no));
        assertThat(wang.get("/api/v1/inbox").body().get("items").toString()).contains(no);
        people.dispatcher.moves(no, "CLASSIFY");
        assertThat(people.dispatcher
                        .moves(no, Map.of("move", "DISPATCH", "unitId", "qinghe-property"))
                        .status())
                .isEqualTo(200);
        play(Duration.ofMinutes(1));
        assertThat(wang.get("/api/v1/inbox").body().get("items").get(0).toString())
                .contains("TICKET_DISPATCHED");
        assertThat(wang.post("/api/v1/tickets/%s/nudges".formatted(no), Map.of())
                        .status())
                .isEqualTo(201);
    }

    private final People people;
    private final Delivery delivery;

    ReminderJourneyTest(WebTestClient client, Delivery delivery) {
        people = new People(client);
        this.delivery = delivery;
    }

    @Test
    void aResidentHearsReceivedDispatchedAndAnswered() {
        String no = inProgress();
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        people.handler.moves(no, "REPLY", "灯已换好");
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        assertThat(inboxOf(people.li, no))
                .contains("TICKET_RECEIVED", "TICKET_DISPATCHED", "TICKET_REPLIED", "CALLBACK_ASK");
        assertThat(sentTo("mp-demo-resident", no)).isNotEmpty();
    }

    @Test
    void remindersClimbFromTheHandlerToTheSupervisor() {
        String no = inProgress();
        Instant due = dueOf(no, "first-reply");

        playTo(due.minus(Duration.ofHours(1)));
        assertThat(inboxOf(people.handler, no)).contains("DEADLINE_BEFORE");
        assertThat(inboxOf(people.lead, no)).doesNotContain("DEADLINE_DUE");

        playTo(due.plus(Duration.ofMinutes(1)));
        assertThat(inboxOf(people.handler, no)).contains("DEADLINE_DUE");
        assertThat(inboxOf(people.lead, no)).contains("DEADLINE_DUE");
        assertThat(inboxOf(people.li, no)).contains("TICKET_DELAYED");
        assertThat(inboxOf(people.dispatcher, no)).doesNotContain("DEADLINE_OVERDUE");

        playTo(due.plus(Duration.ofDays(10)));
        assertThat(inboxOf(people.dispatcher, no)).contains("DEADLINE_OVERDUE");
        assertThat(inboxOf(people.supervisor, no)).contains("DEADLINE_OVERDUE");
        assertThat(people.li.sees(no).deadline("first-reply").get("state").asString())
                .isEqualTo("MISSED");
    }

    @Test
    void aReminderIsWithdrawnWhenTheTicketIsAnswered() {
        String no = inProgress();
        Instant due = dueOf(no, "first-reply");
        people.handler.moves(no, "REPLY", "灯已换好");

        playTo(due.plus(Duration.ofDays(10)));
        assertThat(inboxOf(people.handler, no)).noneMatch(occasion -> occasion.startsWith("DEADLINE_"));
        assertThat(inboxOf(people.li, no)).doesNotContain("TICKET_DELAYED");
    }

    @Test
    void silenceAfterAReplyIsRemindedOfOnceAndThenBecomesATaskForTheGridWorker() {
        String no = inProgress();
        people.handler.moves(no, "REPLY", "灯已换好");
        play(Duration.ofDays(14));

        assertThat(inboxOf(people.li, no).stream().filter("CALLBACK_REMIND"::equals))
                .hasSize(1);
        assertThat(todosOf(people.gridWorker, no)).hasSize(1);
    }

    @Test
    void theGridWorkerWritesDownWhatTheResidentSaidAtTheDoor() {
        String no = inProgress();
        people.handler.moves(no, "REPLY", "灯已换好");

        assertThat(people.gridWorker.rates(no, true, 4).status()).isEqualTo(200);
        assertThat(people.li.rates(no, true, 5).text("code")).isEqualTo("ALREADY_RATED");
    }

    @Test
    void notSettledReopensAndSupervises() {
        String no = inProgress();
        people.handler.moves(no, "REPLY", "灯已换好");
        var rated = people.li.rates(no, false, 3);

        assertThat(rated.text("stage")).isEqualTo("IN_PROGRESS");
        assertThat(rated.body().get("supervised").asBoolean()).isTrue();
        assertThat(rated.body().get("round").asInt()).isEqualTo(2);
        assertThat(rated.deadline("rectify").get("state").asString()).isEqualTo("RUNNING");
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        assertThat(inboxOf(people.handler, no)).contains("TICKET_SUPERVISED");
    }

    @Test
    void aScoreOfTwoReopensThoughItIsCalledSettled() {
        String no = inProgress();
        people.handler.moves(no, "REPLY", "灯已换好");

        assertThat(people.li.rates(no, true, 2).text("stage")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void anArchivedTicketIsStillOpenToARating() {
        String no = inProgress();
        people.handler.moves(no, "REPLY", "灯已换好");
        people.dispatcher.moves(no, "ARCHIVE");

        assertThat(people.li.rates(no, false, 1).text("stage")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void whatIsNotAnsweredCannotBeRated() {
        String no = inProgress();

        assertThat(people.li.rates(no, true, 5).status()).isEqualTo(409);
    }

    @Test
    void anAcceptedSubscriptionIsUsedOnceAndThenTheOfficialAccount() {
        Person li = people.li;
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        var templates = li.get("/api/v1/subscriptions/templates?occasion=SUBMIT");
        Map<String, String> answers = new java.util.HashMap<>();
        templates
                .body()
                .get("items")
                .forEach(item -> answers.put(item.get("templateId").asString(), "accept"));
        assertThat(li.post("/api/v1/subscriptions/grants", Map.of("results", answers))
                        .status())
                .isBetween(200, 201);

        String no = li.files("门口的井盖松了").text("no");
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        assertThat(sentTo("o-demo-resident", no)).isNotEmpty();
    }

    @Test
    void aTokenThatExpiredIsRenewedAndTheMessageSent() {
        people.rehearsal(
                HttpMethod.POST,
                "/rehearsal/wechat/faults",
                Map.of("path", "/cgi-bin/message/template/send", "errcode", 40001, "times", 1));
        String no = people.li.files("楼道堆满纸箱").text("no");
        playUntilSentTo("mp-demo-dispatcher", no);

        assertThat(sentTo("mp-demo-dispatcher", no)).isNotEmpty();
    }

    @Test
    void aHazardOfTheNightIsToldAtOnceAndWhatIsOrdinaryInTheMorning() {
        playTo(atTheNext(LocalTime.of(3, 0)));
        String hazard = people.li
                .post("/api/v1/tickets", Map.of("description", "楼道里煤气味很重", "urgent", true))
                .text("no");
        String ordinary = people.li.files("花坛的草该剪了").text("no");
        playUntilSentTo("mp-demo-dispatcher", hazard);
        playUntilSentTo("mp-demo-resident", ordinary);

        assertThat(sentTo("mp-demo-dispatcher", hazard)).isNotEmpty();
        assertThat(sentTo("mp-demo-dispatcher", ordinary)).isEmpty();
        assertThat(inboxOf(people.dispatcher, ordinary)).contains("TICKET_ARRIVED");
        assertThat(sentTo("mp-demo-resident", ordinary))
                .as("who just filed is awake")
                .isNotEmpty();
    }

    private Instant atTheNext(LocalTime time) {
        var now = OffsetDateTime.parse(people.rehearsal(HttpMethod.GET, "/rehearsal/clock", null)
                        .text("now"))
                .atZoneSameInstant(ZoneId.of("Asia/Shanghai"));
        var day = now.toLocalTime().isBefore(time)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        return day.atTime(time).atZone(now.getZone()).toInstant();
    }

    private String inProgress() {
        String no = people.li.files("3号楼2单元的楼道灯坏了").text("no");
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "DISPATCH");
        assertThat(people.handler.moves(no, "ACCEPT").status()).isEqualTo(200);
        return no;
    }

    private Instant dueOf(String no, String rule) {
        return OffsetDateTime.parse(
                        people.li.sees(no).deadline(rule).get("dueAt").asString())
                .toInstant();
    }

    private void playTo(Instant moment) {
        Instant now = OffsetDateTime.parse(people.rehearsal(HttpMethod.GET, "/rehearsal/clock", null)
                        .text("now"))
                .toInstant();
        play(Duration.between(now, moment));
    }

    /** A leap outlives WeChat's token; where our side has just fetched one it waits a little with the next. */
    private void playUntilSentTo(String openid, String no) {
        for (int tries = 0; tries < 60 && sentTo(openid, no).isEmpty(); tries++) {
            play(Duration.ofMinutes(1));
        }
    }

    /** Whoever has many messages at once gets the rest a few seconds later. */
    private void play(Duration time) {
        people.advance(time);
        for (int looks = 0; looks < 60 && delivered() > 0; looks++) {
            people.advance(Duration.ofSeconds(3));
        }
    }

    private int delivered() {
        return Objects.requireNonNull(delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET));
    }

    private List<String> inboxOf(Person person, String no) {
        return person.all("/api/v1/inbox")
                .valueStream()
                .filter(item -> item.toString().contains(no))
                .map(item -> item.get("occasion").asString())
                .toList();
    }

    private List<String> todosOf(Person person, String no) {
        return person.all("/api/v1/todos")
                .valueStream()
                .map(JsonNode::toString)
                .filter(item -> item.contains(no))
                .toList();
    }

    private List<String> sentTo(String openid, String no) {
        List<String> sent = new ArrayList<>();
        people.sentBy(openid).forEach(message -> {
            if (message.toString().contains(no)
                    && message.at("/outcome/errcode").asInt(-1) == 0) {
                sent.add(message.get("channel").asString());
            }
        });
        return sent;
    }
}
