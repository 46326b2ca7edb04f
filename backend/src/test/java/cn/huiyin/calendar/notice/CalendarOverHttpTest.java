package cn.huiyin.calendar.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.StatutoryDays;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Imports only years that no other test comes near: all share the service's one calendar. */
@HuiyinTest
class CalendarOverHttpTest {

    private final WebTestClient client;
    private final SessionStore sessions;
    private final Calendars calendars;

    CalendarOverHttpTest(WebTestClient client, SessionStore sessions, Calendars calendars) {
        this.client = client;
        this.sessions = sessions;
        this.calendars = calendars;
    }

    @Test
    void anyoneLoggedInSeesAYearAndItsNotice() {
        get("/api/v1/calendar/2026", resident())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.provisional")
                .isEqualTo(false)
                .jsonPath("$.source")
                .isEqualTo("国务院办公厅关于2026年部分节假日安排的通知")
                .jsonPath("$.days[?(@.date == '2026-10-10')].kind")
                .isEqualTo("WORKDAY")
                .jsonPath("$.days.length()")
                .isEqualTo(39);
    }

    @Test
    void aYearWithoutNoticeShowsTheRegulationsDaysAsProvisional() {
        get("/api/v1/calendar/2098", resident())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.provisional")
                .isEqualTo(true)
                .jsonPath("$.source")
                .isEmpty()
                .jsonPath("$.days.length()")
                .isEqualTo(13);
    }

    @Test
    void aYearFarAwayIsNotKnown() {
        get("/api/v1/calendar/2101", resident()).expectStatus().isNotFound();
        get("/api/v1/calendar/1949", resident()).expectStatus().isNotFound();
        get("/api/v1/calendar/next", resident()).expectStatus().is4xxClientError();
    }

    @Test
    void nobodySeesItWithoutALogin() {
        client.get().uri("/api/v1/calendar/2026").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void anAdminsImportHoldsAtOnce() {
        int before = calendars.current().version();
        post(form(2097), admin())
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/calendar/2097")
                .expectBody()
                .jsonPath("$.year")
                .isEqualTo(2097)
                .jsonPath("$.days")
                .isEqualTo(13)
                .jsonPath("$.changes.length()")
                .isEqualTo(0)
                .jsonPath("$.replanned")
                .isEqualTo(0);
        assertThat(calendars.current().version()).isGreaterThan(before);
        assertThat(calendars.current().isProvisional(LocalDate.of(2097, 6, 1))).isFalse();
    }

    @Test
    void theSameKeyImportsOnce() {
        String admin = admin();
        String key = UUID.randomUUID().toString();
        byte[] first = post(form(2096), admin, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        byte[] again = post(form(2096), admin, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(again).isEqualTo(first);
        post(form(2095), admin, key)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aTableIsTakenToo() {
        String csv = StatutoryDays.of(2094).entrySet().stream()
                .map(day -> day.getKey() + ",HOLIDAY," + day.getValue())
                .collect(Collectors.joining("\n", "date,kind,name\n", "\n"));
        client.post()
                .uri("/api/v1/calendar/notices?year=2094&source={source}", "2094年放假通知（演示）")
                .headers(headers -> headers.setBearerAuth(admin()))
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .bodyValue(csv)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.days")
                .isEqualTo(13);
    }

    @Test
    void onlyAnAdminImports() {
        post(form(2093), resident())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ADMIN_ONLY");
        assertThat(calendars.current().isProvisional(LocalDate.of(2093, 6, 1))).isTrue();
    }

    @Test
    void faultsAreNamedOneByOne() {
        Map<String, Object> form = form(2092);
        days(form).add(Map.of("date", "2092-06-31", "kind", "HOLIDAY", "name", "节"));
        days(form).add(Map.of("date", "2092-06-30", "kind", "FREE", "name", "节"));
        post(form, admin())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID_INPUT")
                .jsonPath("$.errors[0].field")
                .isEqualTo("days[13].date")
                .jsonPath("$.errors[1].field")
                .isEqualTo("days[14].kind");
    }

    @Test
    void whatIsNoNoticeAtAllIsRefusedInWords() {
        String admin = admin();
        for (Object body : List.of(List.of(), "[]", "7", "{", "null", Map.of("jahr", 2027), Map.of("year", "bald"))) {
            post(body, admin)
                    .expectStatus()
                    .is4xxClientError()
                    .expectBody()
                    .jsonPath("$.code")
                    .isNotEmpty()
                    .jsonPath("$.detail")
                    .isNotEmpty();
        }
        client.post()
                .uri("/api/v1/calendar/notices?year=bald")
                .headers(headers -> headers.setBearerAuth(admin))
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue("\u0000,,,,\n,")
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private WebTestClient.ResponseSpec post(Object form, String token) {
        return post(form, token, UUID.randomUUID().toString());
    }

    private WebTestClient.ResponseSpec post(Object form, String token, String key) {
        return client.post()
                .uri("/api/v1/calendar/notices")
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(form)
                .exchange();
    }

    private static Map<String, Object> form(int year) {
        List<Map<String, String>> days = new ArrayList<>();
        StatutoryDays.of(year)
                .forEach((date, name) -> days.add(Map.of("date", date.toString(), "kind", "HOLIDAY", "name", name)));
        return Map.of("year", year, "source", year + "年放假通知（演示）", "days", days);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> days(Map<String, Object> form) {
        return (List<Map<String, String>>) form.get("days");
    }

    private String resident() {
        return sessionOf(Post.resident());
    }

    private String admin() {
        return sessionOf(Post.resident(), Post.at(Role.ADMIN, new PlacePath("/")));
    }

    /** Somebody nobody else knows, already logged in. */
    private String sessionOf(Post... posts) {
        AccountId id = new AccountId(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41));
        return sessions.open(new Caller(id, "某人", List.of(posts)), Duration.ofMinutes(10))
                .block()
                .token();
    }
}
