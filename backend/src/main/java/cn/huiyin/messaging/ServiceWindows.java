package cn.huiyin.messaging;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what lets the official account write to a person as customer service 客服消息, for a while. */
@Component
public class ServiceWindows {

    /** The person did something that opens a window. */
    public Mono<Void> opened(String mpOpenid, Opening opening) {
        return Mono.empty();
    }

    /** What opens a window. */
    public enum Opening {
        /** A message of theirs: 5 answers within 48 hours. */
        WROTE,
        /** A tap on the menu: 3 within a minute. */
        TAPPED,
        /** Began to follow: 3 within a minute. */
        FOLLOWED,
        /** Scanned our code: 3 within a minute. */
        SCANNED
    }
}
