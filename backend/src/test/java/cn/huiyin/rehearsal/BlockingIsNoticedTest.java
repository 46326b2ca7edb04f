package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
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
}
