package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Route;
import cn.huiyin.messaging.domain.Settlement;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an operator watches, and what calls one at night. Nothing here names a person. */
@Component
public class Meters {

    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

    private final MeterRegistry registry;
    private final AtomicLong depth;
    private final AtomicLong oldestSeconds;
    private final AtomicLong inHand;
    private final AtomicLong grantsDiffering;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.depth = registry.gauge("huiyin.messages.due", new AtomicLong());
        this.oldestSeconds = registry.gauge("huiyin.messages.oldest.due.seconds", new AtomicLong());
        this.grantsDiffering = registry.gauge("huiyin.messages.grants.differing", new AtomicLong());
        this.inHand = registry.gauge("huiyin.messages.in.hand", new AtomicLong());
    }

    /** What this node has in its hands. */
    void inHand(int messages) {
        inHand.set(messages);
    }

    /** What is due and not finished: how many, and for how long the oldest. */
    void queue(long due, Duration oldest) {
        depth.set(due);
        oldestSeconds.set(oldest.toSeconds());
    }

    /** Grants of which the page and WeChat do not tell alike. */
    void grantsDiffer(long now) {
        grantsDiffering.set(now);
    }

    void settled(Job job, Settlement as, Duration late) {
        switch (as.state()) {
            case SENT -> {
                registry.counter("huiyin.messages.sent", "channel", String.valueOf(as.channel()))
                        .increment();
                registry.timer("huiyin.messages.late").record(late);
            }
            case DEAD -> {
                failed(as);
                alarm(
                        "DEAD",
                        "message {} ({}) cannot be sent: {}",
                        job.id(),
                        job.occasion(),
                        String.valueOf(as.error()));
            }
            case WAITING -> failed(as);
            default -> {}
        }
    }

    /** What was decided: out, held and why, summarised. */
    void routed(Route route) {
        var way = route instanceof Route.Held held
                ? "HELD_" + held.why()
                : route instanceof Route.Summarised ? "SUMMARISED" : "OUT";
        registry.counter("huiyin.messages.routed", "as", way).increment();
    }

    void templateStopped(String key, String reason) {
        alarm("TEMPLATE_STOPPED", "template {} is refused and stopped: {}", key, reason);
    }

    private void failed(Settlement as) {
        var reason =
                as.notReached() != null ? as.notReached() : as.doubt() ? "UNKNOWN" : as.tomorrow() ? "QUOTA" : "RETRY";
        registry.counter("huiyin.messages.failed", "reason", as.state() == Settlement.State.DEAD ? "DEAD" : reason)
                .increment();
    }

    private void alarm(String kind, String text, Object... values) {
        registry.counter("huiyin.messages.alarms", "kind", kind).increment();
        LOG.error(text, values);
    }
}
