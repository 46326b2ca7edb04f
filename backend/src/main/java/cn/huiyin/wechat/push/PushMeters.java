package cn.huiyin.wechat.push;

import cn.huiyin.wechat.push.Pushes.Claimed;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * What an operator watches: {@code huiyin.wechat.pushes} by app, kind and what became of them, and
 * {@code huiyin.wechat.pushes.parked}, which should be nothing.
 */
@Component
class PushMeters {

    private final MeterRegistry registry;
    private final Listeners listeners;
    private final AtomicLong parked;

    PushMeters(MeterRegistry registry, Listeners listeners) {
        this.registry = registry;
        this.listeners = listeners;
        this.parked = registry.gauge("huiyin.wechat.pushes.parked", new AtomicLong());
    }

    void count(Claimed claimed, String what) {
        count(claimed.app(), claimed.kind(), what);
    }

    /** A kind that nobody knows is not a name of its own, or names without end could be made. */
    void count(PushApp app, String kind, String what) {
        var known = listeners.to(app, kind).isPresent() ? kind : "other";
        registry.counter("huiyin.wechat.pushes", "app", app.name(), "kind", known, "what", what)
                .increment();
    }

    void parked(long now) {
        parked.set(now);
    }
}
