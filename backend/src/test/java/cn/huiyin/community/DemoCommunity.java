package cn.huiyin.community;

import cn.huiyin.snapshot.Edition;
import cn.huiyin.snapshot.Snapshot;
import reactor.core.publisher.Mono;

/** The invented street in memory, for tests that need no database to know a place. */
public final class DemoCommunity {

    private DemoCommunity() {}

    public static Community open() {
        var snapshot =
                new Snapshot<>("the demo street", Mono.just(1L), Mono.just(new Edition<>(1, DemoStreet.atlas())));
        snapshot.refresh().block();
        return new Community(snapshot);
    }
}
