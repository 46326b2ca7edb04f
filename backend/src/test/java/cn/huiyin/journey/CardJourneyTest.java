package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Needs cards over HTTP: opened, seen to, answered, or overdue. */
@HuiyinTest
class CardJourneyTest {

    private static final String CARDS = "/api/v1/need-cards";

    private final People people;
    private final Homes homes;
    private final Delivery delivery;

    CardJourneyTest(WebTestClient client, Delivery delivery) {
        this.people = new People(client);
        this.homes = new Homes(people);
        this.delivery = delivery;
    }

    @Test
    void redIsDueInAMonthYellowInThreeGreenInAYear() {
        LocalDate today = homes.now().toLocalDate();
        assertThat(due(opened(homes.begun(), "RED"))).isEqualTo(today.plusMonths(1));
        assertThat(due(opened(homes.begun(), "YELLOW"))).isEqualTo(today.plusMonths(3));
        assertThat(due(opened(homes.begun(), "GREEN"))).isEqualTo(today.plusYears(1));
    }

    @Test
    void aCardIsTakenUpRecolouredAndDoneAndTheHouseholdReadsIt() {
        Person resident = people.livingIn(Homes.BUILDING, People.anyRoom());
        String id = opened(Homes.of(resident), "YELLOW").text("id");
        Said taken = move(id, Map.of("move", "TAKE_UP"), "\"1\"");
        assertThat(taken.text("state")).isEqualTo("TAKEN_UP");
        assertThat(taken.text("owner")).isEqualTo("陈立夏");
        assertThat(move(id, Map.of("move", "DONE", "note", "装好了"), "\"1\"").status())
                .isEqualTo(412);
        assertThat(move(id, Map.of("move", "DONE"), "*").status()).isEqualTo(422);
        Said red = move(id, Map.of("move", "RECOLOUR", "colour", "RED", "note", "天冷了，等不得"), "*");
        assertThat(due(red)).isEqualTo(homes.now().toLocalDate().plusMonths(1));

        Said done = move(id, Map.of("move", "DONE", "note", "请师傅装好了两根扶手"), "*");
        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.body().get("moves")).isEmpty();
        JsonNode own = resident.get("/api/v1/households/mine/need-cards").body().at("/items/0");
        assertThat(own.get("what").asString()).isEqualTo("想在卫生间装扶手");
        assertThat(own.at("/timeline/3/note").asString()).isEqualTo("请师傅装好了两根扶手");
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        assertThat(resident.get("/api/v1/inbox").body().toString())
                .contains("有结果了")
                .doesNotContain("扶手");
    }

    @Test
    void aDayLaterThanTheColourAllowsIsRefused() {
        Map<String, Object> asked = card(homes.begun(), "RED");
        asked.put("dueOn", homes.now().toLocalDate().plusMonths(2).toString());
        Said refused = people.gridWorker.post(CARDS, asked);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("dueOn");
    }

    @Test
    void cardsOfAGridAreListedByTheirDayAndColour() {
        String id = opened(homes.begun(), "RED").text("id");
        String cursor = "";
        String before = "";
        boolean seen = false;
        do {
            Said page = people.gridWorker.get(CARDS + "?colour=RED&size=50" + cursor);
            for (JsonNode item : page.body().get("items")) {
                assertThat(item.get("colour").asString()).isEqualTo("RED");
                assertThat(item.get("dueOn").asString()).isGreaterThanOrEqualTo(before);
                before = item.get("dueOn").asString();
                seen |= item.get("id").asString().equals(id);
            }
            cursor = page.body().get("nextCursor").isNull() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).isTrue();
        assertThat(people.person("demo-dispatcher-c2").get(CARDS + "/" + id).text("code"))
                .isEqualTo("CARD_NOT_FOUND");
        assertThat(people.li.get(CARDS).status()).isEqualTo(403);
    }

    private Said opened(String home, String colour) {
        Said opened = people.gridWorker.postOnce(CARDS, "card-" + People.anyRoom(), card(home, colour));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return people.gridWorker.get(CARDS + "/" + opened.text("id"));
    }

    private static Map<String, Object> card(String home, String colour) {
        return new HashMap<>(Map.of("householdId", home, "colour", colour, "what", "想在卫生间装扶手", "source", "CALLBACK"));
    }

    private Said move(String id, Map<String, ?> move, String ifMatch) {
        return people.gridWorker.change(CARDS + "/%s/moves".formatted(id), move, ifMatch);
    }

    private static LocalDate due(Said card) {
        return LocalDate.parse(card.text("dueOn"));
    }
}
