package cn.huiyin.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.media.Pictures;
import cn.huiyin.rehearsal.HuiyinTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** What browsers and caches on the way are told about answers. */
@HuiyinTest
class HeadersTest {

    private final WebTestClient client;

    HeadersTest(WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me, 200",
        "/api/v1/tickets, 200",
        "/api/v1/inbox, 200",
        "/api/v1/nowhere, 404",
        "/api/v1/keys, 403"
    })
    void whatIsPersonalIsKeptByNobodyAndNothingInItRuns(String uri, int status) {
        HttpHeaders headers = get(uri, logIn("demo-resident"), status);

        assertThat(headers.getCacheControl()).isEqualTo("no-store");
        nothingIsGuessed(headers);
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/actuator/metrics", "/api/v1/media/nothing"})
    void aRefusalToNobodyIsGuardedAsWell(String uri) {
        HttpHeaders headers = get(uri, null, 401);

        assertThat(headers.getCacheControl()).isEqualTo("no-store");
        nothingIsGuessed(headers);
    }

    @Test
    void progressMayBeKeptByWhoAskedAndIsAskedForAgainEachTime() {
        String token = logIn("demo-resident");
        String no = client.post()
                .uri("/api/v1/tickets")
                .headers(all -> all.setBearerAuth(token))
                .bodyValue(Map.of("description", "楼下的路灯不亮了"))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("no")
                .toString();

        HttpHeaders first = get("/api/v1/tickets/" + no, token, 200);
        assertThat(first.getCacheControl()).isEqualTo("private, no-cache");
        nothingIsGuessed(first);
        HttpHeaders again = client.get()
                .uri("/api/v1/tickets/" + no)
                .headers(all -> all.setBearerAuth(token))
                .header("If-None-Match", first.getETag())
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
        assertThat(again.getCacheControl()).isEqualTo("private, no-cache");
    }

    @Test
    void whatIsPublicMayBeKeptByAnybodyForAWhile() {
        assertThat(get("/openapi.yaml", null, 200).getCacheControl()).isEqualTo("max-age=300, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs/"})
    void aPageRunsOnlyWhatComesFromHereAndLiesInNoFrame(String page) {
        HttpHeaders headers = get(page, null, 200);

        assertThat(headers.getFirst("Content-Security-Policy")).contains("frame-ancestors 'none'", "base-uri 'none'");
        nothingIsGuessed(headers);
    }

    /** A picture with a page behind it, sent under the name of a page. */
    @Test
    void noUploadComesBackAsAPage() {
        String page = "<html><script>alert(1)</script></html>";
        byte[] both = Pictures.joined(
                Pictures.pngWith(Pictures.png(8, 8), "tEXt", Pictures.bytes("Comment\0" + page)), Pictures.bytes(page));
        String link = upload(both, "page.html").getResponseBody().get("url").toString();

        var shown = client.get()
                .uri(link)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult();
        HttpHeaders headers = shown.getResponseHeaders();
        assertThat(String.valueOf(headers.getContentType())).isEqualTo("image/png");
        assertThat(headers.getContentDisposition().getFilename()).endsWith(".png");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        nothingIsGuessed(headers);
        assertThat(new String(Objects.requireNonNull(shown.getResponseBody()), StandardCharsets.ISO_8859_1))
                .doesNotContain("<html", "script");
    }

    @Test
    void aPageUnderTheNameOfAPictureIsRefused() {
        var refused = upload(Pictures.bytes("<!doctype html><script>alert(1)</script>"), "photo.png");

        assertThat(refused.getStatus().value()).isEqualTo(415);
        assertThat(refused.getResponseBody().get("code")).isEqualTo("MEDIA_KIND_REFUSED");
    }

    @Test
    void aSmallFileThatSaysItIsHugeIsRefused() {
        var refused = upload(Pictures.pngOf(50_000, 50_000), "photo.png");

        assertThat(refused.getStatus().value()).isEqualTo(422);
        assertThat(refused.getResponseBody().get("code")).isEqualTo("MEDIA_TOO_MANY_PIXELS");
    }

    @Test
    void ofTheInsideOnlyHealthIsOpenAndItTellsNoDetails() {
        for (String open :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            client.get()
                    .uri(open)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.components")
                    .doesNotExist()
                    .jsonPath("$.details")
                    .doesNotExist();
        }
        for (String shut : new String[] {"/actuator", "/actuator/metrics", "/actuator/prometheus"}) {
            get(shut, null, 401);
            get(shut, logIn("demo-supervisor"), 403);
            get(shut, logIn("demo-admin"), 200);
        }
        for (String none :
                new String[] {"env", "beans", "heapdump", "configprops", "loggers", "sbom", "shutdown", "mappings"}) {
            get("/actuator/" + none, null, 401);
            get("/actuator/" + none, logIn("demo-admin"), 404);
        }
    }

    private static void nothingIsGuessed(HttpHeaders headers) {
        assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.get("Referrer-Policy")).containsExactly("no-referrer");
    }

    private HttpHeaders get(String uri, @org.jspecify.annotations.Nullable String token, int status) {
        return client.get()
                .uri(uri)
                .headers(all -> {
                    if (token != null) {
                        all.setBearerAuth(token);
                    }
                })
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(byte[].class)
                .getResponseHeaders();
    }

    private EntityExchangeResult<Map> upload(byte[] content, String name) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content)).filename(name);
        return client.post()
                .uri("/api/v1/media")
                .headers(all -> all.setBearerAuth(logIn("newcomer-" + UUID.randomUUID())))
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange()
                .expectBody(Map.class)
                .returnResult();
    }

    private String logIn(String code) {
        return client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", code))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .toString();
    }
}
