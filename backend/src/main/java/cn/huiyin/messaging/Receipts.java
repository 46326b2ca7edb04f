package cn.huiyin.messaging;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what a platform says about a message after it took it. May be told twice, late, or never. */
@Component
public class Receipts {

    /** It was shown to the person. */
    public Mono<Void> arrived(String channel, String receipt) {
        return Mono.empty();
    }

    /** It was taken and then not shown. */
    public Mono<Void> failed(String channel, String receipt, String reason) {
        return Mono.empty();
    }
}
