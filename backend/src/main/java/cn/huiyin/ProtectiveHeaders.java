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
 * forbid a phone to keep what an {@code If-None-Match} is about. What is kept by nobody all the same, such as a household's
 * file, says so itself.
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
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", NOTHING_RUNS);
        response.beforeCommit(() -> {
            if (headers.getCacheControl() == null) {
                headers.setCacheControl(headers.containsHeader(HttpHeaders.ETAG) ? ASKED_FOR_AGAIN : KEPT_BY_NOBODY);
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }
}
