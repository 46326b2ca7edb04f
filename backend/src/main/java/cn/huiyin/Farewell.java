package cn.huiyin;

import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How a node that ends takes leave of its callers. Netty waits for the requests it knows of when it closes the door; who
 * speaks on a kept connection in just that moment would find Redis and PostgreSQL taken down already. So callers are asked
 * beforehand to come on a new connection, and behind the closed door whoever slipped in is told to come again.
 */
@Configuration(proxyBeanMethods = false)
class Farewell {

    /** Kept connections of busy callers, such as nginx's, are used and so closed within this. */
    private static final Duration SAYING_IT = Duration.ofMillis(500);

    /** Less than a phase of the shutdown may take, see {@code application.yaml}. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private static final int DOOR_CLOSES = WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;

    @Bean
    LastCalls lastCalls() {
        return new LastCalls();
    }

    @Bean
    Step beforeTheDoorCloses(LastCalls calls) {
        return new Step(DOOR_CLOSES + 1, Mono.fromRunnable(calls::leave).then(Mono.delay(SAYING_IT)));
    }

    @Bean
    Step behindTheClosedDoor(LastCalls calls) {
        return new Step(DOOR_CLOSES - 1, Mono.fromRunnable(calls::begone).then(calls.ended(LAST_CALLS)));
    }

    /** Stands before everything else. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class LastCalls implements WebFilter {

        private final AtomicInteger inHand = new AtomicInteger();
        private volatile boolean leaving;
        private volatile boolean gone;

        void leave() {
            leaving = true;
        }

        void begone() {
            gone = true;
        }

        /** When nothing is in hand any more, or after so long. */
        Mono<Void> ended(Duration atMost) {
            return Flux.interval(Duration.ZERO, LOOK_EVERY)
                    .onBackpressureDrop()
                    .takeUntil(look -> inHand.get() == 0)
                    .take(atMost)
                    .then();
        }

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            inHand.incrementAndGet();
            return go(exchange, chain).doFinally(end -> inHand.decrementAndGet());
        }

        private Mono<Void> go(ServerWebExchange exchange, WebFilterChain chain) {
            if (leaving) {
                exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            }
            return gone
                    ? Mono.error(Refusal.unavailable("NOT_READY", "系统正在重新启动，请稍后再试", Duration.ofSeconds(2)))
                    : chain.filter(exchange);
        }
    }

    /** Something that is done, and waited for, in its turn when the program ends. */
    static final class Step implements SmartLifecycle {

        private final int phase;
        private final Mono<?> deed;
        private volatile boolean running;

        Step(int phase, Mono<?> deed) {
            this.phase = phase;
            this.deed = deed;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop(Runnable done) {
            running = false;
            deed.doFinally(end -> done.run()).subscribe();
        }

        @Override
        public void stop() {
            stop(() -> {});
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
