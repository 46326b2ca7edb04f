package cn.huiyin.identity.web;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import cn.huiyin.identity.OpenDoor;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who may pass. Open doors carry no security filter at all; everything else needs a session, looked up once in Redis.
 * What a caller may do beyond that is decided by each module from the {@code Caller}.
 *
 * <p>Metrics and the other actuator endpoints need an {@code ADMIN}, unless {@code management.server.port} gives them a
 * port of their own: that port is open, so keep it inside.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Gate {

    private static final List<OpenDoor> OPEN = List.of(
            new OpenDoor(HttpMethod.POST, "/api/v1/sessions"),
            new OpenDoor(HttpMethod.GET, "/api/v1/categories/**"),
            new OpenDoor(HttpMethod.GET, "/openapi.yaml"),
            new OpenDoor(HttpMethod.GET, "/actuator/health/**"),
            new OpenDoor(null, "/wechat/**"));

    /** What only an administrator changes, in modules that do not know who calls. */
    private static final String[] ADMIN_WRITES = {"/api/v1/categories/**", "/api/v1/places/**", "/api/v1/units/**"};

    @Bean
    @Order(1)
    SecurityWebFilterChain openDoors(
            ObjectProvider<OpenDoor> declared,
            @Value("${server.port:8080}") int port,
            @Value("${management.server.port:${server.port:8080}}") int managementPort) {
        Stream<ServerWebExchangeMatcher> doors = Stream.concat(OPEN.stream(), declared.orderedStream())
                .map(door -> pathMatchers(door.method(), door.pattern()));
        Stream<ServerWebExchangeMatcher> inside =
                port == managementPort ? Stream.empty() : Stream.of(exchange -> arrivedAt(managementPort, exchange));
        return new Unguarded(
                new OrServerWebExchangeMatcher(Stream.concat(doors, inside).toList()));
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain sessionsOnly(ServerHttpSecurity http, SessionIntrospector introspector) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(rules -> rules.pathMatchers("/actuator/**", "/api/v1/keys/**")
                        .hasAuthority("ADMIN")
                        .pathMatchers("/api/v1/audit/**")
                        .hasAnyAuthority("SUPERVISOR", "ADMIN")
                        .pathMatchers(HttpMethod.GET)
                        .authenticated()
                        .pathMatchers(ADMIN_WRITES)
                        .hasAuthority("ADMIN")
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Gate::askToLogIn)
                        .accessDeniedHandler(
                                (exchange, denied) -> Mono.error(Refusal.notYours("NOT_ALLOWED", "您没有办理这件事的权限"))))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(Gate::askToLogIn)
                        .bearerTokenConverter(new TokenOrTicket())
                        .opaqueToken(opaque -> opaque.introspector(introspector).authenticationConverter(introspector)))
                .build();
    }

    /** Spring Security would measure each of its filters for each request; one measure of the whole is enough. */
    @Bean
    SecurityObservationSettings unmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** A request that the firewall takes for an attack, told like any other failure. */
    @Bean
    ServerExchangeRejectedHandler firewall() {
        return (exchange, rejected) -> Mono.error(rejected);
    }

    private static Mono<Void> askToLogIn(ServerWebExchange exchange, AuthenticationException why) {
        return Mono.error(Refusal.loginAgain("LOGIN_REQUIRED", "请先登录"));
    }

    private static Mono<MatchResult> arrivedAt(int port, ServerWebExchange exchange) {
        boolean inside =
                Objects.requireNonNull(exchange.getRequest().getLocalAddress()).getPort() == port;
        return inside ? MatchResult.match() : MatchResult.notMatch();
    }

    /** Lets through what matches, with no filter on the way. */
    private record Unguarded(ServerWebExchangeMatcher doors) implements SecurityWebFilterChain {

        @Override
        public Mono<Boolean> matches(ServerWebExchange exchange) {
            return doors.matches(exchange).map(MatchResult::isMatch);
        }

        @Override
        public Flux<WebFilter> getWebFilters() {
            return Flux.empty();
        }
    }
}
