package cn.huiyin.rehearsal;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@HuiyinTest
class HuiyinTestTest {

    private final WebTestClient client;

    HuiyinTestTest(WebTestClient client) {
        this.client = client;
    }

    @Test
    void theServiceIsReadyWhenItsDatabaseAndRedisAre() {
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    }
}
