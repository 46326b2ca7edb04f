package cn.huiyin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@HuiyinTest
class SessionsTest {

    private final WebTestClient client;
    private final DatabaseClient database;

    SessionsTest(WebTestClient client, DatabaseClient database) {
        this.client = client;
        this.database = database;
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

    @Test
    void anAdministratorGivesAPostAndTheOldSessionEnds() {
        var admin = administrator();
        var person = logIn();
        var id = (String) account(person).get("id");

        as(admin, client.post().uri("/api/v1/accounts/searches").bodyValue(Map.of("id", id)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].etag")
                .isEqualTo("\"0\"");
        var posts = Map.of("posts", List.of(Map.of("role", "ADMIN")));
        as(admin, client.put().uri("/api/v1/accounts/{id}/posts", id).bodyValue(posts))
                .expectStatus()
                .isEqualTo(428);
        as(
                        admin,
                        client.put()
                                .uri("/api/v1/accounts/{id}/posts", id)
                                .header("If-Match", "\"0\"")
                                .bodyValue(posts))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");

        askWhoIAm(token(person)).expectStatus().isUnauthorized();
    }

    @Test
    void aRoleThatDoesNotExistIsNamed() {
        as(
                        administrator(),
                        client.put()
                                .uri("/api/v1/accounts/1000/posts")
                                .header("If-Match", "\"0\"")
                                .bodyValue(Map.of("posts", List.of(Map.of("role", "KING")))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("posts[0].role");
    }

    @Test
    void aResidentHasNoListOfHomes() {
        as(token(logIn()), client.get().uri("/api/v1/homes?state=REQUESTED"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aPhoneComesBackMasked() {
        as(token(logIn()), client.put().uri("/api/v1/me/phone").bodyValue(Map.of("code", "13900000041")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone")
                .value(phone -> assertThat(phone.toString()).matches("139\\*{4}\\d{4}"));
    }

    /** Codes that begin with demo- can be used again, others once. */
    private String administrator() {
        var code = "demo-" + UUID.randomUUID();
        var id = (String) account(logIn(code)).get("id");
        database.sql("INSERT INTO account_post (account_id, role, place_path) VALUES ($1, 'ADMIN', '/')")
                .bind(0, Long.parseLong(id))
                .then()
                .block();
        return token(logIn(code));
    }

    private static WebTestClient.ResponseSpec as(String token, WebTestClient.RequestHeadersSpec<?> request) {
        return request.headers(headers -> headers.setBearerAuth(token)).exchange();
    }

    private WebTestClient.ResponseSpec askWhoIAm(String token) {
        return client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private Map<String, Object> logIn() {
        return logIn(UUID.randomUUID().toString());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> logIn(String code) {
        return client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", code))
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
