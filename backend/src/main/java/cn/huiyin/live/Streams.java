package cn.huiyin.live;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Presence;
import cn.huiyin.problem.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The open streams of this node: counted, kept alive, and ended: when the session ends, when they have lasted long, and
 * when the program stops, before the web server waits for its last answers.
 */
@Component
class Streams implements SmartLifecycle {

    private static final Duration COME_BACK = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final LiveSettings settings;
    private final Presence presence;
    private final Map<AccountId, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private volatile Sinks.Empty<Void> stop = Sinks.empty();
    private volatile boolean running;

    Streams(LiveSettings settings, Presence presence, MeterRegistry meters) {
        this.settings = settings;
        this.presence = presence;
        Gauge.builder("huiyin.live.streams", all, AtomicInteger::get).register(meters);
    }

    /** These events for as long as the stream may last, with a sign of life in between. */
    <T> Flux<ServerSentEvent<T>> keep(AccountId account, Principal who, Flux<ServerSentEvent<T>> events) {
        return Flux.defer(() -> {
            enter(account);
            return Flux.merge(events, beats().map(beat -> Streams.<T>comment("在")))
                    .startWith(ServerSentEvent.<T>builder()
                            .retry(COME_BACK)
                            .comment("你好")
                            .build())
                    .takeUntilOther(stop.asMono())
                    .takeUntilOther(endOfSession(who))
                    .take(settings.longest())
                    .doFinally(end -> leave(account));
        });
    }

    private Flux<Long> beats() {
        return Flux.interval(settings.heartbeat()).onBackpressureDrop();
    }

    private static <T> ServerSentEvent<T> comment(String word) {
        return ServerSentEvent.<T>builder().comment(word).build();
    }

    private Mono<Boolean> endOfSession(Principal who) {
        return beats().concatMap(beat -> presence.lasts(who))
                .filter(lasts -> !lasts)
                .next();
    }

    private void enter(AccountId account) {
        if (all.incrementAndGet() > settings.perNode()) {
            all.decrementAndGet();
            throw Refusal.unavailable("STREAMS_FULL", "现在看实时进展的人太多，请稍后再试", LATER);
        }
        if (open.merge(account, 1, Integer::sum) > settings.perPerson()) {
            leave(account);
            throw Refusal.tooOften("TOO_MANY_STREAMS", "您打开的实时页面太多，请先关掉几个", LATER);
        }
    }

    private void leave(AccountId account) {
        all.decrementAndGet();
        open.computeIfPresent(account, (it, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void start() {
        stop = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stop.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
