package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@HuiyinTest
class DemoHouseholdsTest {

    private final WebTestClient client;
    private final DatabaseClient database;

    DemoHouseholdsTest(WebTestClient client, DatabaseClient database) {
        this.client = client.mutate().responseTimeout(Duration.ofSeconds(60)).build();
        this.database = database;
    }

    @Test
    void theStreetGetsIts2304HouseholdsOnceAndFast() {
        long began = System.nanoTime();
        int moved = moveIn();
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(count("SELECT count(*) FROM household WHERE room_key ~ '^00[1-9]0[1-4]$'"))
                .isEqualTo(2304);
        assertThat(moved).isPositive();
        assertThat(took).as("5 s on a quiet machine").isLessThan(Duration.ofSeconds(20));
        assertThat(moveIn()).isZero();
        assertThat(count("SELECT count(*) FROM household WHERE class = 'SPECIAL'"))
                .isGreaterThan(100);
        assertThat(count("SELECT count(*) FROM household_fact WHERE sealed LIKE '%1390000%'"))
                .isZero();
    }

    private int moveIn() {
        var answer = client.post()
                .uri("/rehearsal/households")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return (int) Objects.requireNonNull(answer).get("households");
    }

    private long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block());
    }
}
