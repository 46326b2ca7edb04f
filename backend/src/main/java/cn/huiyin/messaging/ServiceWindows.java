package cn.huiyin.messaging;

import cn.huiyin.messaging.store.Windows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what lets the official account write to a person as customer service 客服消息, for a while. */
@Component
public class ServiceWindows {

    private final Windows windows;

    public ServiceWindows(Windows windows) {
        this.windows = windows;
    }

    /** The person did something that opens a window. */
    public Mono<Void> opened(String mpOpenid, Opening opening) {
        return opening == Opening.WROTE ? windows.wrote(mpOpenid) : windows.tapped(mpOpenid);
    }

    /** One message is about to be written to the person; says whether, as far as we know, it may be. */
    public Mono<Boolean> spend(String mpOpenid) {
        return windows.spend(mpOpenid);
    }

    /** The platform says that the window is closed. */
    public Mono<Void> closed(String mpOpenid) {
        return windows.closed(mpOpenid);
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
