package cn.huiyin.wechat;

import cn.huiyin.messaging.spi.Outcome;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Customer-service messages of the official account 客服消息, for as long as a person's own message allows them. */
public final class CustomerService {

    private final MessageLine line;

    CustomerService(MessageLine line) {
        this.line = line;
    }

    /** @param text at most 2048 bytes */
    public Mono<Outcome> say(String mpOpenid, String text) {
        return line.send(Map.of("touser", mpOpenid, "msgtype", "text", "text", Map.of("content", text)));
    }
}
