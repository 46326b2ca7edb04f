package cn.huiyin.rehearsal;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.Account;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who plays a quarter: the people of the demo street, and a grid worker for each of its grids. */
@Component
class QuarterPeople {

    private static final String STREET = "qinghe";
    private static final String SURNAMES = "曹魏陶姜戚谢邹喻苏潘葛范彭鲁韦马";

    private final Community community;
    private final DemoStreet street;
    private final AccountStore accounts;

    QuarterPeople(Community community, DemoStreet street, AccountStore accounts) {
        this.community = community;
        this.street = street;
        this.accounts = accounts;
    }

    /**
     * Whoever goes round a grid.
     *
     * @param secretary the 社区管理员 of its community
     */
    record Rounder(Place grid, Caller worker, Caller secretary) {

        String community() {
            return grid.path().wider().orElseThrow().last().value();
        }
    }

    Mono<List<Rounder>> settle() {
        List<Place> grids = community.atlas().places().stream()
                .filter(place -> place.kind() == PlaceKind.GRID)
                .filter(place -> place.street().value().equals(STREET))
                .toList();
        return Flux.range(0, grids.size())
                .concatMap(n -> settle(grids.get(n), n))
                .collectList();
    }

    private Mono<Rounder> settle(Place grid, int n) {
        String number = grid.id().value().substring(STREET.length() + 1);
        String name = SURNAMES.charAt(n % SURNAMES.length()) + "芒种";
        var worker = new DemoPerson(
                "demo-grid-worker-" + number, name, List.of(Post.at(Role.GRID_WORKER, grid.path())), null, true);
        return street.settle(worker)
                .then(Mono.defer(() -> Mono.zip(
                        played(worker.code()), played("demo-dispatcher-" + number.substring(0, number.indexOf('-'))))))
                .map(both -> new Rounder(grid, both.getT1(), both.getT2()))
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(new Fault("quarter", "演练的人还在搬进来，请稍等"))));
    }

    /** Whoever takes up what a unit is sent. */
    Mono<Caller> handlerOf(UnitId unit) {
        var handler =
                new DemoPerson("demo-handler-" + unit.value(), "唐小寒", List.of(Post.in(Role.HANDLER, unit)), null, true);
        return played(handler.code())
                .switchIfEmpty(Mono.defer(() -> street.settle(handler).then(played(handler.code()))));
    }

    /** Somebody, by what they log in with. */
    Mono<Caller> played(String code) {
        return accounts.find("o-" + code).map(Account::asCaller);
    }
}
