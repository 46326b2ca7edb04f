package cn.huiyin.messaging.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.InboxDesk;
import cn.huiyin.messaging.store.InboxRows.Message;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** In-app messages. */
@RestController
@RequestMapping("/api/v1/inbox")
class InboxController {

    private final InboxDesk desk;

    InboxController(InboxDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<MessagePage<Message>> page(
            Caller caller,
            @RequestParam(name = "cursor", defaultValue = MessagePage.FROM_THE_NEWEST)
                    @Min(value = 1, message = MessagePage.CURSOR) long cursor,
            @RequestParam(name = "size", defaultValue = "20")
                    @Min(value = 1, message = MessagePage.SIZE) @Max(value = 100, message = MessagePage.SIZE) int size,
            @RequestParam(name = "unread", defaultValue = "false") boolean unread) {
        return desk.page(caller, cursor, size + 1, unread).map(page -> MessagePage.of(page, size, Message::id));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> read(Caller caller, @PathVariable("id") long id) {
        return desk.read(caller, id);
    }
}
