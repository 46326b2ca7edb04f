package cn.huiyin.messaging;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.domain.Hands;
import cn.huiyin.messaging.store.Todos;
import cn.huiyin.messaging.store.Todos.Todo;
import cn.huiyin.problem.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a human must do, and that it is done. */
@Component
public class TodoDesk {

    private static final Refusal UNKNOWN = Refusal.unknown("TODO_NOT_FOUND", "没有这件待办，或者已经办完了");

    private final Todos todos;

    public TodoDesk(Todos todos) {
        this.todos = todos;
    }

    /** The newest first. */
    public Mono<List<Todo>> page(Caller caller, String state, long before, int size) {
        return todos.page(Hands.of(caller), state, before, size);
    }

    /** The open tasks in somebody's hands, in words; the newest first. */
    public Mono<List<String>> openInWords(Caller caller, int most) {
        return todos.page(Hands.of(caller), "OPEN", Long.MAX_VALUE, most)
                .map(open -> open.stream().map(Todo::sentence).toList());
    }

    public Mono<Todo> done(Caller caller, long id, String note) {
        return todos.done(Hands.of(caller), id, note).switchIfEmpty(Mono.error(UNKNOWN));
    }
}
