package cn.huiyin.access;

import static cn.huiyin.access.Cast.HERE;

import cn.huiyin.digest.DigestPlanner;
import cn.huiyin.media.Pictures;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.oversight.DrawKeeper;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.safety.Checking;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Real things of 映荷社区, made through the same doors that everybody uses, each by whoever may: so that a 404 to somebody
 * else is a refusal and not an empty room.
 */
final class Belongings {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HOME = HERE + "-g1-b1";
    private static final String VISITS = "/api/v1/visit-records";

    private final Cast cast;
    private final Wire wire;
    private final RehearsalClock clock;
    private final Map<String, String> names = new LinkedHashMap<>();

    Belongings(Cast cast, Wire wire, RehearsalClock clock) {
        this.cast = cast;
        this.wire = wire;
        this.clock = clock;
    }

    /** All of them, by the names that the table and the requests use. */
    Map<String, String> make(DrawKeeper keeper, Checking checking, Delivery delivery, DigestPlanner planner) {
        Cast.POSTS.keySet().forEach(person -> names.put(person + "Id", cast.id(person)));
        homes();
        oversight(keeper);
        household();
        visits();
        bookings();
        tickets(checking, delivery);
        programme();
        digest(planner, delivery);
        account();
        days();
        return names;
    }

    private void homes() {
        lives("owner", HOME, "worker");
        lives("stranger", Cast.ELSEWHERE + "-g1-b1", "worker2");
        wire.json(
                        "PUT",
                        "/api/v1/me/phone",
                        cast.token("owner"),
                        null,
                        Map.of("code", UUID.randomUUID().toString()))
                .done();
        names.put("household", cast.gets("owner", "/api/v1/households/mine").text("/id"));
        names.put("unfiled", anyRoom());
    }

    private void lives(String person, String building, String confirms) {
        wire.json("PUT", "/api/v1/me/home", cast.token(person), null, Map.of("buildingId", building, "room", anyRoom()))
                .done();
        cast.changes(confirms, "/api/v1/homes/%s/confirm".formatted(cast.id(person)), "\"1\"", Map.of());
    }

    /** Two visits of a month that is over: one is looked into and found wanting, one waits. */
    private void oversight(DrawKeeper keeper) {
        String draws = "/api/v1/spot-draws/qinghe/";
        String month = today().toString().substring(0, 7);
        for (int visit = 0; visit < 12; visit++) {
            Map<String, Object> tried = visit(begun(), 3 + 4 * visit, "NOBODY_HOME");
            cast.posts("worker", VISITS, tried);
        }
        keeper.keep().block(PATIENCE);
        OffsetDateTime drawsAt = OffsetDateTime.parse(ask(draws + month).text("/drawsAt"));
        clock.advance(Duration.between(clock.now(), drawsAt.toInstant()).plusMinutes(30));
        keeper.keep().block(PATIENCE);
        JsonNode drawn = ask(draws + month + "/" + HERE).json().path("drawn");
        names.put("month", month);
        found(drawn.path(0).asString());
        names.put("check", drawn.path(1).asString());
        found(drawn.path(1).asString());
        morning();
    }

    private void found(String visit) {
        String check = "/api/v1/spot-checks/" + visit;
        String moves = check + "/moves";
        cast.changes("supervisor", moves, cast.etag("supervisor", check), Map.of("move", "ASSIGN"));
        if (names.containsKey("check")) {
            return;
        }
        cast.changes(
                "supervisor",
                moves,
                cast.etag("supervisor", check),
                Map.of(
                        "move", "REPORT",
                        "askedBy", "IN_PERSON",
                        "recorded", "WRONG",
                        "followed", "NONE",
                        "entered", "OK",
                        "note", "住户说那天没有人来过"));
        names.put(
                "rectification",
                cast.posts("supervisor", "/api/v1/rectifications", Map.of("visitId", visit, "what", "请重新走访这一户，如实记录"))
                        .text("/no"));
        names.put("found", visit);
    }

    private void household() {
        String mine = "/api/v1/households/mine/changes";
        for (String name : List.of("proposal", "proposal2")) {
            Map<String, Object> member = Map.of("kind", "MEMBER", "name", "某人", "relation", "SPOUSE");
            cast.posts("owner", mine, Map.of("changes", List.of(member), "why", "登记家人"));
        }
        JsonNode waiting = cast.gets("worker", "/api/v1/household-proposals?size=100")
                .json()
                .path("items");
        List<String> own = waiting.valueStream()
                .filter(item -> item.path("householdId").asString().equals(names.get("household")))
                .map(item -> item.path("id").asString())
                .toList();
        names.put("proposal", own.get(0));
        names.put("proposal2", own.get(1));
        var sample = cast.posts(
                "dispatcher",
                "/api/v1/household-samples",
                Map.of("placeId", HERE + "-g1", "seed", UUID.randomUUID().toString(), "size", 1));
        names.put("sample", sample.text("/id"));
        names.put("sampled", sample.text("/homes/0/householdId"));
        special();
        String steps = "/api/v1/cares/%s/steps".formatted(names.get("household"));
        cast.changes("dispatcher", steps, "\"1\"", Map.of("step", "ASSIGN", "specialistId", cast.id("specialist")));
        Map<String, Object> plan = Map.of(
                "plain",
                "每周三上午来看看您",
                "goals",
                List.of(Map.of(
                        "goal",
                        "按时吃药",
                        "measures",
                        List.of(Map.of(
                                "what",
                                "每周分一次药盒",
                                "who",
                                "网格员",
                                "by",
                                today().plusDays(30).toString())))));
        cast.changes("specialist", steps, "\"2\"", Map.of("step", "PLAN", "plan", plan));
        names.put("care", names.get("household"));
        names.put("phone", "13900009876");
        names.put("byPhone", begun(Map.of("kind", "MEMBER", "name", "某人", "phone", names.get("phone"))));
    }

    private void special() {
        String file = "/api/v1/households/" + names.get("household");
        cast.changes(
                "worker",
                file + "/changes",
                cast.etag("worker", file + "?purpose=VISIT"),
                Map.of(
                        "changes",
                        List.of(Map.of("kind", "TAG", "code", "CHILD_IN_NEED", "words", "学校来信")),
                        "why",
                        "走访得知"));
    }

    private void visits() {
        Map<String, Object> met = visit(names.get("household"), 2, "MET");
        met.put("consent", Map.of("purpose", "看看用电安全"));
        names.put("visit", cast.posts("worker", VISITS, met).text("/id"));
        Map<String, String> card = Map.of(
                "householdId", names.get("household"), "colour", "YELLOW", "what", "想在卫生间装扶手", "source", "CALLBACK");
        names.put("card", cast.posts("worker", "/api/v1/need-cards", card).text("/id"));
        names.put(
                "notice",
                cast.posts(
                                "dispatcher",
                                "/api/v1/visit-notices",
                                Map.of("placeId", HERE, "way", "BOARD", "purpose", "年底网格员会到每家走一走"))
                        .text("/id"));
        names.put("newVisit", UUID.randomUUID().toString());
        names.put("newVisit2", UUID.randomUUID().toString());
    }

    private void bookings() {
        names.put("slot", slot("09:00", "HOME"));
        names.put("slot2", slot("15:00", "POINT"));
        names.put(
                "appointment",
                cast.posts("owner", "/api/v1/appointments", Map.of("slotId", names.get("slot"), "purpose", "想请医生量血压"))
                        .text("/id"));
    }

    private String slot(String at, String where) {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of(
                "service",
                "COMMUNITY_DOCTOR",
                "staffId",
                cast.id("visitor"),
                "communityId",
                HERE,
                "date",
                today().plusDays(2).toString(),
                "startTime",
                at,
                "endTime",
                at.substring(0, 3) + "30",
                "at",
                where));
        if (where.equals("POINT")) {
            asked.put("point", "映荷社区党群服务中心");
            asked.put("capacity", 60);
        }
        return cast.posts("dispatcher", "/api/v1/slots", asked).text("/items/0/id");
    }

    /** One with the property company, one answered, and one whose words WeChat doubts. */
    private void tickets(Checking checking, Delivery delivery) {
        names.put(
                "media",
                wire.upload(cast.token("owner"), "a.png", Pictures.png(8, 8)).text("/id"));
        names.put("ticket", filed("楼下的路灯不亮了", Map.of("category", "FACILITY.STREET_LIGHT")));
        names.put("answered", filed("井盖松了", Map.of("category", "FACILITY.STREET_LIGHT")));
        names.put("ticket2", filed("单元门关不上", Map.of()));
        String doubted = filed("楼道灯坏了，违禁词一号", Map.of());
        for (String no : List.of(names.get("ticket"), names.get("answered"))) {
            moves("dispatcher", no, Map.of("move", "CLASSIFY"));
            moves("dispatcher", no, Map.of("move", "DISPATCH", "unitId", "qinghe-property"));
            moves("handler", no, Map.of("move", "ACCEPT"));
        }
        moves("handler", names.get("answered"), Map.of("move", "REPLY", "note", "换好了"));
        checking.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        JsonNode check = inList("dispatcher", "/api/v1/content-checks", "subjectId", doubted);
        names.put("contentCheck", check.path("id").asString());
        names.put(
                "todo",
                inList("dispatcher", "/api/v1/todos", "occasion", "CONTENT_REVIEW")
                        .path("id")
                        .asString());
        names.put("inbox", cast.gets("owner", "/api/v1/inbox").text("/items/0/id"));
        names.put(
                "outbox",
                inList("admin", "/api/v1/ops/outbox?state=SENT", "recipient", cast.id("owner"))
                        .path("id")
                        .asString());
    }

    private String filed(String description, Map<String, ?> more) {
        Map<String, Object> filed = new LinkedHashMap<>(more);
        filed.put("description", description);
        filed.put("place", Map.of("buildingId", HOME));
        return cast.posts("owner", "/api/v1/tickets", filed).text("/no");
    }

    private void moves(String person, String no, Map<String, ?> move) {
        cast.changes(person, "/api/v1/tickets/%s/moves".formatted(no), "*", move);
    }

    private void programme() {
        String starts = today().plusYears(20 + today().getDayOfYear()).toString();
        names.put(
                "campaign",
                cast.posts(
                                "dispatcher",
                                "/api/v1/visit-campaigns",
                                Map.of("placeId", HERE, "name", "家庭大走访", "startsOn", starts))
                        .text("/id"));
        ObjectNode policy = (ObjectNode)
                cast.gets("owner", "/api/v1/deadline-policies/current").json().path("policy");
        ((ArrayNode) policy.path("rules")).add(policy.path("rules").path(0));
        names.put("ruleTwice", policy.toString());
        names.put("later", today().plusYears(500).toString());
    }

    /** What came in until this morning is told to the grid's worker. */
    private void digest(DigestPlanner planner, Delivery delivery) {
        ZonedDateTime now = clock.now().atZone(ZONE);
        ZonedDateTime next = now.toLocalDate().plusDays(1).atTime(8, 31).atZone(ZONE);
        clock.advance(Duration.between(now, next.minusHours(12)));
        planner.plan().block(PATIENCE);
        clock.advance(Duration.between(clock.now(), next.toInstant()));
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        clock.advance(Duration.ofMinutes(30));
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        names.put("digest", cast.gets("worker", "/api/v1/digests").text("/items/0/id"));
    }

    private void account() {
        names.put(
                "erasure", cast.posts("owner", "/api/v1/me/erasures", Map.of()).text("/id"));
        String newcomer = "demo-access-newcomer-" + UUID.randomUUID();
        for (String name : List.of("asking", "asking2")) {
            var session = wire.json("POST", "/api/v1/sessions", null, null, Map.of("code", newcomer + name))
                    .done();
            wire.json(
                            "PUT",
                            "/api/v1/me/home",
                            session.text("/token"),
                            null,
                            Map.of("buildingId", HOME, "room", anyRoom()))
                    .done();
            names.put(name, session.text("/account/id"));
        }
    }

    private void days() {
        names.put("today", today().toString());
        names.put("inThreeDays", today().plusDays(2).toString());
        names.put("now", minutesAgo(1));
        names.put("earlier", minutesAgo(200));
    }

    private String begun(Map<?, ?>... changes) {
        return cast.posts(
                        "worker",
                        "/api/v1/households",
                        Map.of("buildingId", HERE + "-g1-b2", "room", anyRoom(), "changes", List.of(changes)))
                .text("/id");
    }

    private Map<String, Object> visit(String household, int minutesAgo, String outcome) {
        return new LinkedHashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "householdId",
                household,
                "at",
                minutesAgo(minutesAgo),
                "way",
                "IN_PERSON",
                "outcome",
                outcome));
    }

    private String minutesAgo(int minutes) {
        return clock.now()
                .minus(Duration.ofMinutes(minutes))
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private java.time.LocalDate today() {
        return clock.now().atZone(ZONE).toLocalDate();
    }

    /** At night nobody is told anything. */
    private void morning() {
        ZonedDateTime now = clock.now().atZone(ZONE);
        clock.advance(Duration.between(
                now, now.toLocalDate().plusDays(1).atTime(10, 0).atZone(ZONE)));
    }

    private Wire.Answer ask(String uri) {
        return wire.json("GET", uri, null, null, null).done();
    }

    private JsonNode inList(String person, String uri, String field, String value) {
        String list = uri + (uri.contains("?") ? "&" : "?") + "size=100";
        String cursor = "";
        while (true) {
            JsonNode page = cast.gets(person, list + cursor).json();
            for (JsonNode item : page.path("items")) {
                if (item.path(field).asString("").equals(value)) {
                    return item;
                }
            }
            if (page.path("nextCursor").isNull()) {
                throw new AssertionError(value + " is not in " + uri);
            }
            cursor = "&cursor=" + page.path("nextCursor").asString();
        }
    }

    private static String anyRoom() {
        return "R" + java.util.concurrent.ThreadLocalRandom.current().nextLong(1, 1L << 50);
    }
}
