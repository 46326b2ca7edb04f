package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.store.MessageGrants;
import cn.huiyin.messaging.store.Queue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the gauges of the queue true, every now and then. */
@Component
public class QueueWatch {

    private final Queue queue;
    private final MessageGrants grants;
    private final Meters meters;

    public QueueWatch(Queue queue, MessageGrants grants, Meters meters) {
        this.queue = queue;
        this.grants = grants;
        this.meters = meters;
    }

    public Mono<Void> look() {
        return queue.due()
                .doOnNext(depth -> meters.queue(depth.due(), depth.urgent(), depth.oldest(), depth.dead()))
                .then(queue.quotas())
                .doOnNext(meters::quotas)
                .then(queue.grantsLeft())
                .doOnNext(meters::grantsLeft)
                .then(grants.differing())
                .doOnNext(meters::grantsDiffer)
                .then();
    }
}
