package cn.huiyin.journey;

import static cn.huiyin.journey.Homes.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Said;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Records of visits over HTTP: offline, late, twice, and wrong in every way. */
@HuiyinTest
class RecordJourneyTest {

    private final People people;
    private final Homes homes;

    RecordJourneyTest(WebTestClient client) {
        people = new People(client);
        homes = new Homes(people);
    }

    @Test
    void aVisitIsKeptWithItsTicketAndItsCards() {
        String home = homes.begun();
        Said kept = homes.kept(homes.met(
                home,
                Map.of(
                        "minutes",
                        2,
                        "checklistVersion",
                        1,
                        "answers",
                        Map.of("ELDER.MEDICINES", "RUNNING_OUT", "HOME.HAZARDS", List.of("GAS")),
                        "words",
                        "老人精神不错",
                        "warmNote",
                        "说话慢一点，喜欢聊孙女",
                        "problems",
                        List.of(Map.of("description", "楼道灯不亮，老人晚上不敢出门")),
                        "cards",
                        List.of(Map.of("colour", "RED", "what", "帮忙配降压药")))));

        assertThat(kept.body().get("late").asBoolean()).isFalse();
        assertThat(kept.body().get("cards")).hasSize(1);
        String no = kept.body().at("/tickets/0").asString();
        assertThat(no).startsWith("HY");
        Said ticket = people.gridWorker.sees(no);
        assertThat(ticket.status()).isEqualTo(200);
        assertThat(ticket.text("description")).startsWith("楼道灯不亮");
    }

    @Test
    void theSameRecordSentTwiceIsOneAndGetsTheSameAnswer() {
        Map<String, Object> record = homes.met(
                homes.begun(),
                Map.of(
                        "problems", List.of(Map.of("description", "水管漏水")),
                        "cards", List.of(Map.of("colour", "YELLOW", "what", "想要加装扶手"))));

        Said first = homes.kept(record);
        Said again = homes.kept(record);

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        Map<String, Object> record = homes.met(homes.begun(), Map.of("words", "一"));
        homes.kept(record);
        Map<String, Object> other = new HashMap<>(record);
        other.put("words", "二");

        Said refused = people.gridWorker.post(RECORDS, other);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("RECORD_ID_REUSED");
    }

    @Test
    void aRecordThatArrivesDaysLaterKeepsItsOwnTimeAndCountsAsLate() {
        Map<String, Object> record = homes.met(homes.begun(), Map.of());
        var made = homes.now().minus(Duration.ofDays(3)).minusMinutes(7);
        record.put("at", Bookings.at(made));

        Said kept = homes.kept(record);

        assertThat(kept.body().get("late").asBoolean()).isTrue();
        assertThat(java.time.OffsetDateTime.parse(kept.text("at")).toInstant()).isEqualTo(made.toInstant());
    }

    @Test
    void withoutAgreementNoVisitIsKept() {
        Said refused = people.gridWorker.post(RECORDS, homes.tried(homes.begun(), "MET"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("NO_CONSENT");
    }

    @Test
    void aRefusalAndAnEmptyHomeAreKeptWithoutAgreement() {
        assertThat(homes.kept(homes.tried(homes.begun(), "REFUSED")).text("outcome"))
                .isEqualTo("REFUSED");
        assertThat(homes.kept(homes.tried(homes.begun(), "NOBODY_HOME")).text("outcome"))
                .isEqualTo("NOBODY_HOME");
    }
}
