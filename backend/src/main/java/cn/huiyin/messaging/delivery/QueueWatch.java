package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.store.Queue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the gauges of the queue true, every now and then. */
@Component
public class QueueWatch {

    private final Queue queue;
    private final Meters meters;

    public QueueWatch(Queue queue, Meters meters) {
        this.queue = queue;
        this.meters = meters;
    }

    public Mono<Void> look() {
        return queue.due()
                .doOnNext(depth -> meters.queue(depth.due(), depth.oldest()))
                .then();
    }
}
