package cn.huiyin.wechat.push;

import cn.huiyin.messaging.Receipts;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of subscribe messages of the mini-program. */
@Component
class SubscribeArrived implements PushListener {

    private static final String CHANNEL = "SUBSCRIBE";
    private static final String NO_ERROR = "0";

    private final Receipts receipts;

    SubscribeArrived(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public PushApp app() {
        return PushApp.MINIAPP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("event:subscribe_msg_sent_event");
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        return Flux.fromIterable(pushed.list(Pushed.LIST))
                .concatMap(this::receipt)
                .all(known -> known)
                .filter(known -> known)
                .switchIfEmpty(Mono.error(new Unmatched("no message with this receipt")))
                .then(Mono.empty());
    }

    private Mono<Boolean> receipt(Map<String, String> item) {
        var receipt = item.getOrDefault("MsgID", "");
        var code = item.getOrDefault("ErrorCode", "");
        return code.equals(NO_ERROR)
                ? receipts.arrived(CHANNEL, receipt)
                : receipts.notShown(CHANNEL, receipt, (code + " " + item.getOrDefault("ErrorStatus", "")).strip());
    }
}
