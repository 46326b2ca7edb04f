package cn.huiyin.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Where every failure ends, whether a controller, a filter or the framework raised it; comes before Boot's own. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemTeller teller;

    ProblemHandler(ProblemTeller teller) {
        this.teller = teller;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (isAnsweredByNetty(exchange.getResponse())) {
            return Mono.never();
        }
        Refusal refusal = Failures.explain(failure);
        if (refusal.status() == 500 && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return hungUp(exchange);
        }
        TraceId traceId = TraceId.of(exchange.getRequest());
        record(exchange, failure, refusal, traceId);
        if (failure instanceof ErrorResponse response) {
            // Allow of a 405, Accept of a 415
            exchange.getResponse().getHeaders().putAll(response.getHeaders());
        }
        return teller.tell(exchange, refusal, traceId);
    }

    /**
     * A body that stops being HTTP midway, such as a broken chunk: Netty has said 400 and closes the connection, and that
     * cancels whatever still works for it.
     */
    private static boolean isAnsweredByNetty(ServerHttpResponse response) {
        return undecorated(response) instanceof AbstractServerHttpResponse ours
                && ours.getNativeResponse() instanceof HttpServerResponse netty
                && netty.hasSentHeaders();
    }

    /**
     * The caller's own line broke while they were still speaking (that to PostgreSQL or Redis breaks in words of their
     * drivers). Nobody hears an answer, and Netty cancels whatever still works for a line that is closed.
     */
    private static Mono<Void> hungUp(ServerWebExchange exchange) {
        log.debug("{} hung up before it was answered", where(exchange));
        return Mono.never();
    }

    private static ServerHttpResponse undecorated(ServerHttpResponse response) {
        return response instanceof ServerHttpResponseDecorator decorated
                ? undecorated(decorated.getDelegate())
                : response;
    }

    /** Once, and with a stack only where a programmer is needed. What a client did wrong is no news. */
    private static void record(ServerWebExchange exchange, Throwable failure, Refusal refusal, TraceId traceId) {
        String where = where(exchange);
        try (var traced = MDC.putCloseable("traceId", traceId.value())) {
            if (refusal.status() == 500) {
                log.error("{} failed, trace {}", where, traceId, failure);
            } else if (refusal.status() > 500) {
                log.warn(
                        "{} answered {} {}, trace {}: {}",
                        where,
                        refusal.status(),
                        refusal.code(),
                        traceId,
                        failure.toString());
            } else if (log.isDebugEnabled()) {
                log.debug("{} refused {} {}, trace {}", where, refusal.status(), refusal.code(), traceId);
            }
        }
    }

    private static String where(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod() + " "
                + exchange.getRequest().getPath().value();
    }
}
