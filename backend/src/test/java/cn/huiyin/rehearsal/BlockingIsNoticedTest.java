package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class BlockingIsNoticedTest {

    @Test
    void aBlockingCallOnAnEventLoopIsAnError() {
        var nap = Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return "slept";
                })
                .subscribeOn(Schedulers.parallel());

        assertThatThrownBy(() -> nap.block(Duration.ofSeconds(5))).hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    /** Whoever cancels a timer takes a short lock of all timers; an error thrown there would stop them for everybody. */
    @Test
    void droppingATimerIsNoBlocking() {
        var timers = Schedulers.newSingle("timers");
        var loops = Schedulers.newParallel("loops", 4);
        try {
            Flux.range(0, 200_000)
                    .parallel(4)
                    .runOn(loops)
                    .doOnNext(each ->
                            timers.schedule(() -> {}, 1, TimeUnit.MINUTES).dispose())
                    .sequential()
                    .blockLast(Duration.ofSeconds(60));
        } finally {
            loops.dispose();
            timers.dispose();
        }
    }
}
