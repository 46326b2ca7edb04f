package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** T4: a year's notice arrives while deadlines run. */
@HuiyinTest
class CalendarJourneyTest {

    private final People people;

    CalendarJourneyTest(WebTestClient client) {
        people = new People(client);
    }

    @Test
    void importingANoticePlansWhatIsOpenAnewAndTellsWhomItConcerns() {
        var filed = filedInAYearWithoutNotice();
        assertThat(filed.deadline("first-reply").get("provisional").asBoolean()).isTrue();
        String no = filed.text("no");
        LocalDate due = dayOf(filed);
        List<Map<String, String>> days = daysOf(due.getYear());
        days.add(Map.of("date", due.toString(), "kind", "HOLIDAY", "name", "元旦"));

        var imported = people.admin.post(
                "/api/v1/calendar/notices", Map.of("year", due.getYear(), "source", "演练用的放假通知", "days", days));

        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(201);
        assertThat(imported.body().get("replanned").asInt()).isPositive();
        var ticket = people.li.sees(no);
        assertThat(dayOf(ticket)).isAfter(due);
        assertThat(ticket.deadline("first-reply").get("provisional").asBoolean())
                .isFalse();
        assertThat(ticket.body().get("timeline").get(1).get("move").asString()).isEqualTo("REPLAN");
        assertThat(people.li
                        .get("/api/v1/tickets/%s/verification".formatted(no))
                        .body()
                        .get("valid")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void onlyAnAdminImportsANotice() {
        assertThat(people.dispatcher
                        .post("/api/v1/calendar/notices", Map.of("year", 2090, "source", "演练", "days", List.of()))
                        .status())
                .isEqualTo(403);
    }

    /** Winter: what is filed now is due in a year whose notice is not out. */
    private People.Said filedInAYearWithoutNotice() {
        var filed = people.li.files("楼顶漏水");
        while (!filed.deadline("first-reply").get("provisional").asBoolean()) {
            people.advance(Duration.ofDays(10));
            filed = people.li.files("楼顶漏水");
        }
        return filed;
    }

    private List<Map<String, String>> daysOf(int year) {
        List<Map<String, String>> days = new ArrayList<>();
        people.admin
                .get("/api/v1/calendar/" + year)
                .body()
                .get("days")
                .forEach(day -> days.add(Map.of(
                        "date", day.get("date").asString(),
                        "kind", day.get("kind").asString(),
                        "name", day.get("name").asString())));
        return days;
    }

    private static LocalDate dayOf(People.Said ticket) {
        return OffsetDateTime.parse(ticket.deadline("first-reply").get("dueAt").asString())
                .toLocalDate();
    }
}
