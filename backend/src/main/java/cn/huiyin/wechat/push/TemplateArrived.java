package cn.huiyin.wechat.push;

import cn.huiyin.messaging.Receipts;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What became of a template message of the official account. */
@Component
class TemplateArrived implements PushListener {

    private static final String CHANNEL = "TEMPLATE";
    private static final String SUCCESS = "success";

    private final Receipts receipts;

    TemplateArrived(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public PushApp app() {
        return PushApp.MP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("event:templatesendjobfinish");
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        var receipt = pushed.field("MsgID");
        var status = pushed.field("Status");
        return (status.equals(SUCCESS)
                        ? receipts.arrived(CHANNEL, receipt)
                        : receipts.notShown(CHANNEL, receipt, status))
                .filter(known -> known)
                .switchIfEmpty(Mono.error(new Unmatched("no message with this receipt")))
                .then(Mono.empty());
    }
}
