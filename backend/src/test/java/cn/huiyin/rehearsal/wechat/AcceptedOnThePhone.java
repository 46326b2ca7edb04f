package cn.huiyin.rehearsal.wechat;

import cn.huiyin.identity.Caller;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a phone reports to us that its owner tapped "allow", WeChat has seen that tap before us. In a rehearsal nobody
 * taps, so the report itself is the tap: what it says was accepted is put into the stand-in.
 */
@Component
@Order(10)
@ConditionalOnProperty("huiyin.rehearsal.wechat.port")
class AcceptedOnThePhone implements WebFilter {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST = 64 * 1024;

    private final WechatStandIn wechat;
    private final DatabaseClient database;
    /** By the call of the report: what was tapped, by whom. */
    private final Map<String, BiConsumer<String, JsonNode>> reports =
            Map.of("POST /api/v1/subscriptions/grants", this::accepted, "PUT /api/v1/me/employee-binding", this::bound);

    AcceptedOnThePhone(WechatStandIn wechat, DatabaseClient database) {
        this.wechat = wechat;
        this.database = database;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var report = reports.get(request.getMethod() + " " + request.getPath().value());
        return report == null ? chain.filter(exchange) : overheard(exchange, chain, report);
    }

    private Mono<Void> overheard(
            ServerWebExchange exchange, WebFilterChain chain, BiConsumer<String, JsonNode> report) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST)
                .map(AcceptedOnThePhone::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body ->
                        tap(exchange, body, report).then(Mono.defer(() -> chain.filter(replayed(exchange, body)))));
    }

    private static ServerWebExchange replayed(ServerWebExchange exchange, byte[] body) {
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
        return exchange.mutate().request(request).build();
    }

    private Mono<Void> tap(ServerWebExchange exchange, byte[] body, BiConsumer<String, JsonNode> report) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.class)
                .flatMap(caller -> openid(caller.id().value()))
                .flatMap(openid ->
                        Mono.fromRunnable(() -> read(openid, body, report)).subscribeOn(Schedulers.boundedElastic()))
                .then();
    }

    private Mono<String> openid(long account) {
        return database.sql("SELECT miniapp_openid FROM account WHERE id = $1 AND miniapp_openid IS NOT NULL")
                .bind("$1", account)
                .map(row -> row.get(0, String.class))
                .one();
    }

    private static void read(String openid, byte[] body, BiConsumer<String, JsonNode> report) {
        try {
            report.accept(openid, JSON.readTree(body));
        } catch (JacksonException notForUs) {
            // the service will say so
        }
    }

    private void accepted(String openid, JsonNode report) {
        report.path("results").properties().stream()
                .filter(result -> result.getValue().asString("").equals("accept"))
                .filter(result -> wechat.knowsTemplate(result.getKey()))
                .forEach(result -> wechat.grant(openid, result.getKey(), 1));
    }

    private void bound(String openid, JsonNode report) {
        if (report.path("bound").isBoolean()) {
            wechat.employs(openid, report.path("bound").asBoolean());
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
