package cn.huiyin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@HuiyinTest
class SessionsTest {

    private final WebTestClient client;

    SessionsTest(WebTestClient client) {
        this.client = client;
    }

    @Test
    void aNewResidentLogsInAndIsKnown() {
        var session = logIn();

        client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(token(session)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(account(session).get("id"))
                .jsonPath("$.displayName")
                .isEqualTo(account(session).get("displayName"))
                .jsonPath("$.roles[0]")
                .isEqualTo("RESIDENT");
        assertThat(token(session)).hasSize(43);
        assertThat(session).containsKey("expiresAt");
    }

    @Test
    void aLogoutCountsAtOnce() {
        var token = token(logIn());

        client.delete()
                .uri("/api/v1/sessions/current")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isNoContent();

        askWhoIAm(token).expectStatus().isUnauthorized();
    }

    @Test
    void withoutALoginThereIsAnAnswerInWords() {
        client.get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LOGIN_REQUIRED")
                .jsonPath("$.detail")
                .isEqualTo("请先登录");
    }

    @Test
    void aMadeUpTokenIsNobody() {
        askWhoIAm("x").expectStatus().isUnauthorized();
        askWhoIAm("A".repeat(43)).expectStatus().isUnauthorized();
    }

    @Test
    void aStaleTokenDoesNotHinderLoggingIn() {
        client.post()
                .uri("/api/v1/sessions")
                .headers(headers -> headers.setBearerAuth("A".repeat(43)))
                .bodyValue(Map.of("code", UUID.randomUUID().toString()))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void metricsAreForAdministratorsOnly() {
        var token = token(logIn());

        client.get().uri("/actuator/metrics").exchange().expectStatus().isUnauthorized();
        client.get()
                .uri("/actuator/metrics")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_ALLOWED");
        client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec askWhoIAm(String token) {
        return client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> logIn() {
        return client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", UUID.randomUUID().toString()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> account(Map<String, Object> session) {
        return (Map<String, Object>) session.get("account");
    }

    private static String token(Map<String, Object> session) {
        return (String) session.get("token");
    }
}
