package cn.huiyin.messaging;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.messaging.delivery.Breakers;
import cn.huiyin.messaging.domain.Advice;
import cn.huiyin.messaging.domain.Mending;
import cn.huiyin.messaging.store.OutboxRows;
import cn.huiyin.messaging.store.OutboxRows.Item;
import cn.huiyin.messaging.store.OutboxRows.Streets;
import cn.huiyin.messaging.store.StoppedTemplates;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** For whoever runs it: what could not be sent and why, sending it again or giving it up. */
@Component
public class OperatorDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Refusal NOT_YOURS = Refusal.notYours("NOT_ALLOWED", "只有管理员可以查看和处理发送情况");
    private static final Refusal UNKNOWN = Refusal.unknown("MESSAGE_NOT_FOUND", "没有这条消息");
    private static final Refusal MOVE_REFUSED = Refusal.conflict("MOVE_REFUSED", "这条消息现在的状态不能这样处理");
    private static final Refusal NOT_STOPPED = Refusal.unknown("TEMPLATE_NOT_STOPPED", "这个模板没有被停用");

    private final OutboxRows outbox;
    private final StoppedTemplates stopped;
    private final Breakers breakers;

    public OperatorDesk(OutboxRows outbox, StoppedTemplates stopped, Breakers breakers) {
        this.outbox = outbox;
        this.stopped = stopped;
        this.breakers = breakers;
    }

    /** The newest first. */
    public Mono<List<Item>> page(Caller caller, String state, @Nullable String occasion, long before, int size) {
        return reach(caller).flatMap(streets -> outbox.page(state, occasion, streets, before, size));
    }

    /** With what can be done about it. */
    public Mono<String> find(Caller caller, long id) {
        return reach(caller)
                .flatMap(streets -> outbox.find(id, streets))
                .map(OperatorDesk::withAdvice)
                .switchIfEmpty(Mono.error(UNKNOWN));
    }

    private static String withAdvice(String body) {
        var message = (ObjectNode) JSON.readTree(body);
        var error = message.path("lastError");
        return message.put(
                        "advice",
                        Advice.on(message.path("state").asString(""), error.isString() ? error.asString() : null))
                .toString();
    }

    /** From the beginning, with what was put right; the message as it is afterwards. */
    public Mono<String> sendAgain(Caller caller, long id, Mending mending) {
        return moved(
                caller,
                id,
                streets -> outbox.sendAgain(id, mending, streets, caller.id().value()));
    }

    /** The message as it is afterwards. */
    public Mono<String> giveUp(Caller caller, long id) {
        return moved(
                caller, id, streets -> outbox.giveUp(id, streets, caller.id().value()));
    }

    private Mono<String> moved(Caller caller, long id, Function<Streets, Mono<Boolean>> move) {
        return find(caller, id)
                .then(reach(caller))
                .flatMap(move)
                .flatMap(moved -> moved ? find(caller, id) : Mono.error(MOVE_REFUSED));
    }

    /** Dead letters of one occasion with the same error, the oldest first; says how many. */
    public Mono<Long> sendAllAgain(Caller caller, String occasion, String error, int most) {
        return reach(caller)
                .flatMap(streets -> outbox.sendAllAgain(
                        occasion, error, most, streets, caller.id().value()));
    }

    public Mono<String> overview(Caller caller) {
        return reach(caller).then(Mono.defer(() -> outbox.overview(breakers.states())));
    }

    public Mono<Void> release(Caller caller, String templateId) {
        return (caller.isChief() ? stopped.release(templateId) : Mono.<Boolean>error(NOT_YOURS))
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
