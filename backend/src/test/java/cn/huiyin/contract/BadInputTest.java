package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.contract.Contract.Operation;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.rehearsal.HuiyinTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a client sends, the answer is a problem in the contract's shape and never a fault of ours. */
@HuiyinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CHANGES = 400;

    private static final List<String> NO_JSON = List.of(
            "",
            " ",
            "{",
            "}",
            "nonsense",
            "{\"a\":}",
            "[",
            "null",
            "true",
            "7",
            "\"text\"",
            "[]",
            "[{}]",
            "{} {}",
            "{\"a\":1,\"a\":2}",
            "[".repeat(2000),
            "{\"a\":".repeat(500),
            "\u0000",
            "{\"\\u0000\":1}",
            "{\"x\":1e999999999}");

    private static final List<String> ODD_WORDS = List.of(
            "%00",
            "..%2f..%2f",
            "%F0%9F%98%80",
            "'%20OR%201=1--",
            "%25s%25n",
            "x".repeat(3000),
            "-1",
            "99999999999999999999",
            "%C0%80",
            "null",
            "%E6%B1%89");

    private final Contract contract = Contract.read();
    private final WebTestClient client;
    private final SessionStore sessions;
    private final int port;
    private String resident = "";
    private String staff = "";

    BadInputTest(WebTestClient client, SessionStore sessions, @LocalServerPort int port) {
        this.port = port;
        this.client = client;
        this.sessions = sessions;
    }

    @BeforeAll
    void logIn() {
        var street = new PlacePath("/qinghe/");
        resident = tokenOf(List.of(Post.resident()));
        staff = tokenOf(List.of(
                Post.resident(),
                Post.at(Role.GRID_WORKER, street),
                Post.at(Role.DISPATCHER, street),
                Post.at(Role.SUPERVISOR, street),
                Post.in(Role.UNIT_LEAD, new UnitId("qinghe-property"))));
    }

    private String tokenOf(List<Post> posts) {
        var account = new AccountId(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41));
        return sessions.open(new Caller(account, "测试", posts), Duration.ofHours(1))
                .block()
                .token();
    }

    @TestFactory
    Stream<DynamicTest> noInputIsTooStrange() {
        return contract.operations().stream()
                .filter(operation -> !operation.id().equals("logOut"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> tryAll(operation)));
    }

    /** A word that is none of those that the contract names is never read as "all". */
    @TestFactory
    Stream<DynamicTest> aWordOfTheQueryThatIsNotOneOfAFewIsRefusedByName() {
        String everybody = tokenOf(Stream.concat(
                        Stream.of(Post.resident(), Post.in(Role.UNIT_LEAD, new UnitId("qinghe-property"))),
                        Stream.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN)
                                .map(role -> Post.at(role, new PlacePath("/qinghe/"))))
                .toList());
        return contract.operations().stream()
                .flatMap(operation -> contract.parameters(operation, "query").stream()
                        .filter(this::isOneOfAFew)
                        .map(parameter -> parameter.path("name").asString())
                        .map(name -> DynamicTest.dynamicTest(
                                operation + "?" + name, () -> refusedByName(operation, name, everybody))));
    }

    private boolean isOneOfAFew(JsonNode parameter) {
        JsonNode schema = contract.resolved(parameter.path("schema"));
        return schema.has("enum")
                || contract.resolved(schema.path("items")).has("enum")
                || schema.path("type").asString("").equals("boolean");
    }

    private void refusedByName(Operation operation, String name, String token) {
        for (String word : List.of("%00", "%20", "NO_SUCH_WORD", "%00,%00", "," + "%20")) {
            String uri = plain(operation) + "?" + name + "=" + word;
            var answer = client.method(HttpMethod.valueOf(operation.method()))
                    .uri(URI.create("http://localhost:" + port + uri))
                    .header(Examples.NOT_ME, "spoilt")
                    .header("Authorization", "Bearer " + token)
                    .exchange()
                    .returnResult(byte[].class);
            String told = told(answer);
            assertThat(answer.getStatus().value()).as("%s → %s", uri, told).isEqualTo(422);
            assertThat(JSON.readTree(told).at("/errors/0/field").asString())
                    .as("%s → %s", uri, told)
                    .startsWith(name);
        }
    }

    private void tryAll(Operation operation) {
        oddAddresses(operation).forEach(uri -> send(operation, uri, null, null));
        oddHeaders(operation).forEach(header -> send(operation, plain(operation), null, header));
        bodies(operation).forEach(body -> send(operation, plain(operation), body, null));
    }

    /** Odd words in the path and in the parameters of the query. */
    private Stream<String> oddAddresses(Operation operation) {
        String path = plain(operation);
        List<String> names = contract.parameters(operation, "query").stream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
        Stream<String> queries = names.stream()
                .flatMap(name ->
                        ODD_WORDS.stream().map(word -> path + "?" + UriUtils.encode(name, "UTF-8") + "=" + word));
        Stream<String> paths = ODD_WORDS.stream()
                .filter(word -> operation.path().contains("{"))
                .map(word -> operation.path().replaceAll("\\{\\w+}", word.replace("\\", "")));
        return Stream.concat(queries, paths);
    }

    private static Stream<Map<String, String>> oddHeaders(Operation operation) {
        return Stream.of(
                Map.of("Idempotency-Key", "x".repeat(129)),
                Map.of("Idempotency-Key", "a b"),
                Map.of("If-Match", "nonsense"),
                Map.of("If-Match", "\"0\", W/\"1\", *"),
                Map.of("If-None-Match", "\"".repeat(50)),
                Map.of("Accept", "image/png"),
                Map.of("Accept", "nonsense"),
                Map.of("Range", "bytes=5-1"),
                Map.of("Authorization", "Bearer " + "x".repeat(3000)),
                Map.of("Authorization", "Basic Og=="),
                Map.of("Authorization", "nonsense"),
                Map.of("Accept-Language", "x".repeat(200)),
                Map.of("traceparent", "nonsense"));
    }

    private record Body(MediaType type, byte[] content) {}

    private Stream<Body> bodies(Operation operation) {
        if (operation.method().equals("GET") || operation.method().equals("DELETE")) {
            return Stream.of(new Body(MediaType.APPLICATION_JSON, "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        }
        JsonNode content =
                contract.resolved(operation.node().path("requestBody")).path("content");
        JsonNode json = content.path("application/json");
        Stream<Body> broken = NO_JSON.stream().map(BadInputTest::json);
        Stream<Body> types = Stream.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data",
                        "multipart/form-data; boundary=x",
                        "text/csv",
                        "application/json; charset=utf-16")
                .map(type -> new Body(MediaType.parseMediaType(type), "a=b".getBytes(StandardCharsets.UTF_8)));
        Stream<Body> bytes =
                Stream.of(new Body(MediaType.APPLICATION_JSON, new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xFF}));
        Stream<Body> changed = json.isMissingNode()
                ? Stream.empty()
                : new Spoiling(contract)
                        .spoilt(json)
                        .limit(MOST_CHANGES)
                        .map(node -> json(JSON.writeValueAsString(node)));
        return Stream.of(broken, types, bytes, changed).flatMap(all -> all);
    }

    private static Body json(String text) {
        return new Body(MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(Operation operation) {
        return operation.path().replaceAll("\\{\\w+}", "2026");
    }

    private void send(Operation operation, String uri, Body body, Map<String, String> headers) {
        var request = client.method(HttpMethod.valueOf(operation.method()))
                .uri(URI.create("http://localhost:" + port + uri))
                .header(Examples.NOT_ME, "spoilt")
                .header("Authorization", "Bearer " + tokenFor(operation));
        if (headers != null) {
            headers.forEach((name, value) -> request.headers(all -> all.set(name, value)));
        }
        if (body != null) {
            request.contentType(body.type()).bodyValue(body.content());
        }
        var answer = request.exchange().returnResult(byte[].class);
        String what = operation + " " + uri + " " + headers + " "
                + (body == null ? "" : new String(body.content(), StandardCharsets.UTF_8));
        int status = answer.getStatus().value();
        String told = told(answer);
        assertThat(status).as("%.300s → %.500s", what, told).isLessThan(500);
        if (status >= 400 && status != 431 && status != 414) {
            assertThat(answer.getResponseHeaders().getContentType())
                    .as("%.300s → %s %.300s", what, status, told)
                    .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    /** All of it; of a stream, which has no end, how it begins. */
    private static String told(FluxExchangeResult<byte[]> answer) {
        MediaType type = answer.getResponseHeaders().getContentType();
        boolean endless = type != null && MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type);
        return answer.getResponseBody()
                .take(endless ? 1 : Long.MAX_VALUE)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining())
                .block(Duration.ofSeconds(30));
    }

    /** What an administrator changes is changed for every test; there a resident must do. */
    private String tokenFor(Operation operation) {
        boolean changesTheHouse = operation
                .node()
                .path("tags")
                .valueStream()
                .anyMatch(tag -> tag.asString().equals("管理"));
        return changesTheHouse ? resident : staff;
    }
}
