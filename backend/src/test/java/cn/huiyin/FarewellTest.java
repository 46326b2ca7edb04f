package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.problem.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class FarewellTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final WebFilterChain ANSWERED =
            exchange -> exchange.getResponse().setComplete();

    private final Farewell.LastCalls calls = new Farewell.LastCalls();
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

    @Test
    void connectionsAreKeptAsLongAsTheNodeStays() {
        calls.filter(exchange, ANSWERED).block();

        assertThat(exchange.getResponse().getHeaders().getFirst(HttpHeaders.CONNECTION))
                .isNull();
    }

    @Test
    void whoCallsANodeThatLeavesIsAnsweredAndCallsAnewNextTime() {
        calls.leave();

        calls.filter(exchange, ANSWERED).block();

        assertThat(exchange.getResponse().isCommitted()).isTrue();
        assertThat(exchange.getResponse().getHeaders().getFirst(HttpHeaders.CONNECTION))
                .isEqualTo("close");
    }

    @Test
    void whoSlipsInBehindTheClosedDoorIsToldToComeAgain() {
        calls.leave();
        calls.begone();

        var answer = calls.filter(exchange, untouched -> Mono.error(new AssertionError("stores are closed already")));

        assertThatThrownBy(answer::block)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
    }

    @Test
    void theEndWaitsForWhatIsInHand() {
        var work = Sinks.<Void>empty();
        var answer = calls.filter(exchange, slow -> work.asMono()).toFuture();
        var end = calls.ended(LONG).toFuture();

        assertThat(end).isNotDone();
        work.tryEmitEmpty();

        assertThat(answer).succeedsWithin(LONG);
        assertThat(end).succeedsWithin(LONG);
    }

    @Test
    void theEndDoesNotWaitForEver() {
        var never = calls.filter(exchange, stuck -> Mono.never()).subscribe();

        assertThat(calls.ended(Duration.ofMillis(1)).toFuture()).succeedsWithin(LONG);
        assertThat(never.isDisposed()).isFalse();
        never.dispose();
    }
}
