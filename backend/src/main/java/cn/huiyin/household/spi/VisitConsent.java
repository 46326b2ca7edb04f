package cn.huiyin.household.spi;

import cn.huiyin.household.HouseholdId;
import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Which homes have said that they want no visits; the visit module knows. Without it nobody has refused. */
public interface VisitConsent {

    /** Those of these homes that refuse visits at present. */
    Mono<Set<HouseholdId>> refusing(Collection<HouseholdId> homes);
}
