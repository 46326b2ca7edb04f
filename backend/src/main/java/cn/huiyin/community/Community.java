package cn.huiyin.community;

import cn.huiyin.snapshot.Snapshot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door to places and units: an atlas in memory, at most ten seconds behind the database. */
@Component
public class Community {

    private final Snapshot<Atlas> atlas;

    Community(Snapshot<Atlas> atlas) {
        this.atlas = atlas;
    }

    /** The places and units as last read; 503 as long as they never were. */
    public Atlas atlas() {
        return atlas.get();
    }

    Mono<Atlas> refresh() {
        return atlas.refresh();
    }
}
