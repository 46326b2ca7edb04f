package cn.huiyin.rights;

import cn.huiyin.background.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries out requests to be forgotten when their time has come, one after the other; any number of replicas may. */
@Component
class ErasureRound extends Loop {

    private final RightsDesk desk;

    ErasureRound(RightsDesk desk, RightsSettings settings) {
        super("requests to be forgotten could not be carried out", settings.lookEvery());
        this.desk = desk;
    }

    @Override
    protected Mono<Long> round() {
        return desk.carryOutDue().timeout(Duration.ofMinutes(5));
    }
}
