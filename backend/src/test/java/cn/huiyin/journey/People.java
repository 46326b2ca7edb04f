package cn.huiyin.journey;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The people of the demo street, each with a phone. */
final class People {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What WeChat was asked by all tests of one service together, in bytes at most. */
    private static final int PATIENT = 64 * 1024 * 1024;

    private final WebTestClient client;
    final Person li;
    final Person other;
    final Person gridWorker;
    final Person handler;
    final Person officeHandler;
    final Person lead;
    final Person dispatcher;
    final Person supervisor;
    final Person admin;

    People(WebTestClient client) {
        this.client = client.mutate()
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(PATIENT))
                .build();
        li = person("demo-resident");
        other = person("demo-resident-2");
        gridWorker = person("demo-grid-worker");
        handler = person("demo-handler");
        officeHandler = person("demo-handler-street");
        lead = person("demo-unit-lead");
        dispatcher = person("demo-dispatcher");
        supervisor = person("demo-supervisor");
        admin = person("demo-admin");
    }

    Person person(String code) {
        Said session = call(HttpMethod.POST, "/api/v1/sessions", null, Map.of("code", code), headers -> {});
        return new Person(session.body().get("token").asString());
    }

    Person newcomer() {
        return person("newcomer-" + UUID.randomUUID());
    }

    /** The number that the stand-in for WeChat hands out for a code of its phone button. */
    static String phoneBehind(String code) {
        return "1390000%04d".formatted(Math.floorMod(code.hashCode(), 10_000));
    }

    /** A room that nobody else has. */
    static String anyRoom() {
        return "R" + java.util.concurrent.ThreadLocalRandom.current().nextLong(1, 1L << 50);
    }

    /** Somebody new whose address the grid worker of 听雨一网格 has confirmed. */
    Person livingIn(String building, String room) {
        Person resident = newcomer();
        resident.put("/api/v1/me/home", Map.of("buildingId", building, "room", room));
        String account = resident.get("/api/v1/me").text("id");
        Said confirmed = gridWorker.change("/api/v1/homes/%s/confirm".formatted(account), Map.of(), "\"1\"");
        if (confirmed.status() != 200) {
            throw new IllegalStateException("not confirmed: " + confirmed.body());
        }
        return resident;
    }

    /** What the service answered. */
    record Said(int status, HttpHeaders headers, JsonNode body) {

        String text(String field) {
            return body.get(field).asString();
        }

        /** The deadline that began under this rule, the last round of it. */
        JsonNode deadline(String rule) {
            JsonNode found = null;
            for (JsonNode deadline : body.get("deadlines")) {
                if (deadline.get("rule").asString().equals(rule)) {
                    found = deadline;
                }
            }
            return java.util.Objects.requireNonNull(found, rule);
        }
    }

    /** Moves the one clock. What is due then is said a little later, by the delivery. */
    Said advance(Duration time) {
        return call(HttpMethod.POST, "/rehearsal/clock", null, Map.of("advance", time.toString()), headers -> {});
    }

    /** By the one clock, wherever other tests have moved it. */
    LocalDate today() {
        return OffsetDateTime.parse(
                        rehearsal(HttpMethod.GET, "/rehearsal/clock", null).text("now"))
                .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
    }

    /** All pages of it: staff get more than one page in the months that tests play. */
    JsonNode sentBy(String openid) {
        return pages(
                "/rehearsal/wechat/messages?openid=" + openid,
                uri -> call(HttpMethod.GET, uri, null, null, headers -> {}));
    }

    private static ArrayNode pages(String uri, Function<String, Said> get) {
        var items = JSON.createArrayNode();
        String cursor = "";
        do {
            var page = get.apply(uri + cursor).body();
            page.get("items").forEach(items::add);
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return items;
    }

    Said rehearsal(HttpMethod method, String uri, @Nullable Object body) {
        return call(method, uri, null, body, headers -> {});
    }

    private Said call(
            HttpMethod method,
            String uri,
            @Nullable String token,
            @Nullable Object body,
            Consumer<HttpHeaders> headers) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(uri).headers(all -> {
            if (token != null) {
                all.setBearerAuth(token);
            }
            headers.accept(all);
        });
        var exchange = (body == null ? request : request.bodyValue(body)).exchange();
        var result = exchange.expectBody(String.class).returnResult();
        String text = result.getResponseBody();
        return new Said(
                result.getStatus().value(),
                result.getResponseHeaders(),
                text == null || text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text));
    }

    /** Somebody who is logged in. */
    final class Person {
        private final String token;

        private Person(String token) {
            this.token = token;
        }

        Said get(String uri) {
            return call(HttpMethod.GET, uri, token, null, headers -> {});
        }

        /** A list with all its pages: in the months that tests play, staff have more than one. */
        ArrayNode all(String uri) {
            return pages(uri + (uri.contains("?") ? "&" : "?") + "size=100", this::get);
        }

        Said getUnlessSeen(String uri, String etag) {
            return call(HttpMethod.GET, uri, token, null, headers -> headers.setIfNoneMatch(etag));
        }

        Said post(String uri, Object body) {
            return call(HttpMethod.POST, uri, token, body, headers -> {});
        }

        Said put(String uri, Object body) {
            return call(HttpMethod.PUT, uri, token, body, headers -> {});
        }

        Said putIfMatch(String uri, String ifMatch, Object body) {
            return call(HttpMethod.PUT, uri, token, body, headers -> headers.setIfMatch(ifMatch));
        }

        Said postOnce(String uri, String key, Object body) {
            return call(HttpMethod.POST, uri, token, body, headers -> headers.set("Idempotency-Key", key));
        }

        /** What the service says to the photo. */
        Said upload(byte[] photo) {
            var parts = new MultipartBodyBuilder();
            parts.part("file", new ByteArrayResource(photo)).filename("photo.png");
            var result = client.post()
                    .uri("/api/v1/media")
                    .headers(all -> all.setBearerAuth(token))
                    .body(BodyInserters.fromMultipartData(parts.build()))
                    .exchange()
                    .expectBody(String.class)
                    .returnResult();
            return new Said(
                    result.getStatus().value(),
                    result.getResponseHeaders(),
                    JSON.readTree(java.util.Objects.requireNonNull(result.getResponseBody())));
        }

        /** What lies behind a link. */
        byte[] fetched(String link) {
            return java.util.Objects.requireNonNull(client.get()
                    .uri(link)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseBody());
        }

        /** The id of the photo. */
        String uploads(byte[] photo) {
            var parts = new MultipartBodyBuilder();
            parts.part("file", new ByteArrayResource(photo)).filename("photo.png");
            String answer = client.post()
                    .uri("/api/v1/media")
                    .headers(all -> all.setBearerAuth(token))
                    .body(BodyInserters.fromMultipartData(parts.build()))
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            return JSON.readTree(answer).get("id").asString();
        }

        /** Photos are shown by their link alone. */
        int shown(String link) {
            return client.get()
                    .uri(link)
                    .exchange()
                    .returnResult(byte[].class)
                    .getStatus()
                    .value();
        }

        Said postIfMatch(String uri, String ifMatch, Object body) {
            return call(HttpMethod.POST, uri, token, body, headers -> headers.setIfMatch(ifMatch));
        }

        /** A change of what was read at this version; null for not saying which. */
        Said change(String uri, Object body, @Nullable String etag) {
            return call(HttpMethod.POST, uri, token, body, headers -> {
                if (etag != null) {
                    headers.set(HttpHeaders.IF_MATCH, etag);
                }
            });
        }

        Said putIfMatch(String uri, Object body, String etag) {
            return call(HttpMethod.PUT, uri, token, body, headers -> headers.set(HttpHeaders.IF_MATCH, etag));
        }

        Said changeOnce(String uri, String key, Object body, String etag) {
            return call(HttpMethod.POST, uri, token, body, headers -> {
                headers.set(HttpHeaders.IF_MATCH, etag);
                headers.set("Idempotency-Key", key);
            });
        }

        Said postTable(String uri, String csv) {
            return call(
                    HttpMethod.POST,
                    uri,
                    token,
                    csv,
                    headers -> headers.setContentType(
                            org.springframework.http.MediaType.parseMediaType("text/csv;charset=UTF-8")));
        }

        Said files(String description) {
            return post("/api/v1/tickets", Map.of("description", description));
        }

        Said sees(String no) {
            return get("/api/v1/tickets/" + no);
        }

        /** A move on the version that is there now. */
        Said moves(String no, Map<String, ?> move) {
            return moves(no, move, "*");
        }

        Said moves(String no, Map<String, ?> move, @Nullable String ifMatch) {
            return call(HttpMethod.POST, "/api/v1/tickets/%s/moves".formatted(no), token, move, headers -> {
                if (ifMatch != null) {
                    headers.setIfMatch(ifMatch);
                }
            });
        }

        Said moves(String no, String move) {
            return moves(no, Map.of("move", move));
        }

        Said moves(String no, String move, String note) {
            return moves(no, Map.of("move", move, "note", note));
        }

        Said rates(String no, boolean resolved, int score) {
            return post(
                    "/api/v1/tickets/%s/callback".formatted(no),
                    Map.of("resolved", resolved, "score", score, "comment", "实话实说"));
        }
    }
}
