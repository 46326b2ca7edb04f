package cn.huiyin.journey;

import static cn.huiyin.journey.Homes.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Told, asked, agreed, refused, tried once more: over HTTP, by the household and by staff. */
@HuiyinTest
class ConsentJourneyTest {

    private static final String MINE = "/api/v1/households/mine/visit-consent";

    private final People people;
    private final Homes homes;
    private final Delivery delivery;
    private final Person secretary;

    ConsentJourneyTest(WebTestClient client, Delivery delivery) {
        this.people = new People(client);
        this.homes = new Homes(people);
        this.delivery = delivery;
        this.secretary = people.person("demo-dispatcher-c1");
    }

    @Test
    void staffTellAndAskAndThenTheVisitIsKept() {
        String home = homes.begun();
        Said told =
                people.gridWorker.post(of(home), Map.of("deed", "TELL", "way", "PHONE", "purpose", "换季了，上门看看用电和取暖"));
        assertThat(told.status()).isEqualTo(201);
        assertThat(note(people.gridWorker, home, "AGREE").text("state")).isEqualTo("AGREED");

        homes.kept(after(homes.tried(home, "MET")));
        JsonNode shown = people.gridWorker.get(of(home)).body();
        assertThat(shown.at("/history/1/purpose").asString()).isEqualTo("换季了，上门看看用电和取暖");
        assertThat(shown.at("/history/1/by").asString()).isEqualTo("陈立夏");
    }

    @Test
    void aResidentAgreesAndTakesItBack() {
        Person resident = people.livingIn(Homes.BUILDING, People.anyRoom());
        String home = Homes.of(resident);
        assertThat(resident.post(MINE, Map.of("deed", "AGREE")).text("state")).isEqualTo("AGREED");
        homes.kept(after(homes.tried(home, "MET")));

        Said back = resident.post(MINE, Map.of("deed", "TAKE_BACK", "words", "最近想清静"));
        assertThat(back.text("state")).isEqualTo("REFUSED");
        assertThat(people.gridWorker
                        .post(RECORDS, after(homes.tried(home, "MET")))
                        .text("code"))
                .isEqualTo("NO_CONSENT");
        assertThat(resident.get(MINE).body().get("history")).hasSize(2);
        assertThat(people.gridWorker
                        .get("/api/v1/households/%s?purpose=VISIT".formatted(home))
                        .body()
                        .toString())
                .contains("true");
        assertThat(resident.post(MINE, Map.of("deed", "REFUSE_AGAIN")).status()).isEqualTo(403);
    }

    @Test
    void aRefusedVisitIsTheSecretarysToTryExactlyOnceMore() {
        String home = homes.begun();
        homes.kept(homes.tried(home, "REFUSED"));
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        assertThat(secretary.all("/api/v1/inbox").toString()).contains("谢绝了走访");
        assertThat(note(people.gridWorker, home, "AGREE").text("code")).isEqualTo("SECOND_TRY_OPEN");
        assertThat(note(people.gridWorker, home, "REFUSE_AGAIN").status()).isEqualTo(403);
        JsonNode open = found(home, secretary.get("/api/v1/visit-consents?state=REFUSED&size=100"));
        assertThat(open.get("deeds").toString()).contains("AGREE_AFTER_ALL", "REFUSE_AGAIN");
        assertThat(open.get("secondTryDue").isNull()).isFalse();

        assertThat(note(secretary, home, "REFUSE_AGAIN").text("state")).isEqualTo("REFUSED_TWICE");
        assertThat(note(secretary, home, "AGREE_AFTER_ALL").text("code")).isEqualTo("MOVE_REFUSED");
        assertThat(note(secretary, home, "AGREE").text("code")).isEqualTo("NOBODY_ASKS");
        assertThat(secretary.get(of(home)).body().get("quietUntil").isNull()).isFalse();
        Said itself = secretary.post(of(home), Map.of("deed", "AGREE", "way", "PHONE", "byItself", true));
        assertThat(itself.text("state")).isEqualTo("AGREED");
    }

    @Test
    void whatHangsOnTheBoardHasToldEveryHome() {
        Person elsewhere = people.person("demo-dispatcher-c2");
        Said hung = elsewhere.postOnce(
                "/api/v1/visit-notices",
                "notice-" + People.anyRoom(),
                Map.of("placeId", "qinghe-c2", "way", "BOARD", "purpose", "年底网格员会到每家走一走"));
        assertThat(hung.status()).isEqualTo(201);
        assertThat(elsewhere.get("/api/v1/visit-notices?place=qinghe-c2").body().toString())
                .contains("年底网格员会到每家走一走");
        assertThat(people.gridWorker
                        .post("/api/v1/visit-notices", Map.of("placeId", "qinghe-c2", "way", "BOARD", "purpose", "x"))
                        .text("code"))
                .isEqualTo("OUT_OF_REACH");
    }

    @Test
    void theSameWordTwiceIsOne() {
        String home = homes.begun();
        Map<String, String> told = Map.of("deed", "TELL", "way", "PAPER", "purpose", "看看用电");
        String key = "consent-" + People.anyRoom();

        Said first = people.gridWorker.postOnce(of(home), key, told);
        Said again = people.gridWorker.postOnce(of(home), key, told);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(people.gridWorker.get(of(home)).body().get("history")).hasSize(1);
    }

    private static JsonNode found(String home, Said page) {
        return page.body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("householdId").asString().equals(home))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.body().toString()));
    }

    /** The agreement was noted just now: the visit was made just now too. */
    private Map<String, Object> after(Map<String, Object> record) {
        record.put("at", Bookings.at(homes.now()));
        record.put("way", "ONLINE");
        return record;
    }

    private Said note(Person staff, String home, String deed) {
        return staff.post(of(home), Map.of("deed", deed, "way", "PHONE"));
    }

    private static String of(String home) {
        return "/api/v1/households/%s/visit-consent".formatted(home);
    }
}
