package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Household files over HTTP, by the people who keep them and those they are about. */
@HuiyinTest
class HouseholdJourneyTest {

    private static final String BUILDING = "qinghe-c1-g1-b2";
    private static final String HOMES = "/api/v1/households";
    /** Its region is nowhere; its day and check digit are right. */
    private static final String ID_NUMBER = "999999195003071236";

    private final People people;

    HouseholdJourneyTest(WebTestClient client) {
        people = new People(client);
    }

    @Test
    void staffOpenAFileAndReadItBack() {
        Said begun = begin(elder("13900000311"));
        Said file = people.gridWorker.get(begun.headers().getLocation() + "?purpose=VISIT");

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.body().toString()).doesNotContain("梅立夏", "13900000311");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().getETag()).isEqualTo("\"1\"");
        assertThat(file.text("class")).isEqualTo("SPECIAL");
        assertThat(codes(file.body().get("tags"))).containsExactly("DISABLED", "ELDER_ALONE");
        assertThat(file.body().at("/tags/0/reason").asString()).isEqualTo("看过残疾证");
        JsonNode member = file.body().at("/members/0");
        assertThat(member.get("name").asString()).isEqualTo("梅立夏");
        assertThat(member.get("phone").asString()).isEqualTo("13900000311");
        assertThat(member.get("age").asInt())
                .isEqualTo(LocalDate.of(1950, 3, 7).until(people.today()).getYears());
        assertThat(member.get("idNumber").asString()).isEqualTo("9****************6");
    }

    @Test
    void aSupervisorSeesWhatTheirRoleAllowsAndNoMore() {
        Said begun = begin(elder("13900000312"));
        Said file = people.supervisor.get(begun.headers().getLocation() + "?purpose=SPOT_CHECK");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body().at("/members/0/name").asString()).isEqualTo("梅**");
        assertThat(file.body().at("/members/0/phone").asString()).isEqualTo("139****0312");
        assertThat(file.body().at("/members/0/idNumber").isNull()).isTrue();
        assertThat(file.body().at("/members/0/health").isNull()).isTrue();
        assertThat(file.body().at("/members/0/age").isNull()).isTrue();
        assertThat(file.body().get("note").isNull()).isTrue();
    }

    @Test
    void aLookSaysWhatItIsFor() {
        String uri = String.valueOf(begin(elder("13900000313")).headers().getLocation());

        assertThat(people.gridWorker.get(uri).status()).isEqualTo(422);
        assertThat(people.gridWorker.get(uri + "?purpose=CURIOSITY").status()).isEqualTo(422);
        assertThat(people.gridWorker.get(uri + "/history").status()).isEqualTo(422);
    }

    @Test
    void aHomeOutsideOnesReachIsNotThere() {
        String uri = String.valueOf(begin(elder("13900000314")).headers().getLocation());
        Person elsewhere = people.person("demo-dispatcher-c2");

        assertThat(elsewhere.get(uri + "?purpose=VISIT").status()).isEqualTo(404);
        assertThat(elsewhere.get(uri + "/history?purpose=VISIT").status()).isEqualTo(404);
        assertThat(elsewhere
                        .change(uri + "/changes", Map.of("changes", List.of(Map.of("kind", "TOUCHED"))), "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(people.gridWorker.get(HOMES + "/zzzzzzzzzzzz?purpose=VISIT").status())
                .isEqualTo(404);
        assertThat(people.handler.get(uri + "?purpose=VISIT").status()).isEqualTo(403);
        assertThat(people.li.get(uri + "?purpose=VISIT").status()).isEqualTo(403);
        assertThat(people.supervisor
                        .change(uri + "/changes", Map.of("changes", List.of(Map.of("kind", "TOUCHED"))), "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(elsewhere
                        .post(HOMES, Map.of("buildingId", BUILDING, "room", "999"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoeverChangesAFileSaysWhichVersionTheyHaveRead() {
        String uri = String.valueOf(begin(elder("13900000315")).headers().getLocation());
        Map<String, Object> away = Map.of("changes", List.of(Map.of("kind", "STATUS", "status", "AWAY")));

        assertThat(people.gridWorker.change(uri + "/changes", away, null).status())
                .isEqualTo(428);
        assertThat(people.gridWorker.change(uri + "/changes", away, "\"1\"").status())
                .isEqualTo(200);
        assertThat(people.gridWorker.change(uri + "/changes", away, "\"1\"").status())
                .isEqualTo(412);
        Said file = people.gridWorker.get(uri + "?purpose=VISIT");
        assertThat(file.text("status")).isEqualTo("AWAY");
        assertThat(file.body().get("touchDue").isNull()).isTrue();
    }

    @Test
    void theSameFileIsBegunOnceAndTheSameRequestGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> home = Map.of("buildingId", BUILDING, "room", room());

        Said first = people.gridWorker.postOnce(HOMES, key, home);
        assertThat(people.gridWorker.postOnce(HOMES, key, home).body()).isEqualTo(first.body());
        assertThat(people.gridWorker.post(HOMES, home).status()).isEqualTo(409);
    }

    @Test
    void whatCannotBeTakenIsNamedFieldByField() {
        Said refused = people.gridWorker.post(
                HOMES,
                Map.of(
                        "buildingId",
                        BUILDING,
                        "room",
                        room(),
                        "changes",
                        List.of(
                                Map.of("kind", "MEMBER", "name", "某", "phone", "12345", "birth", "3000"),
                                Map.of("kind", "TAG", "code", "ELDER_ALONE", "words", "我说的"),
                                Map.of("kind", "WISH", "code", "FREE_MONEY"),
                                Map.of("kind", "MEMBER", "name", "某", "idNumber", "999999195003071237"))));

        assertThat(refused.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        refused.body()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "changes[0].phone",
                        "changes[0].birth",
                        "changes[1].code",
                        "changes[2].code",
                        "changes[3].idNumber");
        assertThat(people.gridWorker
                        .post(
                                HOMES,
                                Map.of(
                                        "buildingId",
                                        BUILDING,
                                        "room",
                                        room(),
                                        "from",
                                        "2099-01-01",
                                        "changes",
                                        List.of(Map.of("kind", "TOUCHED"))))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theFileAnswersAsOfThatDay() {
        Said begun = begin(List.of());
        String uri = String.valueOf(begun.headers().getLocation());
        people.gridWorker.change(uri + "/changes", from("2026-03-01", status("RENTED")), "\"1\"");
        people.gridWorker.change(uri + "/changes", from("2026-01-10", status("AWAY")), "\"2\"");

        assertThat(people.gridWorker.get(uri + "?purpose=VERIFY").text("status"))
                .isEqualTo("RENTED");
        assertThat(asOf(uri, "2026-02-01").text("status")).isEqualTo("AWAY");
        assertThat(asOf(uri, "2026-01-09").text("status")).isEqualTo("OCCUPIED");
        assertThat(asOf(uri, "2026-02-01").headers().getETag()).isNull();
        JsonNode history =
                people.gridWorker.get(uri + "/history?purpose=VERIFY").body();
        assertThat(history.at("/items/0/what").asString()).isEqualTo("居住状态 长期外出");
        assertThat(history.at("/items/0/from").asString()).isEqualTo("2026-01-10");
        assertThat(history.at("/items/0/by").asString()).isEqualTo("陈立夏");
    }

    @Test
    void residentsPutTheirOwnFileRightAndStaffConfirmTheRest() {
        String room = room();
        Person resident = livingIn(room);
        Said mine = resident.get(HOMES + "/mine");
        assertThat(mine.status()).isEqualTo(200);

        Said receipt = resident.post(
                HOMES + "/mine/changes",
                Map.of(
                        "changes",
                        List.of(
                                Map.of("kind", "CONTACT", "phone", "139 0000 0316", "bestTime", "工作日晚上"),
                                Map.of("kind", "WISH", "code", "AFTER_SCHOOL", "words", "放学到六点"),
                                Map.of("kind", "RESOURCE", "resource", "SKILL", "words", "会修自行车"),
                                Map.of("kind", "MEMBER", "name", "柳清明", "birth", "1990", "me", true))));
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body().get("applied")).hasSize(3);
        assertThat(receipt.body().at("/proposed/0").asString()).isEqualTo("member/m1");

        JsonNode before = resident.get(HOMES + "/mine").body();
        assertThat(before.get("members")).isEmpty();
        assertThat(before.at("/contacts/0/phone").asString()).isEqualTo("13900000316");
        assertThat(before.at("/wishes/0/domain").asString()).isEqualTo("教育");

        JsonNode proposal = proposalFor(room);
        assertThat(proposal.at("/asked/changes/0/name").asString()).isEqualTo("柳清明");
        String decide = "/api/v1/household-proposals/" + proposal.get("id").asString();
        assertThat(people.person("demo-dispatcher-c2")
                        .post(decide + "/accept", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(people.gridWorker.post(decide + "/accept", Map.of()).status())
                .isEqualTo(200);
        assertThat(people.gridWorker.post(decide + "/accept", Map.of()).status())
                .isEqualTo(409);

        JsonNode after = resident.get(HOMES + "/mine").body();
        assertThat(after.at("/members/0/name").asString()).isEqualTo("柳清明");
        assertThat(after.at("/members/0/accountId").isNull()).isFalse();
        assertThat(resident.get(HOMES + "/mine/proposals")
                        .body()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aRefusedProposalIsAnsweredAndChangesNothing() {
        String room = room();
        Person resident = livingIn(room);
        resident.post(
                HOMES + "/mine/changes",
                Map.of("changes", List.of(Map.of("kind", "TAG", "code", "LOW_INCOME", "words", "收入不高"))));
        String decide =
                "/api/v1/household-proposals/" + proposalFor(room).get("id").asString();

        assertThat(people.gridWorker
                        .post(decide + "/refuse", Map.of("answer", "请带低保证到社区"))
                        .status())
                .isEqualTo(204);
        assertThat(resident.get(HOMES + "/mine").body().get("tags")).isEmpty();
        assertThat(resident.get(HOMES + "/mine/proposals")
                        .body()
                        .at("/items/0/answer")
                        .asString())
                .isEqualTo("请带低保证到社区");
        assertThat(resident.post(
                                HOMES + "/mine/changes",
                                Map.of("changes", List.of(Map.of("kind", "NOTE", "words", "x"))))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyLookIsShownToTheHousehold() {
        String room = room();
        Person resident = livingIn(room);
        resident.post(
                HOMES + "/mine/changes", Map.of("changes", List.of(Map.of("kind", "CONTACT", "phone", "13900000317"))));
        String id = resident.get(HOMES + "/mine").text("id");
        people.gridWorker.get(HOMES + "/" + id + "?purpose=VISIT");
        people.supervisor.get(HOMES + "/" + id + "/history?purpose=SPOT_CHECK");
        Said found = people.gridWorker.post(HOMES + "/searches", Map.of("phone", "13900000317", "purpose", "CONTACT"));
        people.person("demo-dispatcher-c2").get(HOMES + "/" + id + "?purpose=VISIT");

        assertThat(found.body().at("/items/0/id").asString()).isEqualTo(id);
        assertThat(found.body().toString()).doesNotContain("13900000317");
        JsonNode looks = resident.get(HOMES + "/mine/looks").body().get("items");
        assertThat(looks).hasSize(3);
        assertThat(looks.get(0).get("what").asString()).isEqualTo("SEARCH");
        assertThat(looks.get(0).get("purpose").asString()).isEqualTo("联系居民");
        assertThat(looks.get(1).get("role").asString()).isEqualTo("督办人员");
        assertThat(looks.get(2).get("by").asString()).isEqualTo("陈立夏");
        assertThat(looks.get(2).get("what").asString()).isEqualTo("FILE");
    }

    @Test
    void whoseHomeIsNotConfirmedSeesNoFile() {
        assertThat(people.newcomer().get(HOMES + "/mine").text("code")).isEqualTo("HOME_NOT_CONFIRMED");
    }

    @Test
    void familyMembersDoNotReadEachOthersNumbers() {
        String room = room();
        Person one = livingIn(room);
        Person other = livingIn(room);
        one.post(
                HOMES + "/mine/changes", Map.of("changes", List.of(Map.of("kind", "CONTACT", "phone", "13900000318"))));

        assertThat(other.get(HOMES + "/mine").body().at("/contacts/0/phone").asString())
                .isEqualTo("139****0318");
        assertThat(other.get(HOMES + "/mine").text("id"))
                .isEqualTo(one.get(HOMES + "/mine").text("id"));
    }

    @Test
    void aBuildingComesInAtOnceOrNotAtAll() {
        String good = room();
        String bad = room();
        String uri = HOMES + "/imports?building=qinghe-c1-g1-b3";
        Said refused = people.gridWorker.post(uri, Map.of("homes", List.of(home(good, "13900000319"), home(bad, "0"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("homes[1].changes[0].phone");

        Said taken = people.gridWorker.post(uri, Map.of("homes", List.of(home(good, "13900000319"))));
        assertThat(taken.body().get("created").asInt()).isEqualTo(1);
        Said again = people.gridWorker.post(
                uri, Map.of("homes", List.of(home(good, "13900000319"), home(bad, "13900000320"))));
        assertThat(again.body().get("created").asInt()).isEqualTo(1);
        assertThat(again.body().at("/skipped/0").asString()).isEqualTo(good);
    }

    @Test
    void aTableComesInToo() {
        String room = room();
        Said taken = people.gridWorker.postTable(HOMES + "/imports?building=qinghe-c1-g1-b3", """
                门牌,居住状态,姓名,出生,关系,电话,身份证号,标签,标签依据
                %1$s,出租,桑谷雨,1990,租户,13900000321,,,
                %1$s,,桑小满,2024-05-06,子女,,,LOW_INCOME,低保证
                """.formatted(room));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().get("created").asInt()).isEqualTo(1);
        JsonNode found = people.gridWorker
                .post(HOMES + "/searches", Map.of("phone", "13900000321", "purpose", "VERIFY"))
                .body()
                .at("/items/0");
        assertThat(found.get("members").asInt()).isEqualTo(2);
        assertThat(codes(found, "tags")).containsExactly("INFANT", "LOW_INCOME");
        assertThat(people.gridWorker
                        .postTable(HOMES + "/imports?building=qinghe-c1-g1-b3", "a,b\n1,2")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void listsGoByPlaceClassTagAndPage() {
        Said begun = begin(elder("13900000322"));
        String id = begun.text("id");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Said page =
                    people.gridWorker.get(HOMES + "?place=" + BUILDING + "&class=SPECIAL&tag=DISABLED&size=2" + cursor);
            page.body().get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.body().get("nextCursor").isNull() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).contains(id).doesNotHaveDuplicates();
        assertThat(people.gridWorker
                        .get(HOMES + "?place=" + BUILDING + "&class=ORDINARY&size=100")
                        .body()
                        .toString())
                .doesNotContain(id);
        assertThat(people.gridWorker
                        .get(HOMES + "?place=qinghe-c2&size=100")
                        .body()
                        .get("items"))
                .isEmpty();
        assertThat(people.li.get(HOMES).status()).isEqualTo(403);
        JsonNode counts = people.gridWorker.get(HOMES + "/counts").body().get("items");
        assertThat(counts.get(0).get("gridId").asString()).isEqualTo("qinghe-c1-g1");
        assertThat(counts.get(0).get("special").asInt()).isPositive();
    }

    @Test
    void aSampleCanBeDrawnAgainAndSaysHowManyFilesAreRight() {
        for (int i = 0; i < 4; i++) {
            begin(List.of());
        }
        Map<String, Object> draw = Map.of("placeId", BUILDING, "seed", "2026-11-22", "size", 3);
        Said sample = people.supervisor.post("/api/v1/household-samples", draw);
        Said again = people.supervisor.post("/api/v1/household-samples", draw);
        String uri = "/api/v1/household-samples/" + sample.text("id");
        String first = sample.body().at("/homes/0/householdId").asString();
        String second = sample.body().at("/homes/1/householdId").asString();

        assertThat(again.body().get("homes")).isEqualTo(sample.body().get("homes"));
        assertThat(sample.body().get("enough").asBoolean()).isFalse();
        people.supervisor.post(uri + "/checks", Map.of("householdId", first));
        Said checked = people.supervisor.post(
                uri + "/checks", Map.of("householdId", second, "wrong", List.of("member.phone")));
        assertThat(checked.body().get("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(checked.body().get("enough").asBoolean()).isFalse();
        assertThat(people.supervisor.get(uri).body().get("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(people.supervisor
                        .post(uri + "/checks", Map.of("householdId", "zzzzzzzz"))
                        .status())
                .isEqualTo(422);
        assertThat(people.person("demo-dispatcher-c2").get(uri).status()).isEqualTo(404);
        assertThat(people.gridWorker.get(uri).status()).isEqualTo(403);
    }

    @Test
    void everyWordOfAFileHasItsSource() {
        JsonNode words = people.li.get(HOMES + "/words").body();

        assertThat(words.get("needs")).hasSize(23);
        words.get("tags")
                .forEach(tag -> assertThat(tag.get("source").asString()).containsAnyOf("S0", "S3"));
    }

    private Said begin(List<Map<String, Object>> changes) {
        return people.gridWorker.post(HOMES, Map.of("buildingId", BUILDING, "room", room(), "changes", changes));
    }

    private static List<Map<String, Object>> elder(String phone) {
        return List.of(
                Map.of(
                        "kind",
                        "MEMBER",
                        "name",
                        "梅立夏",
                        "relation",
                        "HEAD",
                        "phone",
                        phone,
                        "idNumber",
                        ID_NUMBER,
                        "health",
                        "高血压"),
                Map.of("kind", "TAG", "code", "DISABLED", "words", "看过残疾证"),
                Map.of("kind", "NOTE", "words", "养了一只猫"));
    }

    private static Map<String, Object> home(String room, String phone) {
        return Map.of("room", room, "members", List.of(Map.of("name", "桐惊蛰", "phone", phone)));
    }

    private static Map<String, Object> status(String status) {
        return Map.of("kind", "STATUS", "status", status);
    }

    private static Map<String, Object> from(String day, Map<String, Object> change) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("from", day);
        asked.put("changes", List.of(change));
        return asked;
    }

    private Said asOf(String uri, String day) {
        return people.gridWorker.get(uri + "?purpose=VERIFY&asOf=" + day);
    }

    private JsonNode proposalFor(String room) {
        return people.gridWorker
                .all("/api/v1/household-proposals")
                .valueStream()
                .filter(one -> one.get("room").asString().equals(room))
                .findFirst()
                .orElseThrow();
    }

    private Person livingIn(String room) {
        return people.livingIn(BUILDING, room);
    }

    private static String room() {
        return People.anyRoom();
    }

    private static List<String> codes(JsonNode tags) {
        List<String> codes = new ArrayList<>();
        tags.forEach(tag -> codes.add(tag.get("code").asString()));
        return codes;
    }

    private static List<String> codes(JsonNode home, String field) {
        List<String> codes = new ArrayList<>();
        home.get(field).forEach(code -> codes.add(code.asString()));
        return codes;
    }
}
