package cn.huiyin.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.huiyin.identity.TurnstileSettings.Kind;
import cn.huiyin.identity.store.Turns;
import cn.huiyin.problem.Refusal;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TurnstileTest {

    private final Turns turns = mock(Turns.class);
    private final Turnstile turnstile = new Turnstile(turns);

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/sessions,         ,   LOGIN,  203.0.113.7",
        "DELETE, /api/v1/sessions/current, 12, WRITE,  12",
        "POST,   /api/v1/tickets,          12, WRITE,  12",
        "PUT,    /api/v1/me/home,          12, WRITE,  12",
        "POST,   /api/v1/media,            12, UPLOAD, 12",
        "GET,    /api/v1/tickets,          12, READ,   12",
        "GET,    /api/v1/categories,       ,   OPEN,   203.0.113.7",
    })
    void countsEachKindOfRequestForWhoeverAsks(HttpMethod method, String path, String account, Kind kind, String who) {
        when(turns.wait(kind, who)).thenReturn(Mono.just(Duration.ofSeconds(7)));

        StepVerifier.create(asks(method, path, account, new AtomicBoolean())).verifyErrorSatisfies(fault -> {
            assertThat(fault).isInstanceOf(Refusal.class);
            assertThat(((Refusal) fault).status()).isEqualTo(429);
            assertThat(((Refusal) fault).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        });
    }

    @Test
    void letsThroughWhoseTurnItIs() {
        when(turns.wait(Kind.READ, "12")).thenReturn(Mono.just(Duration.ZERO));
        var passed = new AtomicBoolean();

        StepVerifier.create(asks(HttpMethod.GET, "/api/v1/me", "12", passed)).verifyComplete();

        assertThat(passed).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"POST, /wechat/mp/push", "GET, /actuator/health/liveness", "GET, /openapi.yaml"})
    void whatPeopleDoNotAskPassesBesideIt(HttpMethod method, String path) {
        var passed = new AtomicBoolean();

        StepVerifier.create(asks(method, path, null, passed)).verifyComplete();

        assertThat(passed).isTrue();
    }

    private Mono<Void> asks(HttpMethod method, String path, String account, AtomicBoolean passed) {
        var request =
                MockServerHttpRequest.method(method, path).remoteAddress(new InetSocketAddress("203.0.113.7", 40000));
        Principal principal = () -> account;
        ServerWebExchange exchange = MockServerWebExchange.from(request)
                .mutate()
                .principal(account == null ? Mono.empty() : Mono.just(principal))
                .build();
        return turnstile.filter(exchange, next -> Mono.fromRunnable(() -> passed.set(true)));
    }
}
