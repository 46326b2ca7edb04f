package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.store.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the gauges of the queue true, every now and then. */
@Component
public class QueueWatch {

    private static final int EVERY = 10;

    private final Queue queue;
    private final Meters meters;
    private final AtomicInteger looks = new AtomicInteger();

    public QueueWatch(Queue queue, Meters meters) {
        this.queue = queue;
        this.meters = meters;
    }

    /** Asked after each round; looks at every tenth. */
    public Mono<Void> look() {
        return Mono.defer(() -> looks.getAndIncrement() % EVERY == 0
                ? queue.due()
                        .doOnNext(depth -> meters.queue(depth.due(), depth.oldest()))
                        .then()
                : Mono.empty());
    }
}
