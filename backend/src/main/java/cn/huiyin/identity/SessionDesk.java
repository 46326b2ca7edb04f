package cn.huiyin.identity;

import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.identity.spi.WechatLogin;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.PostStore;
import cn.huiyin.identity.store.SessionStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets people in and out. */
@Service
public class SessionDesk {

    private final WechatLogin wechat;
    private final AccountStore accounts;
    private final PostStore posts;
    private final SessionStore sessions;
    private final IdentitySettings settings;

    public SessionDesk(
            WechatLogin wechat,
            AccountStore accounts,
            PostStore posts,
            SessionStore sessions,
            IdentitySettings settings) {
        this.wechat = wechat;
        this.accounts = accounts;
        this.posts = posts;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Logs in whoever stands behind the code; the first time, this is where their account comes from. */
    public Mono<Session> login(String code) {
        return wechat.login(code).flatMap(this::welcome).flatMap(this::begin);
    }

    public Mono<Void> logout(Caller caller, String token) {
        return sessions.close(caller.id(), token);
    }

    private Mono<Account> welcome(WechatIdentity person) {
        return accounts.find(person.openid())
                .filter(known -> person.unionid() == null || person.unionid().equals(known.unionid()))
                .switchIfEmpty(Mono.defer(() -> accounts.enrol(person).then(accounts.find(person.openid()))))
                .flatMap(account -> crownFirstAdmin(account, person));
    }

    private Mono<Account> crownFirstAdmin(Account account, WechatIdentity person) {
        if (!settings.firstAdminOpenids().contains(person.openid())) {
            return Mono.just(account);
        }
        return accounts.crown(account.id()).then(accounts.find(account.id()));
    }

    /**
     * Begins a session and looks again: posts that changed meanwhile may have missed it when they dropped the
     * sessions, so then it begins anew with what is true now.
     */
    private Mono<Session> begin(Account account) {
        Caller caller = account.asCaller();
        return sessions.open(caller, settings.sessionOf(caller))
                .flatMap(session -> posts.version(account.id())
                        .filter(version -> version == account.postsVersion())
                        .map(same -> session)
                        .switchIfEmpty(Mono.defer(() -> sessions.close(account.id(), session.token())
                                .then(accounts.find(account.id()))
                                .flatMap(this::begin))));
    }
}
