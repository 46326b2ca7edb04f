package cn.huiyin.identity.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.store.SessionStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns the token of a request into its {@link Caller} with one look-up in Redis. */
@Component
class SessionIntrospector implements ReactiveOpaqueTokenIntrospector, ReactiveOpaqueTokenAuthenticationConverter {

    private final SessionStore sessions;

    SessionIntrospector(SessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return sessions.find(token)
                .<OAuth2AuthenticatedPrincipal>map(Holder::new)
                .switchIfEmpty(Mono.error(() -> new BadOpaqueTokenException("no such session")));
    }

    @Override
    public Mono<Authentication> convert(String token, OAuth2AuthenticatedPrincipal holder) {
        return Mono.just(new CallerAuthentication(((Holder) holder).caller(), token));
    }

    /** Carries the caller from the look-up to the authentication, in the clothes Spring Security wants. */
    private record Holder(Caller caller) implements OAuth2AuthenticatedPrincipal {

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of();
        }

        @Override
        public String getName() {
            return caller.id().toString();
        }
    }
}
