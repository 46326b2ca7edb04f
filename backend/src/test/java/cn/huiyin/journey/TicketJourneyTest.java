package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** T1–T6, G1: a resident's word, from filing to archive. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class TicketJourneyTest {

    private static final String LAMP = "3号楼2单元的楼道灯坏了，晚上看不见路";

    private final People people;

    TicketJourneyTest(WebTestClient client) {
        people = new People(client);
    }

    @Test
    void aResidentsWordTravelsTheWholeWay() {
        String no = people.li.files(LAMP).text("no");
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "DISPATCH");
        people.handler.moves(no, "ACCEPT");
        people.handler.moves(no, "REPLY", "灯已换好");
        assertThat(people.li.rates(no, true, 5).status()).isEqualTo(200);
        people.dispatcher.moves(no, "ARCHIVE");

        var ticket = people.li.sees(no);
        assertThat(ticket.text("stage")).isEqualTo("ARCHIVED");
        assertThat(ticket.text("answer")).isEqualTo("灯已换好");
        assertThat(moves(ticket.body()))
                .containsExactly("SUBMIT", "CLASSIFY", "DISPATCH", "ACCEPT", "REPLY", "CALLBACK", "ARCHIVE");
    }

    @Test
    void whomATicketDoesNotConcernIsNotToldThatItWasRated() {
        String no = people.li.files(LAMP).text("no");
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "DISPATCH");
        people.handler.moves(no, "ACCEPT");
        people.handler.moves(no, "REPLY", "灯已换好");
        assertThat(people.other.rates(no, true, 5).text("code")).isEqualTo("TICKET_NOT_FOUND");
        people.li.rates(no, true, 5);

        assertThat(people.li.rates(no, true, 5).text("code")).isEqualTo("ALREADY_RATED");
        assertThat(people.other.rates(no, true, 5).text("code")).isEqualTo("TICKET_NOT_FOUND");
    }

    @Test
    void filingAnswersWithTheTicketAndWhereItIs() {
        var filed = people.li.files(LAMP);

        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.headers().getLocation()).hasToString("/api/v1/tickets/" + filed.text("no"));
        assertThat(filed.headers().getETag()).startsWith("\"");
        assertThat(filed.text("stage")).isEqualTo("SUBMITTED");
        assertThat(filed.body().get("place").get("id").asString()).isEqualTo("qinghe-c1-g1-b1");
        assertThat(filed.text("filedAt")).endsWith("+08:00");
        assertThat(filed.deadline("first-reply").get("why").asString()).contains("7个工作日");
    }

    @Test
    void whatItAnswersIsWhatItKept() {
        var filed = people.li.files(LAMP);

        assertThat(people.li.sees(filed.text("no")).body()).isEqualTo(filed.body());
    }

    @Test
    void theSameRequestTwiceIsOneTicket() {
        String key = UUID.randomUUID().toString();
        var first = people.li.postOnce("/api/v1/tickets", key, Map.of("description", LAMP));
        var again = people.li.postOnce("/api/v1/tickets", key, Map.of("description", LAMP));
        var other = people.li.postOnce("/api/v1/tickets", key, Map.of("description", "另一件事"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().getETag()).isEqualTo(first.headers().getETag());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void whatOneMayNotSeeDoesNotExist() {
        String no = people.li.files(LAMP).text("no");

        assertThat(people.other.sees(no).status()).isEqualTo(404);
        assertThat(people.officeHandler.sees(no).status()).isEqualTo(404);
        assertThat(people.person("demo-dispatcher-c2").sees(no).status()).isEqualTo(404);
        assertThat(people.person("demo-dispatcher-c1").sees(no).status()).isEqualTo(200);
        assertThat(people.other.moves(no, "WITHDRAW").status()).isEqualTo(404);
        assertThat(people.other.sees("HY00000000000000").status()).isEqualTo(404);
    }

    @Test
    void whatOneSeesButMayNotDoIsForbidden() {
        String no = people.li.files(LAMP).text("no");

        assertThat(people.li.moves(no, "CLASSIFY").status()).isEqualTo(403);
    }

    @Test
    void staffSayWhichVersionTheyHaveSeen() {
        var filed = people.li.files(LAMP);
        String no = filed.text("no");
        String seen = filed.headers().getETag();

        assertThat(people.dispatcher.moves(no, Map.of("move", "CLASSIFY"), null).status())
                .isEqualTo(428);
        assertThat(people.dispatcher.moves(no, Map.of("move", "CLASSIFY"), seen).status())
                .isEqualTo(200);
        var stale = people.dispatcher.moves(no, Map.of("move", "DISPATCH"), seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(people.dispatcher.sees(no).text("stage")).isEqualTo("CLASSIFIED");
    }

    @Test
    void anUnchangedTicketIsNotSentAgain() {
        var filed = people.li.files(LAMP);
        String uri = "/api/v1/tickets/" + filed.text("no");
        String seen = people.li.get(uri).headers().getETag();

        assertThat(people.li.getUnlessSeen(uri, seen).status()).isEqualTo(304);
        people.dispatcher.moves(filed.text("no"), "CLASSIFY");
        assertThat(people.li.getUnlessSeen(uri, seen).status()).isEqualTo(200);
    }

    @Test
    void anIllegalMoveIsRefusedAndChangesNothing() {
        var filed = people.li.files(LAMP);
        var refused = people.dispatcher.moves(filed.text("no"), "ARCHIVE");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("MOVE_REFUSED");
        assertThat(refused.headers().getFirst(HttpHeaders.CONTENT_TYPE)).startsWith("application/problem+json");
        assertThat(people.li.sees(filed.text("no")).headers().getETag())
                .isEqualTo(filed.headers().getETag());
    }

    @Test
    void theFirstReceiverStaysThroughReturnAndEscalationAndHandOnsAreCounted() {
        String no = people.li.files(LAMP).text("no");
        people.dispatcher.moves(no, "CLASSIFY");
        var dispatched = people.dispatcher.moves(no, "DISPATCH");
        var promised = dispatched.deadline("first-reply").get("dueAt");
        people.handler.moves(no, "RETURN", "不是物业的灯");
        people.dispatcher.moves(no, Map.of("move", "DISPATCH", "unitId", "qinghe-office"));
        var escalated = people.officeHandler.moves(no, "ESCALATE", "需要城管");

        assertThat(escalated.body().get("firstReceiver").get("id").asString()).isEqualTo("qinghe-property");
        assertThat(escalated.body().get("handOns").asInt()).isEqualTo(3);
        assertThat(escalated.deadline("first-reply").get("dueAt")).isEqualTo(promised);
        assertThat(people.handler.moves(no, "REPLY", "x").status())
                .as("not while it is being dispatched")
                .isEqualTo(409);
    }

    @Test
    void aResidentAddsFactsAndNudgesOnceADay() {
        String no = people.li.files(LAMP).text("no");

        assertThat(people.li
                        .post("/api/v1/tickets/%s/supplements".formatted(no), Map.of("description", "两盏都坏了"))
                        .status())
                .isEqualTo(201);
        assertThat(people.li
                        .post("/api/v1/tickets/%s/nudges".formatted(no), Map.of())
                        .status())
                .isEqualTo(201);
        var tooSoon = people.li.post("/api/v1/tickets/%s/nudges".formatted(no), Map.of());
        assertThat(tooSoon.status()).isEqualTo(429);
        assertThat(tooSoon.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotBlank();
    }

    @Test
    void staffWriteDownWhatAResidentSaysOnThePhone() {
        var filed = people.gridWorker.post(
                "/api/v1/tickets",
                Map.of(
                        "description",
                        "楼下垃圾三天没清了",
                        "channel",
                        "PHONE",
                        "place",
                        Map.of("gridId", "qinghe-c1-g2"),
                        "reporter",
                        Map.of("name", "王大爷", "phone", "13900001234")));

        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.text("channel")).isEqualTo("PHONE");
        assertThat(filed.body().toString()).doesNotContain("13900001234");
        assertThat(people.li
                        .post("/api/v1/tickets", Map.of("description", LAMP, "channel", "PHONE"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAnonymousReporterIsHiddenFromThoseWhoHandle() {
        var filed = people.li.post("/api/v1/tickets", Map.of("description", "隔壁半夜唱歌", "anonymous", true));
        String no = filed.text("no");
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, Map.of("move", "DISPATCH", "unitId", "qinghe-property"));

        var seen = people.lead.sees(no);
        assertThat(seen.body().get("reporter").isNull()).isTrue();
        assertThat(seen.body().get("timeline").get(0).get("by").asString()).isEqualTo("匿名居民");
        assertThat(people.dispatcher.sees(no).body().get("reporter").isNull()).isFalse();
    }

    @Test
    void theWordsSuggestACategoryThatAPersonConfirmsOrCorrects() {
        var filed = people.li.files("3号楼的路灯坏了");
        assertThat(filed.text("category")).startsWith("FACILITY");

        var corrected = people.dispatcher.moves(
                filed.text("no"), Map.of("move", "CLASSIFY", "category", "SAFETY.WIRE", "urgency", "URGENT"));
        assertThat(corrected.text("category")).isEqualTo("SAFETY.WIRE");
        assertThat(corrected.deadline("urgent").get("state").asString()).isEqualTo("RUNNING");
        assertThat(corrected.body().get("suggestion").get("category").asString())
                .startsWith("FACILITY");
    }

    @Test
    void listsGoOnePageAtATimeAndShowOnlyOnesOwnPart() {
        var newcomer = people.newcomer();
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            filed.add(
                    0,
                    newcomer.post(
                                    "/api/v1/tickets",
                                    Map.of(
                                            "description",
                                            "第%d件事".formatted(i),
                                            "place",
                                            Map.of("gridId", "qinghe-c3-g1")))
                            .text("no"));
        }
        var first = newcomer.get("/api/v1/tickets?scope=mine&size=3");
        var second = newcomer.get("/api/v1/tickets?scope=mine&size=3&cursor=" + first.text("nextCursor"));

        List<String> shown = new ArrayList<>(numbers(first.body()));
        shown.addAll(numbers(second.body()));
        assertThat(shown).isEqualTo(filed);
        assertThat(second.body().get("nextCursor").isNull()).isTrue();
        assertThat(numbers(people.person("demo-dispatcher-c3")
                        .get("/api/v1/tickets?scope=desk&stage=SUBMITTED&size=100")
                        .body()))
                .containsAll(filed);
        assertThat(numbers(people.person("demo-dispatcher-c2")
                        .get("/api/v1/tickets?scope=desk&size=100")
                        .body()))
                .doesNotContainAnyElementsOf(filed);
    }

    @Test
    void whatNobodyOwnsStandsInAListOfItsOwn() {
        String no = people.li.files(LAMP).text("no");
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "DISPATCH");
        people.handler.moves(no, "RETURN", "不归我们管");

        assertThat(numbers(people.dispatcher
                        .get("/api/v1/tickets?scope=unowned&size=100")
                        .body()))
                .contains(no);
        assertThat(people.dispatcher
                        .sees(no)
                        .deadline("owner-named")
                        .get("state")
                        .asString())
                .isEqualTo("RUNNING");
    }

    @Test
    void everybodyWhomItConcernsCanVerifyTheTimeline() {
        var filed = people.li.files(LAMP);
        String no = filed.text("no");
        String kept = filed.body().get("timeline").get(0).get("hash").asString();
        people.dispatcher.moves(no, "CLASSIFY");

        var verified = people.li.get("/api/v1/tickets/%s/verification?head=%s".formatted(no, kept));
        assertThat(verified.body().get("valid").asBoolean()).isTrue();
        assertThat(verified.body().get("known").asBoolean()).isTrue();
        assertThat(verified.body().get("events").asInt()).isEqualTo(2);
        assertThat(people.other
                        .get("/api/v1/tickets/%s/verification".formatted(no))
                        .status())
                .isEqualTo(404);
    }

    private static List<String> moves(JsonNode ticket) {
        List<String> moves = new ArrayList<>();
        ticket.get("timeline").forEach(event -> moves.add(event.get("move").asString()));
        return moves;
    }

    private static List<String> numbers(JsonNode page) {
        List<String> numbers = new ArrayList<>();
        page.get("items").forEach(item -> numbers.add(item.get("no").asString()));
        return numbers;
    }
}
