package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.media.Pictures;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.wechat.Fault;
import cn.huiyin.rehearsal.wechat.MediaChecks.Found;
import cn.huiyin.rehearsal.wechat.WechatStandIn;
import cn.huiyin.safety.CheckResults;
import cn.huiyin.safety.Checking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** M9: what people write and photograph, before others see it. */
@HuiyinTest
class ContentSafetyJourneyTest {

    private static final String TEXT_CHECK = "/wxa/msg_sec_check";
    private static final String RISKY = "楼道灯坏了，违禁词一号";

    private final WebTestClient client;
    private final WechatStandIn wechat;
    private final Checking checking;
    private final CheckResults results;
    private final Delivery delivery;
    private final RehearsalClock clock;
    private final DatabaseClient database;

    /** Logged in anew for each test: WeChat checks what somebody writes who was here lately. */
    private People people;

    private Person resident;

    ContentSafetyJourneyTest(
            WebTestClient client,
            WechatStandIn wechat,
            Checking checking,
            CheckResults results,
            Delivery delivery,
            RehearsalClock clock,
            DatabaseClient database) {
        this.client = client;
        this.wechat = wechat;
        this.checking = checking;
        this.results = results;
        this.delivery = delivery;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void people() {
        people = new People(client);
        resident = people.newcomer();
    }

    @AfterEach
    void wechatIsWellAgain() {
        wechat.noMoreFaults();
    }

    @Test
    void riskyWordsAreHiddenFromTheHandlerAndShownToTheirAuthorAndTheReviewer() {
        String no = files(RISKY, List.of());
        check();
        people.dispatcher.moves(no, Map.of("move", "CLASSIFY", "category", "FACILITY.STREET_LIGHT"));
        people.dispatcher.moves(no, Map.of("move", "DISPATCH", "unitId", "qinghe-property"));

        var handlers = people.handler.sees(no);
        assertThat(handlers.status()).isEqualTo(200);
        assertThat(handlers.body().toString()).doesNotContain("违禁");
        assertThat(handlers.text("check")).isEqualTo("HELD");
        assertThat(handlers.body().get("suggestion").isNull()).isTrue();
        assertThat(line(people.handler, "desk", no).toString()).contains("核对").doesNotContain("违禁");

        assertThat(resident.sees(no).text("description")).isEqualTo(RISKY);
        assertThat(resident.sees(no).text("check")).isEqualTo("HELD");
        assertThat(people.dispatcher.sees(no).text("description")).isEqualTo(RISKY);
        assertThat(line(people.dispatcher, "desk", no).get("matter").asString()).contains("违禁");
    }

    @Test
    void riskyWordsOfABookingAreHiddenFromWhoeverComes() {
        Bookings bookings = new Bookings(people);
        Person booker = people.livingIn("qinghe-c1-g1-b2", People.anyRoom());
        String appointment = "/api/v1/appointments/"
                + booker.post("/api/v1/appointments", Map.of("slotId", bookings.atHome(), "purpose", RISKY))
                        .text("id");
        check();

        assertThat(bookings.visitor.get(appointment).text("purpose"))
                .contains("核对")
                .doesNotContain("违禁");
        assertThat(booker.get(appointment).text("purpose")).isEqualTo(RISKY);
        assertThat(bookings.dispatcher.get(appointment).text("purpose")).isEqualTo(RISKY);

        booker.post(appointment + "/moves", Map.of("move", "CANCEL", "note", "不来了，违禁词四号"));
        check();
        assertThat(bookings.visitor.get(appointment).body().get("timeline").toString())
                .contains("核对")
                .doesNotContain("违禁");
        assertThat(booker.get(appointment).body().get("timeline").toString()).contains("违禁词四号");
    }

    /** Only that something was received may be told before its words are looked at, and that to their author alone. */
    @Test
    void noMessageCarriesWordsThatHaveNotPassed() {
        onADayOnWhichNobodyHasBeenToldAnything();
        String no = files(RISKY, List.of());
        check();
        people.dispatcher.moves(no, Map.of("move", "CLASSIFY", "category", "FACILITY.STREET_LIGHT"));
        people.dispatcher.moves(no, Map.of("move", "DISPATCH", "unitId", "qinghe-property"));
        people.handler.moves(no, "ACCEPT");
        resident.post("/api/v1/tickets/%s/supplements".formatted(no), Map.of("description", "还有违禁词二号"));
        people.handler.moves(no, "REPLY", "违禁词三号");
        check();
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        assertThat(wechat.messages())
                .filteredOn(message -> message.toString().contains(no))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.toString()).doesNotContain("违禁"));
        assertThat(people.handler.all("/api/v1/inbox"))
                .filteredOn(message -> message.toString().contains(no))
                .allSatisfy(message -> assertThat(message.toString()).doesNotContain("违禁"));
        assertThat(resident.get("/api/v1/inbox?size=100").body().get("items"))
                .filteredOn(message -> !message.get("occasion").asString().equals("TICKET_RECEIVED"))
                .anySatisfy(message -> assertThat(message.toString()).contains("请点开查看"))
                .allSatisfy(message -> assertThat(message.toString()).doesNotContain("违禁"));
        assertThat(resident.sees(no).text("answer")).contains("核对").doesNotContain("违禁");
    }

    @Test
    void aReviewerLetsItThroughAndEverybodySeesIt() {
        String no = files(RISKY, List.of());
        check();
        dispatch(no);
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        var found = checkOf(people.dispatcher, no, "description");
        assertThat(found.get("words").asString()).isEqualTo(RISKY);
        assertThat(found.get("why").asString()).contains("有风险");
        assertThat(todos(people.dispatcher, no)).hasSize(1);
        assertThat(todos(people.gridWorker, no)).isEmpty();

        String uri = "/api/v1/content-checks/" + found.get("id").asString();
        String etag = found.get("etag").asString();
        assertThat(people.dispatcher.get(uri).text("words")).isEqualTo(RISKY);
        assertThat(people.handler.get("/api/v1/content-checks").status()).isEqualTo(403);
        assertThat(people.handler.get(uri).status()).isEqualTo(404);
        assertThat(people.person("demo-dispatcher-c2").get(uri).status()).isEqualTo(404);
        assertThat(people.dispatcher
                        .post(uri + "/moves", Map.of("move", "RELEASE"))
                        .status())
                .isEqualTo(428);
        var released = people.dispatcher.postIfMatch(uri + "/moves", etag, Map.of("move", "RELEASE"));

        assertThat(released.text("state")).isEqualTo("RELEASED");
        assertThat(people.handler.sees(no).text("description")).isEqualTo(RISKY);
        assertThat(todos(people.dispatcher, no)).isEmpty();
        assertThat(people.dispatcher
                        .postIfMatch(uri + "/moves", etag, Map.of("move", "REFUSE", "note", "骂人"))
                        .status())
                .isEqualTo(412);
        assertThat(people.dispatcher
                        .postIfMatch(uri + "/moves", released.text("etag"), Map.of("move", "REFUSE", "note", "骂人"))
                        .text("code"))
                .isEqualTo("MOVE_REFUSED");
        assertThat(one("SELECT kind FROM audit_entry WHERE subject = 'content-check/%s'"
                        .formatted(found.get("id").asString())))
                .isEqualTo("CONTENT_RELEASED");
    }

    @Test
    void whatAReviewerRefusesStaysHiddenAndItsAuthorIsToldWhatToDoWhileTheTicketGoesOn() {
        String no = files(RISKY, List.of());
        check();
        dispatch(no);
        var found = checkOf(people.supervisor, no, "description");
        String moves =
                "/api/v1/content-checks/%s/moves".formatted(found.get("id").asString());
        String etag = found.get("etag").asString();

        assertThat(people.supervisor
                        .postIfMatch(moves, etag, Map.of("move", "REFUSE"))
                        .status())
                .isEqualTo(422);
        assertThat(people.supervisor
                        .postIfMatch(moves, etag, Map.of("move", "REFUSE", "note", "骂人"))
                        .text("state"))
                .isEqualTo("REFUSED");
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        assertThat(resident.get("/api/v1/inbox?size=100").body().toString()).contains("换个说法");
        assertThat(resident.sees(no).text("check")).isEqualTo("REFUSED");
        assertThat(people.handler.sees(no).text("description")).contains("没有通过核对");
        assertThat(people.handler.moves(no, "ACCEPT").status()).isEqualTo(200);
    }

    @Test
    void whileWechatIsAwayTicketsAreFiledAndStaffWhoActSeeThem() {
        wechat.fault(new Fault(TEXT_CHECK, null, 502, null, 1000));
        String no = files("3号楼燃气有味道", List.of());
        check();
        dispatch(no);

        assertThat(people.handler.sees(no).text("description")).isEqualTo("3号楼燃气有味道");
        assertThat(people.handler.sees(no).text("check")).isEqualTo("PENDING");
        assertThat(resident.sees(no).body().get("check").isNull()).isTrue();
        String before = people.handler.sees(no).headers().getETag();

        wechat.noMoreFaults();
        // It is asked again after a while that grows while it stays away.
        for (int tries = 0; tries < 6 && !state(no, "description").equals("PASSED"); tries++) {
            clock.advance(Duration.ofMinutes(10));
            check();
        }

        assertThat(people.handler.sees(no).body().get("check").isNull()).isTrue();
        assertThat(people.handler.sees(no).headers().getETag()).isNotEqualTo(before);
        assertThat(state(no, "description")).isEqualTo("PASSED");
    }

    @Test
    void aPhotoIsJudgedLaterByEventAndHiddenThen() {
        String photo = resident.uploads(Pictures.png(40, 30));
        String no = files("墙上有涂鸦", List.of(photo));
        check();
        dispatch(no);
        var pending = people.handler.sees(no).body().get("media").get(0);
        assertThat(pending.get("check").asString()).isEqualTo("PENDING");
        assertThat(resident.shown(pending.get("url").asString())).isEqualTo(200);

        answered(Found.RISKY);

        var held = people.handler.sees(no).body().get("media").get(0);
        assertThat(held.get("check").asString()).isEqualTo("HELD");
        assertThat(held.get("url").isNull()).isTrue();
        assertThat(resident.shown(pending.get("url").asString()))
                .as("a link from before")
                .isEqualTo(404);
        var own = resident.sees(no).body().get("media").get(0);
        assertThat(resident.shown(own.get("url").asString())).isEqualTo(200);
        var review = checkOf(people.dispatcher, no, "media/" + photo);
        assertThat(resident.shown(review.get("mediaUrl").asString())).isEqualTo(200);
    }

    @Test
    void theSameEventTwiceIsOneVerdictAndOneTask() throws InterruptedException {
        String photo = resident.uploads(Pictures.png(40, 30));
        String no = files("墙上有涂鸦", List.of(photo));
        check();
        answered(Found.REVIEW);
        var handed = wechat.media().get(wechat.media().size() - 1);
        results.media(handed.traceId(), 0, "review", 20002).block();
        results.media(handed.traceId(), 0, "pass", 100).block();

        assertThat(state(no, "media/" + photo)).isEqualTo("HELD");
        assertThat(one("SELECT count(*)::text FROM outbox o JOIN content_check c ON o.subject_id = c.id::text"
                        + " WHERE o.subject_kind = 'content' AND o.parent IS NULL AND c.part = 'media/%s'"
                                .formatted(photo)))
                .isEqualTo("1");
    }

    @Test
    void anEventThatGetsLostIsAskedForAgainAndInTheEndAHumanLooks() {
        String photo = resident.uploads(Pictures.png(40, 30));
        String no = files("墙上有涂鸦", List.of(photo));
        int before = wechat.media().size();
        for (int time = 0; time < 3; time++) {
            check();
            assertThat(state(no, "media/" + photo)).isEqualTo("PENDING");
            answered(Found.LOST);
            clock.advance(Duration.ofMinutes(31));
        }
        check();

        assertThat(wechat.media().size() - before).isEqualTo(3);
        assertThat(state(no, "media/" + photo)).isEqualTo("HUMAN");
        assertThat(checkOf(people.dispatcher, no, "media/" + photo).get("state").asString())
                .isEqualTo("HUMAN");
    }

    @Test
    void aPhotoThatWechatCouldNotFetchIsHandedInAgain() {
        String photo = resident.uploads(Pictures.png(40, 30));
        String no = files("墙上有涂鸦", List.of(photo));
        check();
        answered(Found.NOTHING);
        clock.advance(Duration.ofSeconds(10));
        check();
        // This one it fetches by itself, by the link it was given.
        clock.advance(Duration.ofSeconds(2));
        wechat.answerAboutMedia();

        assertThat(state(no, "media/" + photo)).isEqualTo("PASSED");
    }

    @Test
    void whoWasNotHereForTwoHoursIsForAHumanUnlessStaffWroteIt() {
        clock.advance(Duration.ofHours(3));
        String no = files("路灯不亮", List.of());
        String recorded = people.gridWorker
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "description",
                                "楼下垃圾没清",
                                "channel",
                                "PHONE",
                                "place",
                                Map.of("gridId", "qinghe-c1-g1"),
                                "reporter",
                                Map.of("name", "王大爷", "phone", "13900005678")))
                .text("no");
        check();

        assertThat(state(no, "description")).isEqualTo("HUMAN");
        assertThat(people.dispatcher.sees(no).text("check")).isEqualTo("HUMAN");
        assertThat(state(recorded, "description")).isEqualTo("PASSED");
    }

    private String files(String description, List<String> media) {
        var filed = resident.post(
                "/api/v1/tickets",
                Map.of("description", description, "media", media, "place", Map.of("gridId", "qinghe-c1-g1")));
        assertThat(filed.status()).isEqualTo(201);
        return filed.text("no");
    }

    private void dispatch(String no) {
        people.dispatcher.moves(no, Map.of("move", "CLASSIFY", "category", "FACILITY.STREET_LIGHT"));
        assertThat(people.dispatcher
                        .moves(no, Map.of("move", "DISPATCH", "unitId", "qinghe-property"))
                        .status())
                .isEqualTo(200);
    }

    /** So many messages a day go out to one person, and the staff here work for other tests too. */
    private void onADayOnWhichNobodyHasBeenToldAnything() {
        clock.advance(Duration.ofDays(1));
        people();
    }

    private void check() {
        checking.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
    }

    /** A moment later WeChat says this about the photo that it has. */
    private void answered(Found found) {
        wechat.nextMediaIs(found);
        clock.advance(Duration.ofSeconds(2));
        wechat.answerAboutMedia();
    }

    private JsonNode checkOf(Person reviewer, String no, String part) {
        for (JsonNode item : reviewer.all("/api/v1/content-checks")) {
            if (item.get("subjectId").asString().equals(no)
                    && item.get("part").asString().equals(part)) {
                return item;
            }
        }
        throw new AssertionError("no check of " + part);
    }

    private static JsonNode line(Person person, String scope, String no) {
        for (JsonNode item :
                person.get("/api/v1/tickets?size=100&scope=" + scope).body().get("items")) {
            if (item.get("no").asString().equals(no)) {
                return item;
            }
        }
        throw new AssertionError("not in the list: " + no);
    }

    private static List<String> todos(Person person, String no) {
        List<String> todos = new ArrayList<>();
        person.all("/api/v1/todos").forEach(item -> {
            if (item.get("sentence").asString().contains(no)
                    && item.get("occasion").asString().equals("CONTENT_REVIEW")) {
                todos.add(item.toString());
            }
        });
        return todos;
    }

    private String state(String no, String part) {
        return one("SELECT state FROM content_check WHERE subject_id = '%s' AND part = '%s'".formatted(no, part));
    }

    private String one(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .block());
    }
}
