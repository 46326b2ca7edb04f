package cn.huiyin.messaging;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.store.Fates;
import cn.huiyin.messaging.store.Fates.Sent;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The door for what a platform says about a message after it took it. May be told twice, late, or never; may also be told
 * before we have written down that it was sent, and is then to be told again.
 */
@Component
public class Receipts {

    private final Catalogue catalogue;
    private final Fates fates;
    private final MeterRegistry meters;

    public Receipts(Catalogue catalogue, Fates fates, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.fates = fates;
        this.meters = meters;
    }

    /** It was shown to the person; says whether we know of such a message. */
    public Mono<Boolean> arrived(String channel, String receipt) {
        return fates.find(channel, receipt)
                .flatMap(sent -> fates.arrived(sent).doOnNext(isNew -> count(isNew, channel, "ARRIVED")))
                .hasElement();
    }

    /**
     * It was taken and then not shown; says whether we know of such a message. Who must be reached is tried by the next
     * channel, and where there is none a human gets the task.
     *
     * @param reason in the platform's words
     */
    public Mono<Boolean> notShown(String channel, String receipt, String reason) {
        return fates.find(channel, receipt)
                .flatMap(sent -> notShown(sent, reason).doOnNext(isNew -> count(isNew, channel, "NOT_SHOWN")))
                .hasElement();
    }

    private Mono<Boolean> notShown(Sent sent, String reason) {
        var mustReach = catalogue.find(sent.occasion()).map(Entry::mustReach).orElse(false);
        return mustReach ? fates.goOn(sent, word(reason), reason) : fates.notShown(sent, reason);
    }

    /** A word of the catalogue, for the human who may get the task. */
    private static String word(String reason) {
        return reason.contains("block") || reason.contains("refuse") ? "BLOCKED" : "NOT_SHOWN";
    }

    private void count(boolean isNew, String channel, String fate) {
        if (isNew) {
            meters.counter("huiyin.messages.receipts", "channel", channel, "fate", fate)
                    .increment();
        }
    }
}
