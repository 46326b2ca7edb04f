package cn.huiyin.conversation.answering;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** People who ask for a person: whoever answers for their home by then. */
@Component
class PersonSubject implements Subject {

    static final String KIND = "person";

    /** Street, community, grid: from here on a grid worker answers for it. */
    private static final int A_GRID = 3;

    private final Staff staff;

    PersonSubject(Staff staff) {
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        PlacePath there = new PlacePath(message.facts().getOrDefault("placePath", "/"));
        return workers(there).map(people -> new Standing.Stands(people, message.facts()));
    }

    private Mono<List<AccountId>> workers(PlacePath there) {
        Mono<List<AccountId>> dispatchers = staff.holders(Role.DISPATCHER, there);
        return depth(there) < A_GRID
                ? dispatchers
                : staff.holders(Role.GRID_WORKER, there)
                        .flatMap(people -> people.isEmpty() ? dispatchers : Mono.just(people));
    }

    private static long depth(PlacePath path) {
        return path.value().chars().filter(letter -> letter == '/').count() - 1;
    }
}
