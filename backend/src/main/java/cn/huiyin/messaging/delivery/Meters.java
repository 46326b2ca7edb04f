package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Route;
import cn.huiyin.messaging.domain.Settlement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an operator watches, and what calls one at night. Nothing here names a person. */
@Component
public class Meters {

    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

    private static final Duration[] STEPS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        Duration.ofHours(12)
    };
    private static final Pattern CODE = Pattern.compile("^(-?\\d{1,6}) ");

    private final MeterRegistry registry;
    private final MultiGauge quotasUsed;
    private final MultiGauge grants;
    private final AtomicLong urgent;
    private final AtomicLong dead;
    private final AtomicLong depth;
    private final AtomicLong oldestSeconds;
    private final AtomicLong inHand;
    private final AtomicLong grantsDiffering;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.depth = registry.gauge("huiyin.messages.due", new AtomicLong());
        this.oldestSeconds = registry.gauge("huiyin.messages.oldest.due.seconds", new AtomicLong());
        this.grantsDiffering = registry.gauge("huiyin.messages.grants.differing", new AtomicLong());
        this.urgent = registry.gauge("huiyin.messages.due.urgent", new AtomicLong());
        this.dead = registry.gauge("huiyin.messages.dead", new AtomicLong());
        this.quotasUsed = MultiGauge.builder("huiyin.messages.quota.used").register(registry);
        this.grants = MultiGauge.builder("huiyin.messages.grants.left").register(registry);
        this.inHand = registry.gauge("huiyin.messages.in.hand", new AtomicLong());
    }

    /** What this node has in its hands. */
    void inHand(int messages) {
        inHand.set(messages);
    }

    /** What is due and not finished: how many, and for how long the oldest. */
    void queue(long due, long hurrying, Duration oldest, long deadLetters) {
        depth.set(due);
        urgent.set(hurrying);
        dead.set(deadLetters);
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
                late(String.valueOf(as.channel())).record(late);
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
            case WAITING -> {
                if (as.failed() || as.goesOn() || as.tomorrow()) {
                    failed(as);
                } else {
                    registry.counter("huiyin.messages.put.off").increment();
                }
            }
            default -> {}
        }
        refused(as);
    }

    /** From due to sent, in steps that answer: at once, within seconds, within the hour. */
    private Timer late(String channel) {
        return Timer.builder("huiyin.messages.late")
                .tag("channel", channel)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** By the platform's own code, where it named one; there are no more than the platform has. */
    private void refused(Settlement as) {
        var code = as.error() == null ? null : CODE.matcher(as.error());
        if (code != null && code.find()) {
            registry.counter("huiyin.messages.refused", "code", code.group(1)).increment();
        }
    }

    /** Calls of today by channel, as counted in the database. */
    void quotas(Map<String, Long> used) {
        quotasUsed.register(
                used.entrySet().stream()
                        .map(entry -> Row.of(Tags.of("channel", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }

    /** Grants that people still have, by template; estimated from a part of them where there are many. */
    void grantsLeft(Map<String, Long> left) {
        grants.register(
                left.entrySet().stream()
                        .map(entry -> Row.of(Tags.of("template", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
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
