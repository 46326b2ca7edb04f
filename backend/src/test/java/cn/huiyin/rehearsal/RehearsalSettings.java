package cn.huiyin.rehearsal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/** What the service gains when it is rehearsed or tested. */
@Configuration(proxyBeanMethods = false)
class RehearsalSettings {

    @Bean
    RehearsalClock rehearsalClock(DatabaseClient database) {
        return new RehearsalClock(database);
    }

    /** Whoever rehearses needs no login for the clock and the stand-in. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain rehearsalIsOpenToAll(ServerHttpSecurity http) {
        return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/rehearsal/**"))
                .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
                .csrf(CsrfSpec::disable)
                .build();
    }
}
