package cn.huiyin.identity;

import cn.huiyin.identity.store.SessionStore;
import java.security.Principal;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether somebody who came in is still there: for answers that take longer than a moment. */
@Service
public class Presence {

    private final SessionStore sessions;

    public Presence(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** Whether the session that this principal came with still holds; while Redis is away it is taken to. */
    public Mono<Boolean> lasts(Principal who) {
        return who instanceof Authentication authentication && authentication.getCredentials() instanceof String token
                ? sessions.find(token).hasElement().onErrorReturn(true)
                : Mono.just(false);
    }
}
