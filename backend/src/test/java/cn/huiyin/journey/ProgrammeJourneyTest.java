package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.programme.ProgrammePlanner;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.RehearsalClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Visit programmes over HTTP: who is due, what is owed, campaigns, teams, and a grid worker's day. */
@HuiyinTest
class ProgrammeJourneyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BUILDING = "qinghe-c1-g1-b2";

    private final People people;
    private final RehearsalClock clock;
    private final DatabaseClient database;
    private final ProgrammePlanner planner;

    ProgrammeJourneyTest(
            WebTestClient client, RehearsalClock clock, DatabaseClient database, ProgrammePlanner planner) {
        this.people = new People(client);
        this.clock = clock;
        this.database = database;
        this.planner = planner;
    }

    @Test
    void aSpecialHomeIsOwedAVisitAfterAWeekAndNotAfterItIsVisited() {
        String home = special();
        assertThat(listed(people.gridWorker, home, "OVERDUE")).isNull();

        clock.advance(Duration.ofDays(9));

        JsonNode line = Objects.requireNonNull(listed(people.gridWorker, home, "OVERDUE"));
        assertThat(line.path("class").asString()).isEqualTo("SPECIAL");
        assertThat(line.path("owed").asInt()).isEqualTo(1);
        assertThat(line.path("refused").asBoolean()).isFalse();
        assertThat(listed(people.person("demo-dispatcher-c2"), home, "OVERDUE"))
                .as("not in another community")
                .isNull();
        assertThat(owed("qinghe-c1-g1")).isPositive();

        visited(home);
        assertThat(listed(people.gridWorker, home, "OVERDUE")).isNull();
    }

    @Test
    void onlyWhoeverPlansVisitsSeesWhoIsDue() {
        assertThat(people.li.get("/api/v1/visit-dues").status()).isEqualTo(403);
        assertThat(people.handler.get("/api/v1/visit-debts").status()).isEqualTo(403);
        assertThat(people.gridWorker.get("/api/v1/visit-dues?place=nowhere").status())
                .isEqualTo(422);
        assertThat(people.gridWorker.get("/api/v1/visit-dues?cursor=garbled").status())
                .isEqualTo(422);
        assertThat(people.gridWorker.get("/api/v1/visit-debts?by=street").status())
                .isEqualTo(422);
    }

    @Test
    void aCommunityChoosesHowOftenAndWhoDidNotReadTheLastChoiceIsTold() {
        Map<String, String> choice = Map.of("placeId", "qinghe-c4", "policy", "HALF_YEARLY", "note", "试行半年");
        String uri = "/api/v1/visit-policies/choices";

        assertThat(people.dispatcher.change(uri, choice, null).status()).isEqualTo(428);
        Said chosen = people.dispatcher.change(uri, choice, "\"0\"");
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(people.dispatcher.change(uri, choice, "\"0\"").status()).isEqualTo(412);
        assertThat(people.gridWorker.change(uri, choice, "\"1\"").status()).isEqualTo(403);
        assertThat(people.dispatcher
                        .change(
                                uri,
                                Map.of("placeId", "qinghe-c4", "policy", "HALF_YEARLY", "note", "问王姐13900001234"),
                                "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(people.dispatcher
                        .change(uri, Map.of("placeId", "qinghe-c4", "policy", "NEVER", "note", "省事"), "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(people.dispatcher
                        .get("/api/v1/visit-policies")
                        .body()
                        .path("choices")
                        .valueStream()
                        .map(one -> one.path("placeId").asString() + " "
                                + one.path("policy").asString()))
                .contains(" STANDARD", "qinghe-c4 HALF_YEARLY");
    }

    @Test
    void anAdminPublishesAPolicyWhole() {
        Map<String, Object> rule = Map.of("every", "P2M", "notice", 7, "ways", List.of("IN_PERSON"));
        Map<String, Object> policy = Map.of(
                "code", "TWO_MONTHS",
                "name", "两个月",
                "about", "每两个月走访一次",
                "leaveOut", List.of("EMPTY"),
                "rules", Map.of("ORDINARY", rule, "KEY", rule, "SPECIAL", rule),
                "note", "试试");
        Map<String, Object> partly = new java.util.HashMap<>(policy);
        partly.put("rules", Map.of("ORDINARY", Map.of("every", "P1M3D", "notice", 7, "ways", List.of("ONLINE"))));

        assertThat(people.dispatcher
                        .change("/api/v1/visit-policies", policy, "\"0\"")
                        .status())
                .isEqualTo(403);
        assertThat(people.admin
                        .change("/api/v1/visit-policies", partly, "\"0\"")
                        .status())
                .isEqualTo(422);
        Said kept = people.admin.change("/api/v1/visit-policies", policy, "\"0\"");
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.body().at("/rules/KEY/every").asString()).isEqualTo("P2M");
        assertThat(people.admin
                        .change("/api/v1/visit-policies", policy, "\"0\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void ofManyWhoBeginACampaignAtTheSameMomentOneDoesAndTheSameRequestIsOne() {
        LocalDate starts = today().plusYears(3);
        Map<String, Object> asked = Map.of("placeId", "qinghe-c3", "name", "家庭大走访", "startsOn", starts.toString());

        List<Integer> said = Flux.range(0, 12)
                .flatMap(n -> Mono.fromSupplier(() -> people.supervisor
                                .post("/api/v1/visit-campaigns", asked)
                                .status())
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block();
        assertThat(said).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);

        Map<String, Object> later = Map.of(
                "placeId",
                "qinghe-c3",
                "name",
                "家庭大走访",
                "startsOn",
                starts.plusYears(1).toString());
        String key = UUID.randomUUID().toString();
        Said first = people.supervisor.postOnce("/api/v1/visit-campaigns", key, later);
        assertThat(first.status()).isEqualTo(201);
        assertThat(people.supervisor
                        .postOnce("/api/v1/visit-campaigns", key, later)
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void aCampaignBeginsWithPilotsSpreadsAndKeepsItsFiguresWhenItIsClosed() {
        closeWhatStands();
        String home = special();
        LocalDate starts = today();
        Said begun = people.supervisor.post(
                "/api/v1/visit-campaigns",
                Map.of(
                        "placeId",
                        "qinghe",
                        "name",
                        "家庭大走访",
                        "startsOn",
                        starts.toString(),
                        "pilots",
                        List.of("qinghe-c1", "qinghe-c2")));
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.text("endsOn"))
                .isEqualTo(starts.plusMonths(3).minusDays(1).toString());
        assertThat(begun.text("stage")).isEqualTo("PILOT");
        String uri = String.valueOf(begun.headers().getLocation());

        assertThat(homes(uri, false)).contains(home);
        visited(home);
        assertThat(homes(uri, false)).doesNotContain(home);
        assertThat(homes(uri, true)).contains(home);
        JsonNode pilot =
                people.supervisor.get(uri + "/progress?by=community").body().at("/items/0");
        assertThat(pilot.at("/place/id").asString()).isEqualTo("qinghe-c1");
        assertThat(pilot.path("monthlyTarget").asInt()).isEqualTo(100);
        assertThat(pilot.path("thisMonth").asInt()).isPositive();

        assertThat(moves(people.gridWorker, uri, "SPREAD", "\"1\"").status()).isEqualTo(403);
        assertThat(moves(people.supervisor, uri, "SPREAD", null).status()).isEqualTo(428);
        assertThat(moves(people.supervisor, uri, "SPREAD", "\"1\"").text("stage"))
                .isEqualTo("ALL");
        assertThat(moves(people.supervisor, uri, "CLOSE", "\"1\"").status()).isEqualTo(412);
        assertThat(moves(people.supervisor, uri, "CLOSE", "\"2\"").text("stage"))
                .isEqualTo("CLOSED");
        JsonNode closed = people.supervisor.get(uri + "/progress").body();
        special();
        assertThat(people.supervisor.get(uri + "/progress").body()).isEqualTo(closed);
        assertThat(moves(people.supervisor, uri, "CLOSE", "\"3\"").status()).isEqualTo(409);
        assertThat(people.person("demo-dispatcher-c2").get(uri).status()).isEqualTo(200);
        assertThat(people.li.get(uri).status()).isEqualTo(404);
    }

    @Test
    void aTeamSaysWhatIsMissingAndWhoComesAlong() {
        String secretary = id("demo-dispatcher-c1");
        String worker = id("demo-grid-worker");
        String doctor = id("demo-handler-committee");
        Person lead = people.person("demo-dispatcher-c1");
        String uri = "/api/v1/visit-teams/qinghe-c1";
        String etag = Objects.requireNonNull(lead.get(uri).headers().getETag());
        Map<String, Object> team = Map.of(
                "members",
                List.of(
                        Map.of("accountId", secretary, "part", "SECRETARY"),
                        Map.of("accountId", worker, "part", "GRID_WORKER", "grids", List.of("qinghe-c1-g1")),
                        Map.of("accountId", doctor, "part", "HELPER", "qualifications", List.of("SOCIAL_WORKER"))));

        Said kept = put(lead, uri, team, etag);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(200);
        assertThat(kept.body().path("complete").asBoolean()).isFalse();
        assertThat(kept.body().path("missing").toString()).contains("缺 2 名网格员");
        assertThat(put(lead, uri, team, etag).status()).isEqualTo(412);
        Map<String, Object> wrong = Map.of(
                "members",
                List.of(Map.of("accountId", doctor, "part", "GRID_WORKER", "grids", List.of("qinghe-c1-g1"))));
        assertThat(put(lead, uri, wrong, Objects.requireNonNull(kept.headers().getETag()))
                        .status())
                .isEqualTo(422);

        JsonNode company = people.gridWorker
                .get("/api/v1/visit-teams/companions/" + special())
                .body();
        assertThat(company.path("companions")
                        .valueStream()
                        .map(one -> one.at("/member/accountId").asString()))
                .containsExactly(worker, doctor);
        assertThat(people.person("demo-dispatcher-c2")
                        .get("/api/v1/visit-teams/companions/" + special())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aGridWorkersDayHoldsWhoIsOverdue() {
        String home = special();
        clock.advance(Duration.ofDays(9));

        Said day = people.gridWorker.get("/api/v1/visit-routes?visits=50&minutes=900");
        assertThat(day.status()).isEqualTo(200);
        List<String> all = new ArrayList<>();
        day.body()
                .path("stops")
                .forEach(stop -> all.add(stop.at("/home/householdId").asString("")));
        day.body().path("left").forEach(one -> all.add(one.path("householdId").asString("")));
        assertThat(all).isNotEmpty();
        assertThat(day.body()
                        .path("stops")
                        .valueStream()
                        .map(stop -> stop.at("/home/state").asString("")))
                .contains("OVERDUE");
        assertThat(listed(people.gridWorker, home, "OVERDUE")).isNotNull();
        assertThat(people.gridWorker.get("/api/v1/visit-routes?date=1999-01-01").status())
                .isEqualTo(422);
        assertThat(people.supervisor.get("/api/v1/visit-routes").status()).isEqualTo(403);
    }

    @Test
    void beforeAThemeDateACampaignIsProposedOnceAndTheStreetDecides() {
        LocalDate day = LocalDate.of(today().getYear() + 1, 8, 10);

        planner.propose(day).block();
        planner.propose(day).block();

        List<JsonNode> proposed = people.supervisor
                .get("/api/v1/visit-campaigns?stage=PROPOSED&size=100")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("theme").asString("").equals("SCHOOL_START"))
                .filter(one -> one.path("endsOn").asString().startsWith(day.getYear() + "-"))
                .toList();
        assertThat(proposed).hasSize(1);
        String uri = "/api/v1/visit-campaigns/" + proposed.get(0).path("id").asString();
        assertThat(moves(people.supervisor, uri, "ACCEPT", "\"1\"").text("stage"))
                .isEqualTo("ALL");
        assertThat(count("SELECT count(*) FROM outbox WHERE subject_id = 'campaign/%s'"
                        .formatted(proposed.get(0).path("id").asString())))
                .isPositive();
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    private Said moves(Person who, String uri, String move, @org.jspecify.annotations.Nullable String etag) {
        return who.change(uri + "/moves", Map.of("move", move), etag);
    }

    /** Other tests of this street may have begun one. */
    private void closeWhatStands() {
        for (JsonNode one : people.supervisor
                .get("/api/v1/visit-campaigns?size=100&stage=PILOT&stage=ALL")
                .body()
                .path("items")) {
            String uri = "/api/v1/visit-campaigns/" + one.path("id").asString();
            moves(
                    people.supervisor,
                    uri,
                    "CLOSE",
                    people.supervisor.get(uri).headers().getETag());
        }
    }

    private Said put(Person who, String uri, Object body, String etag) {
        return who.putIfMatch(uri, body, etag);
    }

    private String id(String code) {
        return people.person(code).get("/api/v1/me").text("id");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZONE);
    }

    /** The home of a child in need in 听雨一网格. */
    private String special() {
        Said begun = people.gridWorker.post(
                "/api/v1/households",
                Map.of(
                        "buildingId",
                        BUILDING,
                        "room",
                        People.anyRoom(),
                        "changes",
                        List.of(Map.of("kind", "TAG", "code", "CHILD_IN_NEED", "words", "学校来信"))));
        assertThat(begun.status()).isEqualTo(201);
        String uri = String.valueOf(begun.headers().getLocation());
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    /** Until records come over HTTP: as the record of a visit lies in the database. */
    private void visited(String home) {
        database.sql("""
                        INSERT INTO visit_record (id, household, class, path, by, at, entry_due_at, way, outcome)
                        SELECT 'journey-' || id, id, class, path, 1000000 + abs(hashtext(id)), huiyin_now(), huiyin_now(), 'IN_PERSON', 'MET'
                          FROM household
                         WHERE id = :home
                        """).bind("home", home).then().block();
    }

    /** Its line in the list, through all of its pages. */
    private @org.jspecify.annotations.Nullable JsonNode listed(Person who, String home, String state) {
        return who.all("/api/v1/visit-dues?state=" + state)
                .valueStream()
                .filter(line -> line.path("householdId").asString().equals(home))
                .findFirst()
                .orElse(null);
    }

    private long owed(String grid) {
        return people.gridWorker
                .get("/api/v1/visit-debts?place=" + grid)
                .body()
                .at("/items/0/owed")
                .asLong();
    }

    private List<String> homes(String uri, boolean done) {
        return people.gridWorker
                .all(uri + "/homes?done=" + done)
                .valueStream()
                .map(home -> home.path("householdId").asString())
                .toList();
    }
}
