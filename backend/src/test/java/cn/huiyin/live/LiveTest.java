package cn.huiyin.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams over HTTP, as a page reads them. */
@HuiyinTest
class LiveTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SOON = Duration.ofSeconds(15);

    private final WebTestClient client;
    private final String resident;
    private final String dispatcher;

    LiveTest(WebTestClient client) {
        this.client = client.mutate().responseTimeout(Duration.ofSeconds(60)).build();
        this.resident = logIn("demo-watcher-" + UUID.randomUUID());
        this.dispatcher = logIn("demo-dispatcher");
    }

    @Test
    void aMoveArrivesAtWhoeverWatches() {
        String no = file();

        StepVerifier.create(events("/api/v1/tickets/" + no + "/events", resident, null)
                        .map(event -> event.event() + " " + stage(event)))
                .expectNext("ticket 已提交")
                .then(() -> move(no, Map.of("move", "CLASSIFY", "handlingKind", "COORDINATED")))
                .expectNext("ticket 已分类")
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void whoeverWasCutOffGoesOnWhereTheyWere() {
        String no = file();
        var first = events("/api/v1/tickets/" + no + "/events", resident, null).blockFirst(SOON);
        move(no, Map.of("move", "CLASSIFY", "handlingKind", "COORDINATED"));

        StepVerifier.create(events("/api/v1/tickets/" + no + "/events", resident, first.id())
                        .map(LiveTest::stage))
                .expectNext("已分类")
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void theTagOfAnEventIsThatOfTheTicket() {
        String no = file();

        var event = events("/api/v1/tickets/" + no + "/events", resident, null).blockFirst(SOON);

        client.get()
                .uri("/api/v1/tickets/" + no)
                .headers(headers -> {
                    headers.setBearerAuth(resident);
                    headers.setIfNoneMatch(
                            JSON.readTree(event.data()).get("etag").asString());
                })
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void askedWithHeadAStreamSaysWhatItIsAndIsOver() {
        String no = file();
        for (String uri : List.of("/api/v1/me/events", "/api/v1/tickets/" + no + "/events")) {
            client.mutate()
                    .responseTimeout(SOON)
                    .build()
                    .head()
                    .uri(uri)
                    .headers(headers -> headers.setBearerAuth(resident))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                    .expectBody()
                    .isEmpty();
        }
    }

    @Test
    void aStrangerIsToldNothing() {
        client.get()
                .uri("/api/v1/tickets/" + file() + "/events")
                .headers(headers -> headers.setBearerAuth(logIn("stranger-" + UUID.randomUUID())))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aNewMessageIsToldToItsReader() {
        StepVerifier.create(events("/api/v1/me/events", resident, null).map(ServerSentEvent::data))
                .expectNext("{\"newest\":\"0\"}")
                .then(this::file)
                .assertNext(data ->
                        assertThat(JSON.readTree(data).get("newest").asLong()).isPositive())
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void aStreamEndsWithItsSession() {
        String leaving = logIn("demo-leaving-" + UUID.randomUUID());

        StepVerifier.create(events("/api/v1/me/events", leaving, null))
                .expectNextCount(1)
                .then(() -> client.delete()
                        .uri("/api/v1/sessions/current")
                        .headers(headers -> headers.setBearerAuth(leaving))
                        .exchange()
                        .expectStatus()
                        .isNoContent())
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void onePersonHasSoManyStreamsAndNoMore() throws InterruptedException {
        String greedy = logIn("demo-greedy-" + UUID.randomUUID());
        List<Disposable> open = new ArrayList<>();
        var begun = new java.util.concurrent.CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            open.add(events("/api/v1/me/events", greedy, null)
                    .doOnNext(event -> begun.countDown())
                    .subscribe());
        }
        assertThat(begun.await(15, java.util.concurrent.TimeUnit.SECONDS)).isTrue();

        client.get()
                .uri("/api/v1/me/events")
                .headers(headers -> headers.setBearerAuth(greedy))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_MANY_STREAMS");

        open.forEach(Disposable::dispose);
    }

    /** Without the comments that only show that the line stands. */
    private Flux<ServerSentEvent<String>> events(String uri, String token, @Nullable String last) {
        return Flux.defer(() -> client.get()
                        .uri(uri)
                        .headers(headers -> {
                            headers.setBearerAuth(token);
                            if (last != null) {
                                headers.set("Last-Event-ID", last);
                            }
                        })
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                        .getResponseBody())
                .filter(event -> event.data() != null);
    }

    private static String stage(ServerSentEvent<String> event) {
        JsonNode data = JSON.readTree(event.data());
        return data.get("stageName").asString();
    }

    private String file() {
        return client.post()
                .uri("/api/v1/tickets")
                .headers(headers -> {
                    headers.setBearerAuth(resident);
                    headers.set("Idempotency-Key", UUID.randomUUID().toString());
                })
                .bodyValue(Map.of(
                        "description",
                        "3号楼2单元的楼道灯坏了，晚上看不见路",
                        "media",
                        List.of(),
                        "place",
                        Map.of("buildingId", "qinghe-c1-g1-b1")))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("no")
                .asString();
    }

    private void move(String no, Map<String, ?> move) {
        client.post()
                .uri("/api/v1/tickets/" + no + "/moves")
                .headers(headers -> {
                    headers.setBearerAuth(dispatcher);
                    headers.setIfMatch("*");
                })
                .bodyValue(move)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String logIn(String code) {
        return client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", code))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .asString();
    }
}
