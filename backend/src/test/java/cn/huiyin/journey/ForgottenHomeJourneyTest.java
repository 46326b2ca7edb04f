package cn.huiyin.journey;

import static cn.huiyin.journey.Homes.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rights.RightsDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Somebody asks to be forgotten and others live on in the home, or were looked after by them. */
@HuiyinTest
class ForgottenHomeJourneyTest {

    private static final String MINE = "/api/v1/households/mine";

    private final People people;
    private final Homes homes;
    private final RightsDesk rights;

    ForgottenHomeJourneyTest(WebTestClient client, RightsDesk rights) {
        people = new People(client);
        homes = new Homes(people);
        this.rights = rights;
    }

    @Test
    void whatWasSaidOfAHomeStaysWhileSomebodyWithAnAccountLivesOnInIt() {
        String room = People.anyRoom();
        Person goes = people.livingIn(Homes.BUILDING, room);
        Person stays = people.livingIn(Homes.BUILDING, room);
        String visit = visited(Homes.of(goes));

        forget(goes);

        assertThat(words(visit)).isEqualTo("老人精神不错");
        JsonNode own = stays.get(MINE + "/visits").body().at("/items/0");
        assertThat(own.get("toHousehold").asString()).isEqualTo("扶手下周来装");
        assertThat(stays.get(MINE).status()).isEqualTo(200);
    }

    @Test
    void whatWasSaidOfAHomeStaysWhileItsFileNamesSomebodyWithoutAnAccount() {
        Person daughter = people.livingIn(Homes.BUILDING, People.anyRoom());
        String home = Homes.of(daughter);
        named(home, "榆大寒奶奶");
        String visit = visited(home);

        forget(daughter);

        assertThat(words(visit)).isEqualTo("老人精神不错");
        assertThat(people.gridWorker
                        .get("/api/v1/households/" + home + "?purpose=VERIFY")
                        .body()
                        .at("/members/0/name")
                        .asString())
                .isEqualTo("榆大寒奶奶");
    }

    @Test
    void whatWasSaidOfAHomeGoesWithTheLastWhoIsKnownInIt() {
        Person alone = people.livingIn(Homes.BUILDING, People.anyRoom());
        String visit = visited(Homes.of(alone));

        forget(alone);

        assertThat(words(visit)).isNull();
        assertThat(people.gridWorker
                        .get(RECORDS + "/" + visit)
                        .body()
                        .get("toHousehold")
                        .isNull())
                .isTrue();
    }

    @Test
    void whoSpokeForAMotherIsForgottenAndHerBookingEndsAndHerPlaceInTheFileStays() {
        Bookings bookings = new Bookings(people);
        Person daughter = people.livingIn(Homes.BUILDING, People.anyRoom());
        String home = Homes.of(daughter);
        named(home, "榆小寒妈妈");
        String appointment = "/api/v1/appointments/"
                + daughter.post(
                                "/api/v1/appointments",
                                Map.of(
                                        "slotId", laterThanTheCooling(bookings),
                                        "purpose", "想请医生看看妈妈的腿",
                                        "family",
                                                Map.of(
                                                        "name", "榆小寒妈妈",
                                                        "relation", "母亲",
                                                        "phone", "13900006688")))
                        .text("id");
        assertThat(bookings.dispatcher.get(appointment).text("purpose")).isEqualTo("想请医生看看妈妈的腿");

        forget(daughter);

        JsonNode ended = bookings.dispatcher.get(appointment).body();
        assertThat(ended.get("state").asString()).isEqualTo("CANCELLED");
        assertThat(ended.toString()).doesNotContain("妈妈的腿", "榆小寒", "6688");
        assertThat(people.gridWorker
                        .get("/api/v1/households/" + home + "?purpose=VERIFY")
                        .body()
                        .at("/members/0/name")
                        .asString())
                .isEqualTo("榆小寒妈妈");
    }

    /** At an hour that no other test asks for. */
    private static String laterThanTheCooling(Bookings bookings) {
        return bookings.openAt(
                bookings.visitor,
                bookings.today().plusDays(12),
                "20:30",
                "21:00",
                Map.of("at", "POINT", "point", "听雨社区党群服务中心", "capacity", 1));
    }

    private void named(String home, String name) {
        String etag = String.valueOf(people.gridWorker
                .get("/api/v1/households/" + home + "?purpose=VERIFY")
                .headers()
                .getETag());
        assertThat(people.gridWorker
                        .change(
                                "/api/v1/households/" + home + "/changes",
                                Map.of("changes", List.of(Map.of("kind", "MEMBER", "name", name))),
                                etag)
                        .status())
                .isEqualTo(200);
    }

    private String visited(String home) {
        return homes.kept(homes.met(home, Map.of("words", "老人精神不错", "toHousehold", "扶手下周来装")))
                .text("id");
    }

    private @Nullable String words(String visit) {
        JsonNode words = people.gridWorker.get(RECORDS + "/" + visit).body().get("words");
        return words.isNull() ? null : words.asString();
    }

    private void forget(Person person) {
        assertThat(person.post("/api/v1/me/erasures", Map.of()).status()).isEqualTo(201);
        people.advance(Duration.ofDays(8));
        rights.carryOutDue().retry(3).block(Duration.ofSeconds(120));
    }
}
