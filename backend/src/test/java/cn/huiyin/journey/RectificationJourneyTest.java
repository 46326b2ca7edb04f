package cn.huiyin.journey;

import static cn.huiyin.journey.SpotChecks.RECTIFICATIONS;
import static cn.huiyin.journey.SpotChecks.rectifies;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.oversight.DrawKeeper;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What a community that is supervised, its supervisor and its street hear of a rectification and of looking back, and when. */
@HuiyinTest
class RectificationJourneyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final People people;
    private final Homes homes;
    private final SpotChecks checks;
    private final DrawKeeper keeper;
    private final Delivery delivery;
    private final Person community;

    RectificationJourneyTest(WebTestClient client, DrawKeeper keeper, Delivery delivery) {
        people = new People(client);
        homes = new Homes(people);
        checks = new SpotChecks(people, homes, keeper);
        this.keeper = keeper;
        this.delivery = delivery;
        community = people.person("demo-dispatcher-c1");
    }

    @Test
    void theCommunityIsToldAndRemindedThenItsSupervisorAndThenItsStreet() {
        String no = checks.issued(7);
        deliver();
        assertThat(heard(community, no)).contains("RECTIFY_ISSUED");
        assertThat(heard(people.gridWorker, no)).isEmpty();
        OffsetDateTime due = due(no);

        playTo(due.toLocalDate().minusDays(6).atTime(LocalTime.NOON).atOffset(CHINA));
        assertThat(heard(community, no)).doesNotContain("RECTIFY_DUE");
        playTo(due.minusMinutes(1));
        assertThat(heard(community, no)).contains("RECTIFY_DUE").doesNotContain("RECTIFY_OVERDUE");

        playTo(due.plusMinutes(1));
        assertThat(heard(community, no)).doesNotContain("RECTIFY_OVERDUE");
        playTo(nextWorkingDay(due.toLocalDate()).atTime(12, 0).atOffset(CHINA));
        assertThat(heard(community, no)).contains("RECTIFY_OVERDUE");
        assertThat(heard(people.supervisor, no)).contains("RECTIFY_OVERDUE").doesNotContain("RECTIFY_STREET");

        playTo(homes.now().plusDays(14));
        assertThat(heard(people.supervisor, no)).contains("RECTIFY_STREET");
        assertThat(heard(community, no)).doesNotContain("RECTIFY_STREET");
    }

    @Test
    void whoeverMustActNextHearsOfEachStep() {
        String no = checks.issued(7);

        rectifies(community, no, Map.of("move", "ANSWER", "note", "已经重新走访"));
        deliver();
        assertThat(heard(people.supervisor, no)).containsExactly("RECTIFY_ANSWERED");
        rectifies(people.supervisor, no, Map.of("move", "SEND_BACK", "note", "住户说还是没有人来"));
        deliver();
        assertThat(heard(community, no)).contains("RECTIFY_SENT_BACK");
        rectifies(community, no, Map.of("move", "ANSWER", "note", "今天去过了"));
        rectifies(people.supervisor, no, Map.of("move", "ACCEPT"));
        deliver();
        assertThat(heard(community, no)).contains("RECTIFY_ACCEPTED");

        OffsetDateTime due = due(no);
        playTo(due.plusDays(20));
        assertThat(heard(community, no)).doesNotContain("RECTIFY_DUE", "RECTIFY_OVERDUE");
    }

    @Test
    void afterTheQuarterTheStreetLooksBackAndIsRemindedOfWhatItHasNotLookedAt() {
        String no = checks.issued(7);
        rectifies(community, no, Map.of("move", "ANSWER", "note", "已经重新走访"));
        rectifies(people.supervisor, no, Map.of("move", "ACCEPT"));
        LocalDate issued = homes.now().toLocalDate();
        LocalDate over = issued.withMonth(
                        issued.getMonth().firstMonthOfQuarter().getValue())
                .withDayOfMonth(1)
                .plusMonths(3);

        playTo(over.minusDays(1).atTime(12, 0).atOffset(CHINA));
        assertThat(heardOfLookBack(issued)).isEmpty();
        playTo(over.atTime(12, 0).atOffset(CHINA));
        assertThat(heardOfLookBack(issued)).containsExactly("LOOK_BACK_OPENED");
        playTo(homes.now().plusDays(40));
        assertThat(heardOfLookBack(issued)).contains("LOOK_BACK_DUE");

        Said held =
                rectifies(people.supervisor, no, Map.of("move", "LOOK_BACK", "result", "RELAPSED", "note", "又没有人来"));
        assertThat(held.text("state")).isEqualTo("SENT_BACK");
        deliver();
        assertThat(heard(community, no)).contains("RECTIFY_SENT_BACK");
    }

    @Test
    void aHolidayNoticeMovesALimitThatRunsAndTheCommunityIsTold() {
        String no = checks.issued(7);
        Said before = community.get(RECTIFICATIONS + "/" + no);
        LocalDate due = due(no).toLocalDate();
        List<Map<String, String>> days = new ArrayList<>();
        people.admin
                .get("/api/v1/calendar/" + due.getYear())
                .body()
                .get("days")
                .forEach(day -> days.add(Map.of(
                        "date", day.get("date").asString(),
                        "kind", day.get("kind").asString(),
                        "name", day.get("name").asString())));
        days.add(Map.of("date", due.toString(), "kind", "HOLIDAY", "name", "演练"));

        Said imported = people.admin.post(
                "/api/v1/calendar/notices", Map.of("year", due.getYear(), "source", "演练用的放假通知", "days", days));
        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(201);

        Said after = community.get(RECTIFICATIONS + "/" + no);
        assertThat(due(no).toLocalDate()).isAfter(due);
        assertThat(after.body().at("/history/0/move").asString()).isEqualTo("REPLAN");
        assertThat(after.body().at("/history/0/by").asString()).isEqualTo("系统");
        assertThat(community
                        .change(
                                RECTIFICATIONS + "/" + no + "/moves",
                                Map.of("move", "ANSWER", "note", "好"),
                                before.headers().getETag())
                        .status())
                .isEqualTo(412);
        deliver();
        assertThat(heard(community, no)).contains("RECTIFY_REPLANNED");
        playTo(due.plusDays(1).atTime(0, 1).atOffset(CHINA));
        assertThat(heard(community, no)).doesNotContain("RECTIFY_OVERDUE");
        assertThat(rectifies(community, no, Map.of("move", "ANSWER", "note", "已经重新走访"))
                        .status())
                .isEqualTo(200);
        assertThat(community
                        .get(RECTIFICATIONS + "/" + no)
                        .body()
                        .at("/deadline/state")
                        .asString())
                .isEqualTo("MET");
    }

    private OffsetDateTime due(String no) {
        return OffsetDateTime.parse(community
                        .get(RECTIFICATIONS + "/" + no)
                        .body()
                        .at("/deadline/dueAt")
                        .asString())
                .withOffsetSameInstant(CHINA);
    }

    /** By the calendar of the service: nobody works on what it calls a holiday. */
    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorked(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isWorked(LocalDate day) {
        for (JsonNode listed :
                people.admin.get("/api/v1/calendar/" + day.getYear()).body().get("days")) {
            if (listed.get("date").asString().equals(day.toString())) {
                return listed.get("kind").asString().equals("WORKDAY");
            }
        }
        return day.getDayOfWeek().getValue() < 6;
    }

    private void playTo(OffsetDateTime moment) {
        people.advance(Duration.between(homes.now(), moment));
        keeper.keep().block(PATIENCE);
        deliver();
    }

    private void deliver() {
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
    }

    private static List<String> heard(Person person, String no) {
        return person.all("/api/v1/inbox")
                .valueStream()
                .filter(item -> item.get("subjectId").asString().equals(no))
                .map(item -> item.get("occasion").asString())
                .toList();
    }

    private List<String> heardOfLookBack(LocalDate inQuarter) {
        String quarter = "qinghe/"
                + inQuarter
                        .withMonth(inQuarter.getMonth().firstMonthOfQuarter().getValue())
                        .withDayOfMonth(1);
        return heard(people.supervisor, quarter);
    }
}
