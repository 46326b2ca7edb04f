package cn.huiyin.messaging;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.messaging.store.OutboxRows;
import cn.huiyin.messaging.store.OutboxRows.Item;
import cn.huiyin.messaging.store.OutboxRows.Move;
import cn.huiyin.messaging.store.OutboxRows.Streets;
import cn.huiyin.messaging.store.StoppedTemplates;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** For whoever runs it: what could not be sent and why, sending it again or giving it up. */
@Component
public class OperatorDesk {

    private static final Refusal NOT_YOURS = Refusal.notYours("NOT_ALLOWED", "只有管理员可以查看和处理发送情况");
    private static final Refusal UNKNOWN = Refusal.unknown("MESSAGE_NOT_FOUND", "没有这条消息");
    private static final Refusal MOVE_REFUSED = Refusal.conflict("MOVE_REFUSED", "这条消息现在的状态不能这样处理");
    private static final Refusal NOT_STOPPED = Refusal.unknown("TEMPLATE_NOT_STOPPED", "这个模板没有被停用");

    private final OutboxRows outbox;
    private final StoppedTemplates stopped;

    public OperatorDesk(OutboxRows outbox, StoppedTemplates stopped) {
        this.outbox = outbox;
        this.stopped = stopped;
    }

    /** The newest first. */
    public Mono<List<Item>> page(Caller caller, String state, @Nullable String occasion, long before, int size) {
        return reach(caller).flatMap(streets -> outbox.page(state, occasion, streets, before, size));
    }

    public Mono<String> find(Caller caller, long id) {
        return reach(caller).flatMap(streets -> outbox.find(id, streets)).switchIfEmpty(Mono.error(UNKNOWN));
    }

    /** The message as it is afterwards. */
    public Mono<String> move(Caller caller, long id, Move move) {
        return find(caller, id)
                .then(reach(caller))
                .flatMap(streets -> outbox.move(id, move, streets, caller.id().value()))
                .flatMap(moved -> moved ? find(caller, id) : Mono.error(MOVE_REFUSED));
    }

    public Mono<String> overview(Caller caller) {
        return reach(caller).then(outbox.overview());
    }

    public Mono<Void> release(Caller caller, String templateId) {
        return reach(caller)
                .then(stopped.release(templateId))
                .flatMap(released -> released ? Mono.empty() : Mono.error(NOT_STOPPED));
    }

    /** An admin of a street sees its messages, an admin of everything sees all. */
    private static Mono<Streets> reach(Caller caller) {
        if (!caller.is(Role.ADMIN)) {
            return Mono.error(NOT_YOURS);
        }
        var places = caller.posts().stream()
                .filter(post -> post.role() == Role.ADMIN)
                .map(post -> Objects.toString(post.place(), ""))
                .toList();
        return Mono.just(new Streets(
                places.contains("/")
                        ? Optional.empty()
                        : Optional.of(places.stream()
                                .filter(place -> place.matches("/[^/]+/"))
                                .map(place -> place.substring(1, place.length() - 1))
                                .toList())));
    }
}
