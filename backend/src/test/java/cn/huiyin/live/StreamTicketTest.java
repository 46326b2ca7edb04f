package cn.huiyin.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A browser opens a stream without a header, and without a token in an address. */
@HuiyinTest
class StreamTicketTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final WebTestClient client;
    private final SessionStore sessions;
    private final Caller caller;
    private final String token;

    StreamTicketTest(WebTestClient client, SessionStore sessions) {
        this.client = client;
        this.sessions = sessions;
        var account = new AccountId(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41));
        this.caller = new Caller(account, "测试", List.of(Post.resident()));
        this.token = sessions.open(caller, Duration.ofHours(1)).block().token();
    }

    @Test
    void aTicketOpensOneStream() {
        String ticket = ticket();

        assertThat(open("/api/v1/me/events?ticket=" + ticket).getStatus().value())
                .isEqualTo(200);
        assertThat(open("/api/v1/me/events?ticket=" + ticket).getStatus().value())
                .as("once")
                .isEqualTo(401);
    }

    @Test
    void aTicketOpensNothingElse() {
        String ticket = ticket();

        assertThat(open("/api/v1/me?ticket=" + ticket).getStatus().value()).isEqualTo(401);
        assertThat(open("/api/v1/tickets?ticket=" + ticket).getStatus().value()).isEqualTo(401);
        assertThat(open("/api/v1/me/events?ticket=" + token).getStatus().value())
                .as("a token in an address is nothing worth")
                .isEqualTo(401);
    }

    @Test
    void aTicketIsWorthNoMoreThanItsSession() {
        String ticket = ticket();
        sessions.closeAll(caller.id()).block();

        assertThat(open("/api/v1/me/events?ticket=" + ticket).getStatus().value())
                .isEqualTo(401);
    }

    @Test
    void whoCannotSetTheHeaderSaysInTheAddressWhereTheyWere() {
        var first = open("/api/v1/me/events?ticket=" + ticket())
                .getResponseBody()
                .filter(event -> event.data() != null)
                .blockFirst(SOON);

        var again = open("/api/v1/me/events?ticket=%s&after=%s".formatted(ticket(), first.id()))
                .getResponseBody()
                .filter(event -> event.data() != null)
                .take(Duration.ofSeconds(2))
                .collectList()
                .block(SOON);

        assertThat(again).as("nothing has come since").isEmpty();
    }

    private FluxExchangeResult<ServerSentEvent<String>> open(String uri) {
        return client.get().uri(uri).exchange().returnResult(new ParameterizedTypeReference<>() {});
    }

    private String ticket() {
        return client.post()
                .uri("/api/v1/me/stream-tickets")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("ticket")
                .asString();
    }
}
