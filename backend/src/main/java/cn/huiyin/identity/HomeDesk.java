package cn.huiyin.identity;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where grid workers confirm who lives in their grids; dispatchers see to it where a grid has nobody. */
@Service
public class HomeDesk {

    private static final Set<Role> DECIDERS = Set.of(Role.GRID_WORKER, Role.DISPATCHER);

    private final HomeStore homes;

    public HomeDesk(HomeStore homes) {
        this.homes = homes;
    }

    /** The homes within the caller's reach, oldest first, beginning after {@code (since, last)}. */
    public Mono<List<Home>> list(Caller caller, HomeState state, Instant since, AccountId last, int size) {
        List<PlacePath> reaches = reachesOf(caller);
        if (reaches.isEmpty()) {
            return Mono.error(Refusal.notYours("NOT_ALLOWED", "只有网格员和社区管理员可以查看居住信息"));
        }
        return homes.page(state, reaches, since, last, size);
    }

    /** @param version the one the caller has read */
    public Mono<Home> decide(Caller caller, AccountId whose, int version, HomeState decision) {
        return within(caller, whose)
                .flatMap(home -> homes.decide(whose, version, decision, caller.id())
                        .filter(done -> done)
                        .switchIfEmpty(Mono.error(() -> tooLate(home, version))))
                .then(Mono.defer(() -> within(caller, whose)));
    }

    private Mono<Home> within(Caller caller, AccountId whose) {
        return homes.find(whose)
                .filter(home -> reachesOf(caller).stream().anyMatch(reach -> reach.covers(home.path())))
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("HOME_NOT_FOUND", "没有找到这条居住信息")))
                .filter(home -> !whose.equals(caller.id()))
                .switchIfEmpty(Mono.error(() -> Refusal.notYours("OWN_HOME", "自己的住址请由其他网格员确认")));
    }

    private static Refusal tooLate(Home home, int version) {
        return home.version() == version
                ? Refusal.conflict("HOME_DECIDED", "这条居住信息已经处理过了")
                : Refusal.of(412, "STALE", "这条居住信息刚刚有了变化，请刷新后再操作");
    }

    private static List<PlacePath> reachesOf(Caller caller) {
        return caller.posts().stream()
                .filter(post -> DECIDERS.contains(post.role()))
                .flatMap(post -> java.util.stream.Stream.ofNullable(post.place()))
                .filter(reach -> !reach.equals(Post.EVERYWHERE))
                .toList();
    }
}
