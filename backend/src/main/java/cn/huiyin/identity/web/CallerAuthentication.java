package cn.huiyin.identity.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.SessionKey;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** What Spring Security holds while a request runs: the {@link Caller} and the token they came with. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient String token;
    private final transient SessionKey session;

    CallerAuthentication(Caller caller, String token, SessionKey session) {
        super(AuthorityUtils.createAuthorityList(caller.posts().stream()
                .map(post -> post.role().name())
                .distinct()
                .toList()));
        this.caller = caller;
        this.token = token;
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public SessionKey getDetails() {
        return session;
    }

    @Override
    public String getCredentials() {
        return token;
    }

    /** The account's id, for modules that know a {@link java.security.Principal} only. */
    @Override
    public String getName() {
        return caller.id().toString();
    }

    @Override
    public String toString() {
        return "CallerAuthentication[" + getName() + "]";
    }
}
