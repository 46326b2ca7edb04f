package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.huiyin.problem.ProblemTeller;
import cn.huiyin.problem.Refusal;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a client sends, the answer is a problem it can act on, never a 5xx. */
@SpringBootTest(classes = FailuresOverHttpTest.Service.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("failures")
class FailuresOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GOOD = """
            {"description":"路灯坏了","urgency":"HIGH","count":2,"at":"2026-11-22T09:30:00Z","place":{"gridId":"g1"},"media":["1"]}""";

    @LocalServerPort
    int port;

    @Test
    void aGoodRequestPassesAndTimesAreWrittenAtPlusEight() throws Exception {
        var answer = post("/matters", GOOD);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"at\":\"2026-11-22T17:30:00+08:00\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"description":"x"                                     | 400 | MALFORMED_JSON |
                    not json                                               | 400 | MALFORMED_JSON |
                    {"description":"a","description":"b"}                  | 400 | MALFORMED_JSON |
                    {"description":"x"} {}                                 | 422 | INVALID_INPUT  | ``
                    []                                                     | 422 | INVALID_INPUT  | ``
                    "text"                                                 | 422 | INVALID_INPUT  | ``
                    7                                                      | 422 | INVALID_INPUT  | ``
                    {"descriptoin":"x"}                                    | 422 | INVALID_INPUT  | descriptoin
                    {"description":"x","place":{"gridID":"g"}}             | 422 | INVALID_INPUT  | place.gridID
                    {"description":"x","urgency":"VERY"}                   | 422 | INVALID_INPUT  | urgency
                    {"description":"x","urgency":1}                        | 422 | INVALID_INPUT  | urgency
                    {"description":"x","urgency":""}                       | 422 | INVALID_INPUT  | urgency
                    {"description":"x","urgency":"high"}                   | 422 | INVALID_INPUT  | urgency
                    {"description":7}                                      | 422 | INVALID_INPUT  | description
                    {"description":true}                                   | 422 | INVALID_INPUT  | description
                    {"description":{}}                                     | 422 | INVALID_INPUT  | description
                    {"description":["x"]}                                  | 422 | INVALID_INPUT  | description
                    {"description":"a\\u0000b"}                            | 422 | INVALID_INPUT  | description
                    {"description":"a\\ud800b"}                            | 422 | INVALID_INPUT  | description
                    {"description":"a\\udc00"}                             | 422 | INVALID_INPUT  | description
                    {"description":"  "}                                   | 422 | INVALID_INPUT  | description
                    {"description":"x","count":"2"}                        | 422 | INVALID_INPUT  | count
                    {"description":"x","count":2.5}                        | 422 | INVALID_INPUT  | count
                    {"description":"x","count":""}                         | 422 | INVALID_INPUT  | count
                    {"description":"x","count":true}                       | 422 | INVALID_INPUT  | count
                    {"description":"x","count":99999999999}                | 422 | INVALID_INPUT  | count
                    {"description":"x","count":1e400}                      | 422 | INVALID_INPUT  | count
                    {"description":"x","flag":"true"}                      | 422 | INVALID_INPUT  | flag
                    {"description":"x","flag":1}                           | 422 | INVALID_INPUT  | flag
                    {"description":"x","at":"2026-11-22"}                  | 422 | INVALID_INPUT  | at
                    {"description":"x","at":"2026-11-22T09:30:00"}         | 422 | INVALID_INPUT  | at
                    {"description":"x","at":"2026-02-30T09:30:00Z"}        | 422 | INVALID_INPUT  | at
                    {"description":"x","at":1790000000}                    | 422 | INVALID_INPUT  | at
                    {"description":"x","at":""}                            | 422 | INVALID_INPUT  | at
                    {"description":"x","place":"g1"}                       | 422 | INVALID_INPUT  | place
                    {"description":"x","place":[]}                         | 422 | INVALID_INPUT  | place
                    {"description":"x","place":{"gridId":"0123456789x"}}   | 422 | INVALID_INPUT  | place.gridId
                    {"description":"x","media":"1"}                        | 422 | INVALID_INPUT  | media
                    {"description":"x","media":["1",2]}                    | 422 | INVALID_INPUT  | media[1]
                    {"description":"x","media":["1","2","3","4"]}          | 422 | INVALID_INPUT  | media
                    {"description":"x","lng":1e999999999}                  | 422 | INVALID_INPUT  | lng
                    null                                                   | 400 | BODY_MISSING   |
                    ``                                                     | 400 | BODY_MISSING   |
                    """)
    void badBodiesNameTheField(String body, int status, String code, @Nullable String field) throws Exception {
        var answer = post("/matters", body);
        var problem = theProblem(answer, status);
        assertThat(problem.path("code").asString()).as(answer.body()).isEqualTo(code);
        if (field != null) {
            assertThat(problem.at("/errors/0/field").asString())
                    .as(answer.body())
                    .isEqualTo(field);
            assertThat(problem.at("/errors/0/detail").asString())
                    .as(answer.body())
                    .containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void aWrongEnumWordIsToldTheRightOnes() throws Exception {
        assertThat(theProblem(post("/matters", "{\"description\":\"x\",\"urgency\":\"VERY\"}"), 422)
                        .at("/errors/0/detail")
                        .asString())
                .isEqualTo("urgency 只能是 LOW、HIGH 之一");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /nowhere                           | 404 | UNKNOWN_ADDRESS
                    PUT    | /matters                           | 405 | METHOD_NOT_ALLOWED
                    BREW   | /matters                           | 405 | METHOD_NOT_ALLOWED
                    GET    | /matters/abc                       | 422 | INVALID_INPUT
                    GET    | /matters/99999999999999999999      | 422 | INVALID_INPUT
                    GET    | /matters?urgency=VERY              | 422 | INVALID_INPUT
                    GET    | /matters?size=x                    | 422 | INVALID_INPUT
                    GET    | /matters?size=1000                 | 422 | INVALID_INPUT
                    GET    | /matters?from=yesterday            | 422 | INVALID_INPUT
                    GET    | /needs                             | 422 | INVALID_INPUT
                    GET    | /needs?q=1                         | 422 | INVALID_INPUT
                    GET    | /refused                           | 409 | MOVE_REFUSED
                    GET    | /away                              | 503 | STORE_AWAY
                    GET    | /broken                            | 500 | UNEXPECTED
                    """)
    void badAddressesAndParametersAreNamed(String method, String path, int status, String code) throws Exception {
        var answer = send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(theProblem(answer, status).path("code").asString())
                .as(answer.body())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Content-Type | text/plain                         | 415
                    Content-Type | application/json;charset=nonsense  | 415
                    Content-Type | garbage                            | 415
                    Content-Type | multipart/form-data                | 415
                    Content-Type | application/x-www-form-urlencoded  | 415
                    Accept       | text/html                          | 406
                    Accept       | ;;;                                | 406
                    """)
    void otherFormatsAreRefused(String header, String value, int status) throws Exception {
        var asked = request("/matters").POST(HttpRequest.BodyPublishers.ofString(GOOD));
        if (!header.equals("Content-Type")) {
            asked.header("Content-Type", "application/json");
        }
        theProblem(send(asked.header(header, value)), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin",
                "If-None-Match",
                "Range",
                "Accept-Language",
                "traceparent",
                "X-Forwarded-Host",
                "Forwarded",
                "X-Forwarded-Port",
                "Cookie",
                "Authorization",
                "If-Modified-Since",
                "Idempotency-Key",
                "Accept-Encoding"
            })
    void oddHeadersAreNoServerFault(String header) throws Exception {
        for (String odd : List.of("%%%", "\"", "::::", ";=;", "-1", "x".repeat(3000), "${jndi:x}", "路")) {
            assertThat(raw("GET /matters HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + ": " + odd
                            + "\r\n\r\n"))
                    .as(header + ": " + odd)
                    .doesNotStartWith("HTTP/1.1 5")
                    .startsWith("HTTP/1.1 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\nX-Long: LONG\r\n\r\n",
                "GET /LONG HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /matters?a=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /matters?urgency=%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /matters/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /matters/%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a\\b|c^ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET //matters/../.. HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http:// HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /matters HTTP/1.1\r\n\r\n",
                "GET /matters HTTP/1.1\r\nHost: a b:c\r\n\r\n",
                "GET /matters HTTP/9.9\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n",
                "POST /matters HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /matters HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /matters HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "POST /matters HTTP/1.1\r\nHost: x\r\nExpect: nonsense\r\nContent-Length: 0\r\n\r\n",
            })
    void whatIsNotHttpIsRefusedWithoutAServerFault(String request) throws Exception {
        String answer = raw(request.replace("LONG", "x".repeat(20_000)));
        assertThat(answer).doesNotStartWith("HTTP/1.1 5").doesNotStartWith("HTTP/1.0 5");
    }

    /** Netty answers and closes by itself; what then still works for the request must not try to answer again. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aBodyThatStopsBeingHttpMidwayIsNoNews(CapturedOutput log) throws Exception {
        var chunked =
                "POST /matters HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (var broken : List.of("zz\r\n{}\r\n", "ffffffffffffffff\r\n{}", "2\r\n{}\r\nzz\r\n")) {
            assertThat(raw(chunked + broken)).contains(" 4");
        }
        // A request after them comes after whatever they left to be logged.
        theProblem(send(request("/nowhere").GET()), 404);
        assertThat(log.getOut()).doesNotContain("500 Server Error").doesNotContain("\tat ");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aCallerWhoHangsUpWithinTheBodyIsNoNews(CapturedOutput log) throws Exception {
        var spoken = (Logger) LoggerFactory.getLogger("cn.huiyin.problem");
        spoken.setLevel(Level.DEBUG);
        for (int time = 0; time < 20; time++) {
            try (var socket = new Socket("localhost", port)) {
                // With a farewell, or with a reset.
                socket.setSoLinger(time % 2 == 1, 0);
                socket.getOutputStream()
                        .write(("POST /matters HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 5000\r\n\r\n{\"description\": \"")
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                theProblem(send(request("/nowhere").GET()), 404);
            }
        }
        Flux.interval(Duration.ofMillis(10))
                .takeUntil(look -> StringUtils.countOccurrencesOf(log.getOut(), "hung up before it was answered") == 20)
                .doFinally(end -> spoken.setLevel(null))
                .blockLast(Duration.ofSeconds(20));
        // What the leak detector finds in this JVM may be anybody's, and is no word about these callers.
        assertThat(log.getOut().lines().filter(line -> !line.contains("ResourceLeakDetector")))
                .noneMatch(line -> line.contains("ERROR"))
                .noneMatch(line -> line.contains("\tat "));
    }

    @Test
    void badUtf8IsMalformed() throws Exception {
        var body = HttpRequest.BodyPublishers.ofByteArray(
                new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'});
        theProblem(
                send(request("/matters")
                        .header("Content-Type", "application/json")
                        .POST(body)),
                400);
    }

    @Test
    void aHugeBodyIs413AndDeepNestingIs400() throws Exception {
        theProblem(post("/matters", "{\"description\":\"" + "路".repeat(100_000) + "\"}"), 413);
        theProblem(post("/anything", "{\"a\":" + "[".repeat(60_000) + "}"), 400);
        theProblem(post("/anything", "{\"a\":" + "9".repeat(60_000) + "}"), 400);
    }

    @Test
    void aRefusalOfARecordsOwnConstructorIsToldAsItIs() throws Exception {
        assertThat(theProblem(post("/picky", "{\"word\":\"bad\"}"), 422)
                        .path("detail")
                        .asString())
                .isEqualTo("这个词不行");
    }

    @Test
    void theTraceOfTheCallerIsKept() throws Exception {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = send(request("/nowhere").GET().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        assertThat(theProblem(answer, 404).path("traceId").asString()).isEqualTo(trace);
        assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(trace);
    }

    @Test
    void theHeadersOfARefusalAreSent() throws Exception {
        assertThat(send(request("/away").GET()).headers().firstValue("Retry-After"))
                .hasValue("5");
        assertThat(send(request("/often").GET()).headers().firstValue("Retry-After"))
                .hasValue("2");
        assertThat(send(request("/matters").DELETE()).headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
        assertThat(send(request("/login").GET()).headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
    }

    @Test
    void aFailureTellsNothingOfTheInside() throws Exception {
        assertThat(send(request("/broken").GET()).body()).doesNotContain("secret", "Exception");
    }

    private JsonNode theProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "code", "traceId");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).containsPattern("\\p{IsHan}");
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        return problem;
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return firstLine(socket);
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != -1 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @SpringBootConfiguration
    @Profile("failures")
    @ImportAutoConfiguration({
        NettyReactiveWebServerAutoConfiguration.class,
        HttpHandlerAutoConfiguration.class,
        WebFluxAutoConfiguration.class,
        ErrorWebFluxAutoConfiguration.class,
        CodecsAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    @ComponentScan(basePackageClasses = ProblemTeller.class)
    @Import({JsonSettings.class, WebSettings.class, Door.class})
    static class Service {}

    enum Urgency {
        LOW,
        HIGH
    }

    record Place(@Size(max = 10) @Nullable String gridId) {}

    record Matter(
            @NotBlank @Size(max = 200_000) String description,
            @Nullable Urgency urgency,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable Double lng,
            @Nullable Instant at,
            @Valid @Nullable Place place,
            @Size(max = 3) @Nullable List<String> media) {}

    record Picky(String word) {
        Picky {
            if (word.equals("bad")) {
                throw Refusal.of(422, "BAD_WORD", "这个词不行");
            }
        }
    }

    @RestController
    @Profile("failures")
    static class Door {

        @PostMapping("/matters")
        Matter file(@Valid @RequestBody Matter matter) {
            return matter;
        }

        @GetMapping("/matters")
        List<String> list(
                @RequestParam(name = "urgency", required = false) @Nullable Urgency urgency,
                @RequestParam(name = "size", defaultValue = "20") @Max(100) int size,
                @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
                @RequestParam(name = "from", required = false) @Nullable Instant from) {
            return List.of();
        }

        @GetMapping("/matters/{id}")
        String get(@PathVariable("id") long id) {
            return "{}";
        }

        @GetMapping("/needs")
        String needs(@RequestParam("q") String q, @RequestHeader("X-Needed") String header) {
            return "{}";
        }

        @PostMapping("/anything")
        String anything(@RequestBody Map<String, Object> anything) {
            return "{}";
        }

        @PostMapping("/picky")
        Picky picky(@RequestBody Picky picky) {
            return picky;
        }

        @GetMapping("/refused")
        Mono<String> refused() {
            return Mono.error(Refusal.conflict("MOVE_REFUSED", "现在不能这样做"));
        }

        @GetMapping("/often")
        Mono<String> often() {
            return Mono.error(Refusal.tooOften("TOO_OFTEN", "太频繁了", Duration.ofMillis(1500)));
        }

        @GetMapping("/login")
        Mono<String> login() {
            return Mono.error(Refusal.loginAgain("LOGIN_AGAIN", "请重新登录"));
        }

        @GetMapping("/away")
        Mono<String> away() {
            return Mono.error(new DataAccessResourceFailureException(
                    "Failed to obtain R2DBC Connection", new R2dbcNonTransientResourceException("refused")));
        }

        @GetMapping("/broken")
        Mono<String> broken() {
            return Mono.error(new IllegalStateException("secret"));
        }
    }
}
