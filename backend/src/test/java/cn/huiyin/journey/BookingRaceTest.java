package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Newcomer;
import cn.huiyin.identity.Settling;
import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.test.web.reactive.server.WebTestClient;

/** V1: many after the last place, all at once, over HTTP. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class BookingRaceTest {

    private static final int MANY = 200;

    private final People people;
    private final Bookings bookings;
    private final Settling settling;
    private final List<Person> crowd = new ArrayList<>();

    BookingRaceTest(WebTestClient client, Settling settling) {
        this.people = new People(client);
        this.bookings = new Bookings(people);
        this.settling = settling;
    }

    @BeforeAll
    void twoHundredPeopleMoveIn() {
        for (int i = 0; i < MANY; i++) {
            String code = "demo-crowd-" + UUID.randomUUID();
            settling.settle(new Newcomer(
                            "o-" + code,
                            null,
                            null,
                            "排队者" + i,
                            null,
                            List.of(),
                            new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b%d/".formatted(1 + i % 4)),
                            Integer.toString(i)))
                    .block(Duration.ofSeconds(10));
            crowd.add(people.person(code));
        }
    }

    @Test
    void ofTwoHundredAfterTheLastPlaceExactlyOneGetsIt() throws Exception {
        String slot = bookings.aPoint(1);

        List<Said> answers = all(person -> person.post("/api/v1/appointments", booking(slot, false)));

        assertThat(answers)
                .as(Bookings.codes(answers).toString())
                .filteredOn(said -> said.status() == 201)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(said -> said.status() != 201)
                .hasSize(MANY - 1)
                .allSatisfy(said -> {
                    assertThat(said.status()).isEqualTo(409);
                    assertThat(said.text("code")).isEqualTo("SLOT_FULL");
                    assertThat(said.text("detail")).contains("排队");
                });
        assertThat(bookings.slot(slot).get("free").asInt()).isZero();
    }

    @Test
    void ofTwoHundredAtAHomeSlotOneIsVisitedAndTheListTakesAsManyAsItMay() throws Exception {
        String slot = bookings.atHome();

        List<Said> answers = all(person -> person.post("/api/v1/appointments", booking(slot, true)));

        assertThat(answers)
                .filteredOn(said -> said.status() == 201)
                .extracting(said -> said.text("state"))
                .containsOnlyOnce("BOOKED")
                .hasSize(21);
        assertThat(answers)
                .filteredOn(said -> said.status() != 201)
                .allSatisfy(said -> assertThat(said.text("code")).isEqualTo("WAITING_LIST_FULL"));
        assertThat(answers.stream()
                        .filter(said ->
                                said.status() == 201 && said.text("state").equals("WAITING"))
                        .map(said -> said.body().get("ahead").asInt())
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void onePersonWhoAsksAHundredTimesAtOnceHasOnePlace() throws Exception {
        String slot = bookings.aPoint(50);
        Person one = crowd.get(0);

        List<Said> answers = all(person -> one.post("/api/v1/appointments", booking(slot, true)));

        assertThat(answers)
                .as(Bookings.codes(answers).toString())
                .filteredOn(said -> said.status() == 201)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(said -> said.status() != 201)
                .allSatisfy(said ->
                        assertThat(said.text("code")).isIn("ALREADY_BOOKED", "PERSON_BUSY", "TOO_MANY_BOOKINGS"));
    }

    @Test
    void oneKeySentAHundredTimesAtOnceIsOneBooking() throws Exception {
        String slot = bookings.aPoint(50);
        Person one = crowd.get(1);
        String key = UUID.randomUUID().toString();

        List<Said> answers = all(person -> one.postOnce("/api/v1/appointments", key, booking(slot, true)));

        assertThat(answers).allSatisfy(said -> assertThat(said.status()).isIn(201, 409));
        assertThat(answers.stream()
                        .filter(said -> said.status() == 201)
                        .map(said -> said.text("id"))
                        .distinct())
                .hasSize(1);
        assertThat(bookings.slot(slot).get("free").asInt()).isEqualTo(49);
    }

    private static Map<String, Object> booking(String slot, boolean queue) {
        return Map.of("slotId", slot, "purpose", "想请医生量血压", "needs", List.of("HEALTH"), "queue", queue);
    }

    /** What somebody does. */
    private interface Deed {
        Said by(Person person);
    }

    /** Everybody at once, each on a thread of their own. */
    private List<Said> all(Deed deed) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            var start = new CountDownLatch(1);
            List<Future<Said>> under = new ArrayList<>();
            for (Person person : crowd) {
                under.add(threads.submit(() -> {
                    start.await();
                    return deed.by(person);
                }));
            }
            start.countDown();
            List<Said> answers = new ArrayList<>();
            for (Future<Said> one : under) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
