package cn.huiyin.safety;

import cn.huiyin.background.Loop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks what is due, a few times a second, one round at a time. */
@Component
public class Checking extends Loop {

    private static final Duration A_BLINK = Duration.ofMillis(5);

    private final CheckRound round;
    private final SafetySettings settings;
    private final AtomicBoolean busy = new AtomicBoolean();

    Checking(CheckRound round, SafetySettings settings) {
        super("content could not be checked", settings.pollEvery());
        this.round = round;
        this.settings = settings;
    }

    /**
     * Checks all that is due by now and says how much it was; waits for a round that is under way. For rehearsals and
     * tests, which move the clock and want to see what follows.
     */
    public Mono<Integer> runUntilQuiet() {
        return alone(rounds()).repeatWhenEmpty(again -> again.delayElements(A_BLINK));
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            super.start();
        }
    }

    @Override
    protected Mono<?> round() {
        return alone(rounds());
    }

    /** One round after another until nothing was due. */
    private Mono<Integer> rounds() {
        return round.check().repeat().takeUntil(now -> now == 0).reduce(0, Integer::sum);
    }

    /** Nothing where a round is under way. */
    private Mono<Integer> alone(Mono<Integer> rounds) {
        return Mono.defer(
                () -> busy.compareAndSet(false, true) ? rounds.doFinally(end -> busy.set(false)) : Mono.empty());
    }
}
