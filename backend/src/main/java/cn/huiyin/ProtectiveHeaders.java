package cn.huiyin;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What browsers and caches on the way may do with an answer, unless the answer says it itself: keep nothing, guess no type,
 * run nothing. It stands before everything else, so that refusals carry it too; Spring Security's own writers would wrap
 * each answer for the same.
 *
 * <p>An answer with an {@code ETag} may be kept by who asked, and must be asked for again each time: {@code no-store} would
 * forbid a phone to keep what an {@code If-None-Match} is about.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProtectiveHeaders implements WebFilter {

    static final String KEPT_BY_NOBODY = "no-store";
    static final String ASKED_FOR_AGAIN = "private, no-cache";
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, KEPT_BY_NOBODY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", NOTHING_RUNS);
        response.beforeCommit(() -> {
            if (headers.containsHeader(HttpHeaders.ETAG) && KEPT_BY_NOBODY.equals(headers.getCacheControl())) {
                headers.set(HttpHeaders.CACHE_CONTROL, ASKED_FOR_AGAIN);
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }
}
