package cn.huiyin.safety;

import cn.huiyin.background.Loop;
import cn.huiyin.safety.store.Checks;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the gauges of the content check true. */
@Component
class ContentWatch extends Loop {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Checks checks;
    private final ContentMeters meters;

    ContentWatch(Checks checks, ContentMeters meters) {
        super("the content check could not be measured", EVERY);
        this.checks = checks;
        this.meters = meters;
    }

    @Override
    protected Mono<?> round() {
        return checks.depth().doOnNext(meters::depth);
    }
}
