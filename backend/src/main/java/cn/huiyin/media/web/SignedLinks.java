package cn.huiyin.media.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** A link with a signature needs no session; the signature itself is looked at where the file is shown. */
@Configuration(proxyBeanMethods = false)
class SignedLinks {

    private static final WebFilter PASS = (exchange, chain) -> chain.filter(exchange);

    @Bean
    @Order(0)
    SecurityWebFilterChain signedMediaLinks() {
        return new MatcherSecurityWebFilterChain(SignedLinks::isSigned, List.of(PASS));
    }

    private static Mono<MatchResult> isSigned(ServerWebExchange exchange) {
        boolean signed = HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && exchange.getRequest().getPath().value().startsWith("/api/v1/media/")
                && exchange.getRequest().getQueryParams().containsKey("sig");
        return signed ? MatchResult.match() : MatchResult.notMatch();
    }
}
