package cn.huiyin.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells a refusal to whoever asked, in the one shape that every failure of the service has. */
@Component
public class ProblemTeller {

    private final JsonMapper json;

    ProblemTeller(JsonMapper json) {
        this.json = json;
    }

    /** Writes the refusal as the answer of this exchange; nothing may have been written before. */
    public Mono<Void> tell(ServerWebExchange exchange, Refusal refusal) {
        return tell(exchange, refusal, TraceId.of(exchange.getRequest()));
    }

    Mono<Void> tell(ServerWebExchange exchange, Refusal refusal, TraceId traceId) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.status()));
        describe(response.getHeaders(), refusal, traceId);
        return response.writeWith(Mono.fromSupplier(
                () -> response.bufferFactory().wrap(json.writeValueAsBytes(Problem.of(refusal, traceId)))));
    }

    private static void describe(HttpHeaders headers, Refusal refusal, TraceId traceId) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.set(TraceId.HEADER, traceId.value());
        if (refusal.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(refusal.retryAfter())));
        }
    }

    /** At least one, and rounded up: whoever waits that long is not too early. */
    private static long wholeSeconds(@Nullable Duration wait) {
        return wait == null ? 1 : Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
