package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.store.Steps.Begun;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Leaves a channel alone that fails: no call is made to it for a while, then one to see whether it is well again. What
 * would leave by it waits meanwhile, and nothing is given up for that. One breaker for each channel, on each node for
 * itself. (A breaker by resilience4j; the time is the machine's, for it measures only how long.)
 */
@Component
public class Breakers {

    private static final Throwable FAILED = new ChannelFailed();
    private static final Map<State, Double> SHOWN = Map.of(State.CLOSED, 0.0, State.HALF_OPEN, 0.5, State.OPEN, 1.0);

    private final Map<String, CircuitBreaker> breakers;
    private final BreakerSettings settings;

    public Breakers(List<Channel> channels, BreakerSettings settings, MeterRegistry meters) {
        this.settings = settings;
        var config = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.least())
                .failureRateThreshold(settings.failures())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
                .build();
        this.breakers = channels.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Channel::name, channel -> CircuitBreaker.of(channel.name(), config)));
        breakers.forEach((channel, breaker) -> meters.gauge(
                "huiyin.messages.breaker",
                List.of(Tag.of("channel", channel)),
                breaker,
                now -> SHOWN.getOrDefault(now.getState(), 0.0)));
    }

    /** By channel: CLOSED where all is well, OPEN where it is left alone, HALF_OPEN where one call tries it. */
    public Map<String, String> states() {
        var states = new TreeMap<String, String>();
        breakers.forEach(
                (channel, breaker) -> states.put(channel, breaker.getState().name()));
        return states;
    }

    /** A permission is used by {@link #heard}, or given back. */
    boolean mayCall(String channel) {
        return of(channel).tryAcquirePermission();
    }

    void notCalled(String channel) {
        of(channel).releasePermission();
    }

    void unlessCalled(String channel, Begun begun) {
        if (begun != Begun.BEGUN) {
            notCalled(channel);
        }
    }

    /** Says whether it failed as the channel is in trouble as a whole. */
    boolean heard(String channel, Outcome outcome) {
        var breaker = of(channel);
        if (!isOfTheChannel(outcome)) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return false;
        }
        var wasWell = breaker.getState() == State.CLOSED;
        breaker.onError(0, TimeUnit.NANOSECONDS, FAILED);
        return !wasWell || breaker.getState() != State.CLOSED;
    }

    /**
     * How long a message waits before it asks again: longer each time, so that a long queue does not turn round and round
     * during a long outage, and not all at the same time. What is urgent asks at once when the channel is tried again.
     */
    Duration pause(String channel, int attempts, boolean urgent) {
        var pause = settings.pause();
        if (urgent) {
            return pause;
        }
        var growing = pause.multipliedBy(Math.max(1, Math.min(attempts, 100)));
        var wait = growing.compareTo(settings.longest()) > 0 ? settings.longest() : growing;
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() + 1));
    }

    /** A refusal of this one message says that the channel works. */
    private static boolean isOfTheChannel(Outcome outcome) {
        return outcome instanceof Outcome.Down
                || outcome instanceof Outcome.Unknown
                || outcome instanceof Outcome.Retry retry && retry.after() == null;
    }

    private CircuitBreaker of(String channel) {
        return Objects.requireNonNull(breakers.get(channel));
    }

    private static final class ChannelFailed extends RuntimeException {
        ChannelFailed() {
            super("the channel failed", null, false, false);
        }
    }
}
