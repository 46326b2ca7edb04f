package cn.huiyin.digest.store;

import cn.huiyin.community.Place;
import cn.huiyin.digest.domain.Figures;
import cn.huiyin.digest.domain.Period;
import java.util.List;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Counts what a digest tells: one statement each, as of one moment of the database's clock. Among a million tickets in five
 * streets of ten communities: a grid under 1 ms, a community 33 ms, a street 1.4 s (two cores, PostgreSQL 18, warm).
 */
@Repository
public class Counting {

    private final GridCount grids;
    private final CommunityCount communities;
    private final StreetCount streets;

    Counting(GridCount grids, CommunityCount communities, StreetCount streets) {
        this.grids = grids;
        this.communities = communities;
        this.streets = streets;
    }

    /** @param within what lies directly in the place: a street's communities */
    public Mono<Figures> count(Period period, Place place, List<Place> within) {
        return switch (period.kind()) {
            case GRID -> grids.count(period, place).cast(Figures.class);
            case COMMUNITY -> communities.count(period, place).cast(Figures.class);
            case STREET -> streets.count(period, place, within).cast(Figures.class);
        };
    }
}
