package cn.huiyin.wechat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator what WeChat wants put right: counted each time ({@code huiyin.wechat.alarms}), logged once in ten
 * minutes for each kind, so that an outage is one line and not a flood.
 */
final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final MeterRegistry meters;
    private final Map<String, Long> lastTold = new ConcurrentHashMap<>();

    Alarms(MeterRegistry meters) {
        this.meters = meters;
    }

    void raise(WechatAnswers.Row row) {
        var code = String.valueOf(row.code());
        meters.counter("huiyin.wechat.alarms", "call", row.call().name(), "code", code)
                .increment();
        if (isNews(row.call() + " " + code)) {
            LOG.error("WeChat answered {} on {}: {} -> {}", code, row.call(), row.meaning(), row.reaction());
        }
    }

    private boolean isNews(String what) {
        var now = System.nanoTime();
        var told = lastTold.compute(what, (key, last) -> last == null || now - last > QUIET.toNanos() ? now : last);
        return told == now;
    }
}
