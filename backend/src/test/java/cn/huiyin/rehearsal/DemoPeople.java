package cn.huiyin.rehearsal;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.store.AccountStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who can be played: the people of the demo street, by the names that WeChat and the service have for them. */
@RestController
class DemoPeople {

    private static final Map<Role, String> WORDS = Map.of(
            Role.GRID_WORKER, "网格员",
            Role.HANDLER, "承办人",
            Role.UNIT_LEAD, "单位负责人",
            Role.DISPATCHER, "社区管理员",
            Role.SUPERVISOR, "督办",
            Role.ADMIN, "管理员");

    private final Community community;
    private final DemoStreet street;
    private final AccountStore accounts;
    private final List<DemoPerson> all = new CopyOnWriteArrayList<>(DemoPerson.ALL);

    DemoPeople(Community community, DemoStreet street, AccountStore accounts) {
        this.community = community;
        this.street = street;
        this.accounts = accounts;
    }

    /** Somebody more moves in and can be played. */
    Mono<Void> welcome(DemoPerson person, String room) {
        return street.settle(person, room).then(Mono.fromRunnable(() -> all.add(person)));
    }

    @GetMapping("/rehearsal/people")
    Mono<People> all() {
        return Flux.fromIterable(all).concatMap(this::played).collectList().map(items -> new People(items, null));
    }

    private Mono<Played> played(DemoPerson person) {
        return accounts.find(person.miniappOpenid())
                .map(account -> new Played(
                        person.code(),
                        account.id().toString(),
                        account.displayName(),
                        duty(person),
                        !person.posts().isEmpty(),
                        person.miniappOpenid(),
                        person.mpOpenid()));
    }

    private String duty(DemoPerson person) {
        Atlas atlas = community.atlas();
        return person.home() != null
                ? atlas.inWords(person.home())
                : person.posts().stream().map(post -> duty(post, atlas)).collect(Collectors.joining("、"));
    }

    private static String duty(Post post, Atlas atlas) {
        String where = post.unit() != null
                ? atlas.unit(post.unit()).orElseThrow().name()
                : atlas.place(post.place().last()).orElseThrow().name();
        return where + " " + WORDS.get(post.role());
    }

    record People(List<Played> items, @Nullable String nextCursor) {}

    /**
     * @param code what they log in with
     * @param duty where they live, or what they are trusted with
     * @param openid in the mini-program
     * @param mpOpenid in the official account
     */
    record Played(
            String code, String accountId, String name, String duty, boolean staff, String openid, String mpOpenid) {}
}
