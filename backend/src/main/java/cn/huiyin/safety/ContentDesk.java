package cn.huiyin.safety;

import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.messaging.Notice;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.store.Reviews;
import cn.huiyin.safety.store.Reviews.Item;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** For those who review what WeChat doubts or cannot tell: 社区管理员 and 督办 of the place. */
@Component
public class ContentDesk {

    private static final Set<Role> REVIEW = EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR);

    private final Reviews reviews;

    ContentDesk(Reviews reviews) {
        this.reviews = reviews;
    }

    /** What a human decides. */
    public enum Decision {
        RELEASE(CheckState.RELEASED),
        REFUSE(CheckState.REFUSED);

        private final CheckState state;

        Decision(CheckState state) {
            this.state = state;
        }
    }

    /** The newest first; 403 for whoever reviews nothing. */
    public Mono<List<Item>> page(Caller caller, Set<CheckState> states, long before, int size) {
        List<String> places = caller.posts().stream()
                .filter(post -> REVIEW.contains(post.role()))
                .map(Post::place)
                .filter(Objects::nonNull)
                .map(Objects::toString)
                .toList();
        return places.isEmpty()
                ? Mono.error(Refusal.notYours("NOT_ALLOWED", "只有社区管理员和督办可以核对内容"))
                : reviews.page(states, places, before, size);
    }

    /** 404 for what is elsewhere. */
    public Mono<Item> find(Caller caller, long id) {
        return reviews.find(id)
                .filter(item -> REVIEW.stream().anyMatch(role -> caller.is(role, new PlacePath(item.place()))))
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("CONTENT_NOT_FOUND", "没有这段内容")));
    }

    /**
     * Lets it through or hides it for good, and then its author hears of it.
     *
     * @param version the one that was looked at
     */
    public Mono<Item> decide(Caller caller, long id, int version, Decision decision, @Nullable String note) {
        if (decision == Decision.REFUSE && (note == null || note.isBlank())) {
            return Mono.error(Refusal.invalid(new Fault("note", "请写一句不通过的原因")));
        }
        return find(caller, id).flatMap(item -> decide(caller, item, version, decision, note));
    }

    private Mono<Item> decide(Caller caller, Item item, int version, Decision decision, @Nullable String note) {
        if (item.version() != version) {
            return Mono.error(stale());
        }
        if (!item.isOpen()) {
            return Mono.error(Refusal.conflict(
                    "MOVE_REFUSED", "这段内容已经是“%s”".formatted(item.state().chinese())));
        }
        return reviews.decide(item, decision.state, caller.id().value(), note, notices(item, decision))
                .as(LastingWrite::of)
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(ContentDesk::stale))
                .then(Mono.defer(() -> find(caller, item.id())));
    }

    private static Refusal stale() {
        return Refusal.of(412, "STALE", "这段内容刚刚有了新变化，请刷新后再操作");
    }

    private static List<Notice> notices(Item item, Decision decision) {
        return decision == Decision.RELEASE
                ? List.of()
                : List.of(new Notice(
                        item.subjectKind().equals("ticket") ? "CONTENT_REFUSED" : "CONTENT_REFUSED_ELSEWHERE",
                        "content/%d/refused".formatted(item.id()),
                        item.street(),
                        ContentSubject.KIND,
                        Long.toString(item.id()),
                        new AccountId(item.author()),
                        null,
                        Map.of()));
    }
}
