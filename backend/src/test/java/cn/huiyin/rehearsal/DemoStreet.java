package cn.huiyin.rehearsal;

import cn.huiyin.community.CommunityDocument;
import cn.huiyin.community.CommunityImport;
import cn.huiyin.identity.Account;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Followers;
import cn.huiyin.identity.HomeState;
import cn.huiyin.identity.StaleSessions;
import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.identity.store.PostStore;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the fictional people move into 青禾街道 before the service takes its first call. Whoever is there already is left as
 * they are, so that a rehearsal can change them; a settling that was broken off goes on at the next start.
 */
@Component
class DemoStreet implements ApplicationRunner {

    /** Where each of them lives in their building. */
    static final String ROOM = "101";

    private final CommunityImport places;
    private final AccountStore accounts;
    private final PostStore posts;
    private final HomeStore homes;
    private final Followers followers;
    private final StaleSessions stale;
    private final DatabaseClient database;
    private final JsonMapper json;

    DemoStreet(
            CommunityImport places,
            AccountStore accounts,
            PostStore posts,
            HomeStore homes,
            Followers followers,
            StaleSessions stale,
            DatabaseClient database,
            JsonMapper json) {
        this.places = places;
        this.accounts = accounts;
        this.posts = posts;
        this.homes = homes;
        this.followers = followers;
        this.stale = stale;
        this.database = database;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        places.take(document(), AccountId.SYSTEM.value())
                .thenMany(Flux.fromIterable(DemoPerson.ALL))
                .concatMap(this::settle)
                .blockLast(Duration.ofMinutes(1));
    }

    private CommunityDocument document() throws IOException {
        try (var street = new ClassPathResource("demo/street.json").getInputStream()) {
            return json.readValue(street, CommunityDocument.class);
        }
    }

    /** Lets one person move in; nothing for whoever has. */
    Mono<Void> settle(DemoPerson person) {
        return settle(person, ROOM);
    }

    Mono<Void> settle(DemoPerson person, String room) {
        return accounts.find(person.miniappOpenid())
                .switchIfEmpty(enrol(person))
                .filter(account -> !account.displayName().equals(person.name()))
                .flatMap(account -> appoint(person, account)
                        .then(moveIn(person, room, account))
                        .then(follow(person))
                        .then(name(person, account)));
    }

    private Mono<Account> enrol(DemoPerson person) {
        return Mono.defer(() -> accounts.enrol(new WechatIdentity(person.miniappOpenid(), person.unionid())))
                .then(Mono.defer(() -> accounts.find(person.miniappOpenid())));
    }

    private Mono<Void> appoint(DemoPerson person, Account account) {
        return person.posts().isEmpty()
                ? Mono.empty()
                : posts.replace(account.id(), account.postsVersion(), person.posts(), AccountId.SYSTEM)
                        .then(Mono.defer(() -> stale.drop(account.id())));
    }

    private Mono<Void> moveIn(DemoPerson person, String room, Account account) {
        return Mono.justOrEmpty(person.home())
                .flatMap(home -> homes.ask(account.id(), home, room))
                .then(Mono.defer(
                        () -> Mono.zip(homes.find(account.id()), accounts.find(DemoPerson.GRID_WORKER_OPENID))))
                .flatMap(both -> homes.decide(
                        account.id(),
                        both.getT1().version(),
                        HomeState.CONFIRMED,
                        both.getT2().id()))
                .then();
    }

    private Mono<Void> follow(DemoPerson person) {
        return person.follows() ? followers.came(person.mpOpenid(), person.unionid()) : Mono.empty();
    }

    /** Last, since the name tells that somebody has settled. The product has no door for a name. */
    private Mono<Void> name(DemoPerson person, Account account) {
        return database.sql("UPDATE account SET display_name = :name WHERE id = :id")
                .bind("name", person.name())
                .bind("id", account.id().value())
                .then();
    }
}
