package cn.huiyin.identity.web;

import cn.huiyin.identity.TurnstileSettings.Kind;
import cn.huiyin.identity.store.Turns;
import cn.huiyin.problem.Refusal;
import io.micrometer.core.instrument.Metrics;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets people pass one after another: who asks too often is told when to come again. Stands behind the {@link Gate}, so it
 * knows who asks. What WeChat pushes and what the operator's tools ask passes beside it: WeChat's word is known by its
 * seal, and neither comes from people.
 */
@Component
@Order(0)
class Turnstile implements WebFilter {

    /** The first row that fits; whatever fits none passes. */
    private static final List<Row> TABLE = List.of(
            new Row(HttpMethod.POST, "/api/v1/sessions", Kind.LOGIN),
            new Row(HttpMethod.POST, "/api/v1/media", Kind.UPLOAD),
            new Row(HttpMethod.GET, "/api/v1/", Kind.READ),
            new Row(HttpMethod.HEAD, "/api/v1/", Kind.READ),
            new Row(null, "/api/v1/", Kind.WRITE));

    private record Row(@Nullable HttpMethod method, String begins, Kind kind) {

        boolean fits(HttpMethod asked, String path) {
            return path.startsWith(begins) && (method == null || method.equals(asked));
        }
    }

    private final Turns turns;

    Turnstile(Turns turns) {
        this.turns = turns;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().pathWithinApplication().value();
        Optional<Kind> kind = TABLE.stream()
                .filter(row -> row.fits(request.getMethod(), path))
                .map(Row::kind)
                .findFirst();
        return kind.isEmpty()
                ? chain.filter(exchange)
                : wait(exchange, kind.get())
                        .flatMap(wait -> wait.isZero() ? chain.filter(exchange) : comeAgain(kind.get(), wait));
    }

    private Mono<Duration> wait(ServerWebExchange exchange, Kind kind) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(account -> turns.wait(
                        account.isEmpty() && kind == Kind.READ ? Kind.OPEN : kind,
                        account.orElseGet(() -> addressOf(exchange.getRequest()))));
    }

    /** As nginx tells it, or who is connected. */
    private static String addressOf(ServerHttpRequest request) {
        InetSocketAddress address = request.getRemoteAddress();
        return address == null ? "unknown" : address.getHostString();
    }

    private static Mono<Void> comeAgain(Kind kind, Duration wait) {
        Metrics.counter("huiyin.turnstile.refused", "kind", kind.name()).increment();
        return Mono.error(Refusal.tooOften("TOO_OFTEN", "您的操作太频繁了，请稍等一会儿再试", wait));
    }
}
