package cn.huiyin.safety;

import cn.huiyin.safety.domain.Step.Settle;
import cn.huiyin.safety.store.Checks.Depth;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What an operator watches of the content check. Nothing here names a person. */
@Component
class ContentMeters {

    private final MeterRegistry registry;
    private final AtomicLong pending;
    private final AtomicLong oldestSeconds;
    private final AtomicLong human;

    ContentMeters(MeterRegistry registry) {
        this.registry = registry;
        this.pending = registry.gauge("huiyin.content.pending", new AtomicLong());
        this.oldestSeconds = registry.gauge("huiyin.content.pending.oldest.seconds", new AtomicLong());
        this.human = registry.gauge("huiyin.content.human", new AtomicLong());
    }

    void depth(Depth depth) {
        pending.set(depth.pending());
        oldestSeconds.set(depth.oldest().toSeconds());
        human.set(depth.human());
    }

    void settled(Settle as, boolean kept) {
        if (kept) {
            registry.counter("huiyin.content.verdicts", "state", as.state().name(), "label", String.valueOf(as.label()))
                    .increment();
        }
    }

    void away() {
        registry.counter("huiyin.content.away").increment();
    }
}
