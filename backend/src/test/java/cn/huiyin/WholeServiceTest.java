package cn.huiyin;

import cn.huiyin.rehearsal.HuiyinTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What every part of the running service has in common. */
@HuiyinTest
class WholeServiceTest {

    private final WebTestClient client;

    WholeServiceTest(WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nowhere, 404",
        "GET, /api/v1/audit/verification, 403",
        "GET, /api/v1/audit/head, 403",
        "GET, /api/v1/audit/entries, 403",
        "PUT, /api/v1/me, 405",
        "GET, /api/v1/../v1/me, 400",
        "GET, /api/v1/me;a=b, 400",
    })
    void everyRefusalIsAProblem(String method, String path, int status) {
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .headers(headers -> headers.setBearerAuth(aResidentsToken()))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isNotEmpty()
                .jsonPath("$.traceId")
                .isNotEmpty();
    }

    @Test
    void theBookOfDeedsIsForThoseWhoAreLoggedIn() {
        client.get().uri("/api/v1/audit/verification").exchange().expectStatus().isUnauthorized();
    }

    private String aResidentsToken() {
        return (String) client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", UUID.randomUUID().toString()))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("token");
    }
}
