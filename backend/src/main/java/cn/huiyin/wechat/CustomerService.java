package cn.huiyin.wechat;

import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Customer-service messages of the official account 客服消息, for as long as a person's own message allows them. */
public final class CustomerService {

    private final MessageLine line;
    private final ServiceWindows windows;

    CustomerService(MessageLine line, ServiceWindows windows) {
        this.line = line;
        this.windows = windows;
    }

    /**
     * Says it, whatever we believe about the window: WeChat decides.
     *
     * @param text at most 2048 bytes
     */
    public Mono<Outcome> say(String mpOpenid, String text) {
        return windows.spend(mpOpenid).then(Mono.defer(() -> tell(mpOpenid, text)));
    }

    /** Says it if, as far as we know, the window is open. */
    Mono<Outcome> sayInTheWindow(String mpOpenid, String text) {
        return windows.spend(mpOpenid)
                .flatMap(open -> open
                        ? tell(mpOpenid, text)
                        : Mono.just(new Outcome.NextChannel(Cause.WINDOW_CLOSED, "没有可用的回话次数")));
    }

    private Mono<Outcome> tell(String mpOpenid, String text) {
        return line.send(Map.of("touser", mpOpenid, "msgtype", "text", "text", Map.of("content", text)))
                .flatMap(outcome ->
                        isClosed(outcome) ? windows.closed(mpOpenid).thenReturn(outcome) : Mono.just(outcome));
    }

    private static boolean isClosed(Outcome outcome) {
        return outcome instanceof Outcome.NextChannel next && next.cause() == Cause.WINDOW_CLOSED;
    }
}
