package cn.huiyin.identity;

import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.identity.store.PhoneStore;
import cn.huiyin.identity.store.PostStore;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts invented people into a rehearsal or a test; the same person twice is one person. */
@Component
public class Settling {

    private final DatabaseClient database;
    private final AccountStore accounts;
    private final PhoneStore phones;
    private final PostStore posts;
    private final HomeStore homes;
    private final Followers followers;
    private final StaleSessions stale;

    public Settling(
            DatabaseClient database,
            AccountStore accounts,
            PhoneStore phones,
            PostStore posts,
            HomeStore homes,
            Followers followers,
            StaleSessions stale) {
        this.database = database;
        this.accounts = accounts;
        this.phones = phones;
        this.posts = posts;
        this.homes = homes;
        this.followers = followers;
        this.stale = stale;
    }

    /** Creates or updates their account as it is written. Sessions end only where the posts changed. */
    public Mono<AccountId> settle(Newcomer person) {
        return accounts.enrol(new WechatIdentity(person.openid(), person.unionid()))
                .then(Mono.defer(() -> accounts.find(person.openid())))
                .delayUntil(account -> name(account.id(), person))
                .delayUntil(account -> phone(account.id(), person))
                .delayUntil(account -> appoint(account, person))
                .delayUntil(account -> house(account.id(), person))
                .delayUntil(account ->
                        person.mpOpenid() == null ? Mono.empty() : followers.came(person.mpOpenid(), person.unionid()))
                .map(Account::id);
    }

    private Mono<Void> name(AccountId id, Newcomer person) {
        return database.sql("UPDATE account SET display_name = $2 WHERE id = $1")
                .bind(0, id.value())
                .bind(1, person.name())
                .then();
    }

    private Mono<Void> phone(AccountId id, Newcomer person) {
        return Mono.justOrEmpty(person.phone())
                .flatMap(phone -> phones.bind(id, PhoneNumber.read(phone).orElseThrow()));
    }

    private Mono<Void> appoint(Account account, Newcomer person) {
        var held = account.posts();
        if (held.containsAll(person.posts()) && person.posts().containsAll(held)) {
            return Mono.empty();
        }
        return posts.replace(account.id(), account.postsVersion(), person.posts(), AccountId.SYSTEM)
                .then(Mono.defer(() -> stale.drop(account.id())));
    }

    private Mono<Void> house(AccountId id, Newcomer person) {
        return Mono.justOrEmpty(person.home())
                .flatMap(home -> homes.ask(id, home, person.room()))
                .then(Mono.defer(() -> homes.find(id)))
                .flatMap(home -> homes.decide(id, home.version(), HomeState.CONFIRMED, id))
                .then();
    }
}
