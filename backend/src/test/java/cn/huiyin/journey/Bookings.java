package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Slots of 听雨社区, opened by its dispatcher, each at a time of its own. */
final class Bookings {

    /** Counts on for all tests of the shared service: the same staff member is never asked for twice at one time. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final int A_DAY = 12;

    private final People people;
    final Person dispatcher;
    final Person visitor;

    Bookings(People people) {
        this.people = people;
        this.dispatcher = people.person("demo-dispatcher-c1");
        this.visitor = people.person("demo-handler-committee");
    }

    LocalDate today() {
        return people.today();
    }

    /** A slot at a point, with so many places. */
    String aPoint(int capacity) {
        return open(Map.of("at", "POINT", "point", "听雨社区党群服务中心", "capacity", capacity));
    }

    String atHome() {
        return open(Map.of("at", "HOME"));
    }

    /** One slot, as wished, at the next time that nobody has asked for. */
    String open(Map<String, ?> wish) {
        int number = NEXT.getAndIncrement();
        return open(number, wish, visitor);
    }

    /** So many slots one after another on one day, half an hour each. */
    String open(int number, Map<String, ?> wish, Person staff) {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "service",
                "COMMUNITY_DOCTOR",
                "staffId",
                idOf(staff),
                "communityId",
                "qinghe-c1",
                "date",
                today().plusDays(3 + number / A_DAY).toString(),
                "startTime",
                "%02d:00".formatted(8 + number % A_DAY),
                "endTime",
                "%02d:30".formatted(8 + number % A_DAY)));
        asked.putAll(wish);
        Said opened = dispatcher.post("/api/v1/slots", asked);
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        assertThat(opened.body().get("items").size())
                .as(opened.body().toString())
                .isEqualTo(1);
        return opened.body().at("/items/0/id").asString();
    }

    /** One slot of somebody on that day, as wished. */
    String openAt(Person staff, LocalDate day, String start, String end, Map<String, ?> wish) {
        Map<String, Object> asked = new HashMap<>(wish);
        asked.putAll(Map.of("date", day.toString(), "startTime", start, "endTime", end));
        return open(0, asked, staff);
    }

    static String idOf(Person person) {
        return person.get("/api/v1/me").text("id");
    }

    JsonNode slot(String id) {
        return dispatcher
                .all("/api/v1/slots?scope=desk&from=%s&to=%s".formatted(today().minusDays(1), today().plusDays(90)))
                .valueStream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("slot " + id));
    }

    Said book(Person person, String slot) {
        return person.post("/api/v1/appointments", Map.of("slotId", slot, "purpose", "想请医生量血压"));
    }

    Said queue(Person person, String slot) {
        return person.post("/api/v1/appointments", Map.of("slotId", slot, "purpose", "想请医生量血压", "queue", true));
    }

    Said move(Person person, String appointment, Map<String, ?> move) {
        return person.post("/api/v1/appointments/%s/moves".formatted(appointment), move);
    }

    /** By staff, on the version that is there now. */
    Said moveSeen(Person person, String appointment, Map<String, ?> move) {
        return person.postIfMatch("/api/v1/appointments/%s/moves".formatted(appointment), "*", move);
    }

    static Set<String> codes(Iterable<Said> answers) {
        Set<String> codes = new java.util.TreeSet<>();
        answers.forEach(said -> codes.add(
                said.status() < 400 ? "ok" : said.body().toString().replaceAll("\"traceId\":\"[^\"]*\"", "")));
        return codes;
    }

    static String at(OffsetDateTime moment) {
        return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
