package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.privacy.KeyChange;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.rehearsal.HuiyinTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Keys change as an operator changes them, by the file, while many read and write household files and appointments over
 * HTTP: one more key, the new one seals, everything is sealed anew, the old one is dropped. Not one read fails.
 */
@HuiyinTest
class KeysUnderLoadTest {

    private static final String MINE = "/api/v1/households/mine";
    private static final int HOMES = 6;
    private static final int READERS = 10;
    private static final int WRITERS = 2;
    private static final int MOST_TURNS = 50;

    private final People people;
    private final Bookings bookings;
    private final KeyChange change;
    private final Path file;

    private final AtomicBoolean goingOn = new AtomicBoolean(true);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    KeysUnderLoadTest(WebTestClient client, KeyChange change, PrivacySettings settings) {
        this.people = new People(client);
        this.bookings = new Bookings(people);
        this.change = change;
        this.file = Path.of(Objects.requireNonNull(settings.keyset()));
    }

    /** A home with a sealed contact, and a booking with a sealed purpose and phone. */
    private record Life(Person person, String home, String appointment, int number) {
        String phone() {
            return "139000078%02d".formatted(number);
        }

        String purpose() {
            return "第%d家请医生".formatted(number);
        }
    }

    @Test
    void keysChangeUnderLoadAndNotOneReadFails() throws Exception {
        List<Life> lives = IntStream.range(0, HOMES).mapToObj(this::live).toList();
        String old = sealing();
        ExecutorService threads = Executors.newFixedThreadPool(READERS + WRITERS);
        IntStream.range(0, READERS).forEach(i -> threads.submit(() -> keepOn(() -> read(lives.get(i % HOMES)))));
        IntStream.range(0, WRITERS).forEach(i -> threads.submit(() -> keepOn(() -> write(lives.get(i)))));
        try {
            after(40);
            step(Keys::withOneMore);
            after(40);
            step(Keys::promoted);
            untilNothingIsSealedBy(old);
            step(Keys::withoutOld);
            after(100);
        } finally {
            goingOn.set(false);
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        System.out.println(
                "KeysUnderLoadTest: %d reads, %d writes while the keys changed".formatted(reads.get(), writes.get()));
        assertThat(failures).isEmpty();
        assertThat(keys()).as("the old key is gone").hasSize(1);
        assertThat(sealing()).isNotEqualTo(old);
        assertThat(writes.get()).isGreaterThan(5);
    }

    private Life live(int number) {
        Person person = people.livingIn("qinghe-c1-g1-b4", People.anyRoom());
        Life life = new Life(person, person.get(MINE).text("id"), "", number);
        contact(life);
        Said booked = person.post(
                "/api/v1/appointments",
                Map.of(
                        "slotId",
                        bookings.aPoint(1),
                        "purpose",
                        life.purpose(),
                        "family",
                        Map.of("name", "奶奶" + number, "relation", "祖母", "phone", life.phone())));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        return new Life(person, life.home(), booked.text("id"), number);
    }

    private static Said contact(Life life) {
        return life.person()
                .post(
                        MINE + "/changes",
                        Map.of("changes", List.of(Map.of("kind", "CONTACT", "name", "家人", "phone", life.phone()))));
    }

    private void keepOn(Runnable deed) {
        while (goingOn.get() && failures.isEmpty()) {
            try {
                deed.run();
            } catch (RuntimeException | AssertionError failure) {
                failures.add(failure.toString());
            }
        }
    }

    private void read(Life life) {
        shows(life.person().get(MINE), life.phone());
        shows(life.person().get("/api/v1/appointments/" + life.appointment()), life.purpose());
        shows(bookings.dispatcher.get("/api/v1/appointments/%s/phone".formatted(life.appointment())), life.phone());
        shows(
                people.gridWorker.get("/api/v1/households/%s?purpose=VERIFY".formatted(life.home())),
                life.phone().substring(7));
        reads.addAndGet(4);
    }

    private void shows(Said said, String word) {
        if (said.status() != 200 || !said.body().toString().contains(word)) {
            failures.add(said.status() + " without " + word + ": " + said.body());
        }
    }

    private void write(Life life) {
        int status = contact(life).status();
        if (status != 200 && status != 409) {
            failures.add("a change was answered with " + status);
        }
        writes.incrementAndGet();
    }

    /** Waits for so many reads more, so that each step falls into the midst of them. */
    private void after(int more) {
        int before = reads.get();
        reactor.core.publisher.Mono.delay(Duration.ofMillis(10))
                .repeat(() -> reads.get() < before + more && failures.isEmpty())
                .blockLast(Duration.ofSeconds(60));
    }

    private void step(UnaryOperator<String> next) throws IOException {
        Files.writeString(file, next.apply(Files.readString(file)));
        change.turn().block(Duration.ofSeconds(60));
    }

    private void untilNothingIsSealedBy(String old) {
        for (int turns = 0; turns < MOST_TURNS && fieldsOf(old) > 0; turns++) {
            change.turn().block(Duration.ofSeconds(60));
        }
        assertThat(fieldsOf(old)).as("fields that the old key still seals").isZero();
    }

    private long fieldsOf(String mark) {
        long fields = 0;
        for (JsonNode key : keys()) {
            if (key.get("mark").asString().equals(mark)) {
                for (JsonNode count : key.get("fields")) {
                    fields += count.asLong();
                }
            }
        }
        return fields;
    }

    private String sealing() {
        return keys().stream()
                .filter(key -> key.get("seals").asBoolean())
                .map(key -> key.get("mark").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> keys() {
        List<JsonNode> keys = new ArrayList<>();
        StreamSupport.stream(
                        people.admin.get("/api/v1/keys").body().get("items").spliterator(), false)
                .forEach(keys::add);
        return keys;
    }
}
