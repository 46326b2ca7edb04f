package cn.huiyin.identity.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.SessionKey;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.identity.store.StreamTickets;
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

/** Turns the token of a request, or the ticket of a stream, into its {@link Caller}; a token with one look-up in Redis. */
@Component
class SessionIntrospector implements ReactiveOpaqueTokenIntrospector, ReactiveOpaqueTokenAuthenticationConverter {

    private final SessionStore sessions;
    private final StreamTickets tickets;

    SessionIntrospector(SessionStore sessions, StreamTickets tickets) {
        this.sessions = sessions;
        this.tickets = tickets;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return (token.startsWith(TokenOrTicket.TICKET) ? byTicket(token) : byToken(token))
                .<OAuth2AuthenticatedPrincipal>map(holder -> holder)
                .switchIfEmpty(Mono.error(() -> new BadOpaqueTokenException("no such session")));
    }

    private Mono<Holder> byToken(String token) {
        return sessions.find(token).map(caller -> new Holder(caller, SessionStore.keyOf(token)));
    }

    private Mono<Holder> byTicket(String ticket) {
        return tickets.redeem(ticket.substring(TokenOrTicket.TICKET.length()))
                .flatMap(session -> sessions.find(session).map(caller -> new Holder(caller, session)));
    }

    @Override
    public Mono<Authentication> convert(String token, OAuth2AuthenticatedPrincipal holder) {
        Holder known = (Holder) holder;
        return Mono.just(new CallerAuthentication(known.caller(), token, known.session()));
    }

    /** Carries the caller from the look-up to the authentication, in the clothes Spring Security wants. */
    private record Holder(Caller caller, SessionKey session) implements OAuth2AuthenticatedPrincipal {

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
