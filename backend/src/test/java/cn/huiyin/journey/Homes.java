package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;

/** Homes of 听雨一网格 that a test has to itself, and visits to them. */
final class Homes {

    static final String RECORDS = "/api/v1/visit-records";
    static final String BUILDING = "qinghe-c1-g1-b2";

    /** All tests of the shared service visit as the same grid worker: each visit has a minute of its own. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;

    Homes(People people) {
        this.people = people;
    }

    OffsetDateTime now() {
        return OffsetDateTime.parse(people.rehearsal(HttpMethod.GET, "/rehearsal/clock", null)
                        .text("now"))
                .withOffsetSameInstant(ZoneOffset.ofHours(8));
    }

    /** The id of a home with a file of its own. */
    String begun(Map<String, ?>... changes) {
        Said begun = people.gridWorker.post(
                "/api/v1/households",
                Map.of("buildingId", BUILDING, "room", People.anyRoom(), "changes", List.of(changes)));
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(201);
        return begun.text("id");
    }

    /** The id of the home of somebody who lives in it. */
    static String of(Person resident) {
        return resident.get("/api/v1/households/mine").text("id");
    }

    /** Somebody was met who agreed right then; with whatever else a test says. */
    Map<String, Object> met(String home, Map<String, ?> wish) {
        Map<String, Object> record = tried(home, "MET");
        record.put("consent", Map.of("purpose", "看看用电安全，问问有什么需要"));
        record.putAll(wish);
        return record;
    }

    Map<String, Object> tried(String home, String outcome) {
        Map<String, Object> record = new HashMap<>();
        record.put("id", UUID.randomUUID().toString());
        record.put("householdId", home);
        record.put(
                "at",
                Bookings.at(now().minus(Duration.ofHours(1)).minus(Duration.ofMinutes(4L * NEXT.incrementAndGet()))));
        record.put("way", "IN_PERSON");
        record.put("outcome", outcome);
        return record;
    }

    Said kept(Map<String, ?> record) {
        Said kept = people.gridWorker.post(RECORDS, record);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        return kept;
    }
}
