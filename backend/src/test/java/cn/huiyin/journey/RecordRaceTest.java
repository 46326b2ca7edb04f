package cn.huiyin.journey;

import static cn.huiyin.journey.Homes.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Said;
import cn.huiyin.rehearsal.HuiyinTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Phones that send at once: what is one stays one. */
@HuiyinTest
class RecordRaceTest {

    private static final int MANY = 50;

    private final People people;
    private final Homes homes;
    private final DatabaseClient database;

    RecordRaceTest(WebTestClient client, DatabaseClient database) {
        this.people = new People(client);
        this.homes = new Homes(people);
        this.database = database;
    }

    @Test
    void theSameRecordFiftyTimesAtOnceIsOneWithOneTicketAndOneCard() throws Exception {
        Map<String, Object> record = homes.met(
                homes.begun(),
                Map.of(
                        "problems", List.of(Map.of("description", "楼道灯不亮")),
                        "cards", List.of(Map.of("colour", "RED", "what", "想换一盏灯"))));

        List<Said> answers = atOnce(number -> people.gridWorker.post(RECORDS, record));

        assertThat(answers)
                .allSatisfy(said ->
                        assertThat(said.status()).as(said.body().toString()).isEqualTo(201));
        assertThat(answers.stream().map(Said::body).distinct()).hasSize(1);
        assertThat(count("SELECT count(*) FROM visit_ticket WHERE visit = '%s'".formatted(record.get("id"))))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM visit_card WHERE visit = '%s'".formatted(record.get("id"))))
                .isEqualTo(1);
    }

    @Test
    void ofVisitsOfOnePersonAtOneTimeOneIsKept() throws Exception {
        Map<String, Object> first = homes.met(homes.begun(), Map.of());
        List<String> elsewhere = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            elsewhere.add(homes.begun());
        }

        List<Said> answers = atOnce(number -> {
            Map<String, Object> other = new HashMap<>(first);
            other.put("id", UUID.randomUUID().toString());
            other.put("householdId", elsewhere.get(number));
            return people.gridWorker.post(RECORDS, other);
        });

        assertThat(answers).filteredOn(said -> said.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(said -> said.status() != 201)
                .allSatisfy(said -> assertThat(said.text("code")).isEqualTo("VISITOR_BUSY"));
    }

    private interface Call {
        Said with(int number);
    }

    private static List<Said> atOnce(Call call) throws Exception {
        try (var pool = Closing.of(Executors.newFixedThreadPool(MANY))) {
            List<Callable<Said>> calls = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                calls.add(() -> call.with(number));
            }
            List<Said> answers = new ArrayList<>();
            for (Future<Said> answer : pool.service().invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** An executor that ends with its test. */
    private record Closing(java.util.concurrent.ExecutorService service) implements AutoCloseable {
        static Closing of(java.util.concurrent.ExecutorService service) {
            return new Closing(service);
        }

        @Override
        public void close() {
            service.shutdownNow();
        }
    }

    private long count(String sql) {
        return java.util.Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, Long.class)).one().block());
    }
}
