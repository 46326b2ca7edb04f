package cn.huiyin.identity.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** By what a request says who sends it: the token in its header, or, for a stream only, a ticket in its address. */
final class TokenOrTicket implements ServerAuthenticationConverter {

    /** Before a ticket, where it passes for a token; no token begins so. */
    static final String TICKET = "ticket:";

    private final ServerAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String ticket = request.getQueryParams().getFirst("ticket");
        boolean byTicket = ticket != null
                && request.getMethod() == HttpMethod.GET
                && request.getPath().value().endsWith("/events")
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        return byTicket ? Mono.just(new BearerTokenAuthenticationToken(TICKET + ticket)) : header.convert(exchange);
    }
}
