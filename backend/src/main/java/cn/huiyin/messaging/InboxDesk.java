package cn.huiyin.messaging;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.store.InboxRows;
import cn.huiyin.messaging.store.InboxRows.Message;
import cn.huiyin.problem.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everybody's own in-app messages. */
@Component
public class InboxDesk {

    private static final Refusal UNKNOWN = Refusal.unknown("MESSAGE_NOT_FOUND", "没有这条消息");

    private final InboxRows inbox;

    public InboxDesk(InboxRows inbox) {
        this.inbox = inbox;
    }

    /** The newest first. */
    public Mono<List<Message>> page(Caller caller, long before, int size, boolean unreadOnly) {
        return inbox.page(caller.id().value(), before, size, unreadOnly);
    }

    public Mono<Void> read(Caller caller, long id) {
        return inbox.read(caller.id().value(), id)
                .filter(there -> there)
                .switchIfEmpty(Mono.error(UNKNOWN))
                .then();
    }
}
