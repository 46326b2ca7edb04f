package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.safety.Checking;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Special households and their specialists over HTTP. */
@HuiyinTest
class CareJourneyTest {

    private static final String BUILDING = "qinghe-c1-g1-b2";
    private static final Map<String, Object> PLAN = Map.of(
            "plain",
            "每周三上午来看看您",
            "goals",
            List.of(Map.of(
                    "goal", "按时吃药", "measures", List.of(Map.of("what", "每周分一次药盒", "who", "网格员", "by", "2026-12-31")))));

    private final People people;
    private final DatabaseClient database;
    private final Checking checking;
    private final Person lead;

    CareJourneyTest(WebTestClient client, DatabaseClient database, Checking checking) {
        this.checking = checking;
        this.people = new People(client);
        this.database = database;
        this.lead = people.person("demo-dispatcher-c1");
    }

    @Test
    void aSpecialHomeGetsASpecialistAPlanAndAReviewAndSeesWhoItIs() {
        String room = People.anyRoom();
        String uri = "/api/v1/cares/" + special(room);
        Person resident = people.livingIn(BUILDING, room);
        assertThat(lead.get("/api/v1/cares?state=UNASSIGNED&size=100").body().toString())
                .contains(uri.substring(uri.lastIndexOf('/') + 1));

        assertThat(step(people.gridWorker, uri, "\"1\"", "ASSIGN", Map.of("specialistId", worker()))
                        .status())
                .as("assigned by the dispatcher")
                .isEqualTo(403);
        Said assigned = step(lead, uri, "\"1\"", "ASSIGN", Map.of("specialistId", worker()));
        assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(200);
        assertThat(step(people.gridWorker, uri, "\"2\"", "REVIEW", Map.of("note", "都好"))
                        .status())
                .as("no review without a plan")
                .isEqualTo(409);
        assertThat(step(people.gridWorker, uri, "\"1\"", "PLAN", Map.of("plan", PLAN))
                        .status())
                .isEqualTo(412);
        assertThat(step(people.gridWorker, uri, null, "PLAN", Map.of("plan", PLAN))
                        .status())
                .isEqualTo(428);
        Map<String, Object> withPhone = Map.of("plain", "有事打13900001234", "goals", PLAN.get("goals"));
        assertThat(step(people.gridWorker, uri, "\"2\"", "PLAN", Map.of("plan", withPhone))
                        .status())
                .as("no phone number in plain words")
                .isEqualTo(422);
        Said planned = step(people.gridWorker, uri, "\"2\"", "PLAN", Map.of("plan", PLAN));
        assertThat(planned.status()).isEqualTo(200);
        assertThat(planned.body().toString()).as("answers are kept open").doesNotContain("吃药");
        assertThat(step(people.gridWorker, uri, "\"3\"", "REVIEW", Map.of("note", "女儿的电话 139 0000 1234"))
                        .status())
                .isEqualTo(422);
        assertThat(step(people.gridWorker, uri, "\"3\"", "REVIEW", Map.of("note", "药都按时吃了"))
                        .status())
                .isEqualTo(200);

        JsonNode care = people.gridWorker.get(uri).body();
        assertThat(care.at("/plan/goals/0/goal").asString()).isEqualTo("按时吃药");
        assertThat(care.path("history")
                        .valueStream()
                        .map(one -> one.path("what").asString()))
                .containsExactly("REVIEWED", "PLANNED", "ASSIGNED", "BEGAN");
        JsonNode mine = resident.get("/api/v1/cares/mine").body();
        assertThat(mine.path("plain").asString()).isEqualTo("每周三上午来看看您");
        assertThat(mine.path("specialist").asString()).isNotEmpty();
        assertThat(mine.toString()).doesNotContain("吃药");
        assertThat(resident.get("/api/v1/households/mine/looks").body().toString())
                .contains("\"CARE\"");
    }

    @Test
    void whatAHouseholdReadsOfItsPlanIsHiddenWhileTheContentCheckDoubtsItAlsoAfterAReview() {
        String room = People.anyRoom();
        String uri = "/api/v1/cares/" + special(room);
        Person resident = people.livingIn(BUILDING, room);
        step(lead, uri, "\"1\"", "ASSIGN", Map.of("specialistId", worker()));
        Map<String, Object> risky = Map.of("plain", "违禁词七号，每周来看您", "goals", PLAN.get("goals"));
        assertThat(step(people.gridWorker, uri, "\"2\"", "PLAN", Map.of("plan", risky))
                        .status())
                .isEqualTo(200);
        checking.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        assertThat(resident.get("/api/v1/cares/mine").text("plain"))
                .contains("核对")
                .doesNotContain("违禁");
        assertThat(lead.get(uri).body().at("/plan/plain").asString()).contains("违禁词七号");
        assertThat(step(people.gridWorker, uri, "\"3\"", "REVIEW", Map.of("note", "都好"))
                        .status())
                .isEqualTo(200);
        checking.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        assertThat(resident.get("/api/v1/cares/mine").text("plain")).doesNotContain("违禁");

        assertThat(step(people.gridWorker, uri, "\"4\"", "PLAN", Map.of("plan", PLAN))
                        .status())
                .isEqualTo(200);
        checking.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        assertThat(resident.get("/api/v1/cares/mine").text("plain")).isEqualTo("每周三上午来看看您");
    }

    @Test
    void whoeverDoesNotLookAfterAHomeSeesHowFarItIsAndNotThePlan() {
        String uri = "/api/v1/cares/" + planned();

        JsonNode seen = people.supervisor.get(uri).body();
        assertThat(seen.path("plan").isNull()).isTrue();
        assertThat(seen.path("plannedAt").isNull()).isFalse();
        assertThat(seen.path("steps")).isEmpty();
        assertThat(people.person("demo-dispatcher-c2").get(uri).status()).isEqualTo(404);
        assertThat(people.li.get(uri).status()).isEqualTo(404);
        assertThat(people.li.get("/api/v1/cares").status()).isEqualTo(403);
    }

    @Test
    void aHandOverSaysWhyAndTheOldSpecialistReadsThePlanNoMore() {
        String uri = "/api/v1/cares/" + planned();
        String other = id("demo-dispatcher-c1");

        assertThat(step(lead, uri, "\"3\"", "HAND_OVER", Map.of("specialistId", other))
                        .status())
                .isEqualTo(422);
        assertThat(step(lead, uri, "\"3\"", "HAND_OVER", Map.of("specialistId", worker(), "note", "换"))
                        .status())
                .isEqualTo(422);
        assertThat(step(lead, uri, "\"3\"", "HAND_OVER", Map.of("specialistId", other, "note", "休产假"))
                        .status())
                .isEqualTo(200);

        assertThat(people.gridWorker.get(uri).body().path("plan").isNull()).isTrue();
        assertThat(lead.get(uri).body().at("/history/0/note").asString()).isEqualTo("休产假");
    }

    @Test
    void theSameStepSentTwiceIsOne() {
        String uri = "/api/v1/cares/" + special(People.anyRoom()) + "/steps";
        Map<String, Object> asked = Map.of("step", "ASSIGN", "specialistId", worker());
        String key = UUID.randomUUID().toString();

        Said first = lead.changeOnce(uri, key, asked, "\"1\"");
        assertThat(first.status()).isEqualTo(200);
        assertThat(lead.changeOnce(uri, key, asked, "\"1\"").body()).isEqualTo(first.body());
    }

    @Test
    void theCareEndsWithTheClassAndSaysSo() {
        String home = planned();
        String etag = Objects.requireNonNull(people.gridWorker
                .get("/api/v1/households/" + home + "?purpose=VISIT")
                .headers()
                .getETag());
        Said changed = people.gridWorker.change(
                "/api/v1/households/" + home + "/changes",
                Map.of(
                        "changes",
                        List.of(Map.of("kind", "TAG", "code", "CHILD_IN_NEED", "remove", true)),
                        "why",
                        "孩子成年了"),
                etag);
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);

        JsonNode care = lead.get("/api/v1/cares/" + home).body();
        assertThat(care.path("open").asBoolean()).isFalse();
        assertThat(care.at("/history/0/what").asString()).isEqualTo("ENDED");
        assertThat(step(people.gridWorker, "/api/v1/cares/" + home, "\"4\"", "REVIEW", Map.of("note", "都好"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void noWordOfAPlanLiesOpenInTheDatabase() {
        planned();

        assertThat(database.sql("""
                                SELECT count(*) AS found
                                  FROM (SELECT to_json(e)::text AS row FROM care_event e
                                         UNION ALL SELECT to_json(k)::text FROM kept_answer k
                                         UNION ALL SELECT to_json(o)::text FROM outbox o) AS lying
                                 WHERE row LIKE '%分一次药盒%'
                                """)
                        .map(row -> Objects.requireNonNull(row.get("found", Long.class)))
                        .one()
                        .block())
                .isZero();
    }

    private String planned() {
        String home = special(People.anyRoom());
        String uri = "/api/v1/cares/" + home;
        assertThat(step(lead, uri, "\"1\"", "ASSIGN", Map.of("specialistId", worker()))
                        .status())
                .isEqualTo(200);
        assertThat(step(people.gridWorker, uri, "\"2\"", "PLAN", Map.of("plan", PLAN))
                        .status())
                .isEqualTo(200);
        return home;
    }

    private static Said step(Person who, String uri, @Nullable String etag, String step, Map<String, Object> more) {
        Map<String, Object> asked = new java.util.HashMap<>(more);
        asked.put("step", step);
        return who.change(uri + "/steps", asked, etag);
    }

    private String worker() {
        return id("demo-grid-worker");
    }

    private String id(String code) {
        return people.person(code).get("/api/v1/me").text("id");
    }

    private String special(String room) {
        Said begun = people.gridWorker.post(
                "/api/v1/households",
                Map.of(
                        "buildingId",
                        BUILDING,
                        "room",
                        room,
                        "changes",
                        List.of(Map.of("kind", "TAG", "code", "CHILD_IN_NEED", "words", "学校来信"))));
        assertThat(begun.status()).isEqualTo(201);
        String uri = String.valueOf(begun.headers().getLocation());
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
