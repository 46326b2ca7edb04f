package cn.huiyin.messaging.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.TodoDesk;
import cn.huiyin.messaging.store.Todos.Todo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tasks for humans. */
@RestController
@RequestMapping("/api/v1/todos")
class TodoController {

    private final TodoDesk desk;

    TodoController(TodoDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<MessagePage<Todo>> page(
            Caller caller,
            @RequestParam(name = "state", defaultValue = "OPEN") State state,
            @RequestParam(name = "cursor", defaultValue = MessagePage.FROM_THE_NEWEST)
                    @Min(value = 1, message = MessagePage.CURSOR) long cursor,
            @RequestParam(name = "size", defaultValue = "20")
                    @Min(value = 1, message = MessagePage.SIZE) @Max(value = 100, message = MessagePage.SIZE) int size) {
        return desk.page(caller, state.name(), cursor, size + 1).map(page -> MessagePage.of(page, size, Todo::id));
    }

    @PostMapping("/{id}/done")
    Mono<Todo> done(Caller caller, @PathVariable("id") long id, @Valid @RequestBody Done done) {
        return desk.done(caller, id, done.note().strip());
    }

    enum State {
        OPEN,
        DONE,
        WITHDRAWN
    }

    record Done(
            @NotBlank(message = "请写一句办得怎么样") @Size(max = 500, message = "最多 500 个字") String note) {}
}
