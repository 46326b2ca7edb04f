package cn.huiyin.visit;

import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.spi.VisitConsent;
import cn.huiyin.visit.store.Consents;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells household files which homes refuse visits, so that every list of homes shows it. */
@Component
class RefusedVisits implements VisitConsent {

    private final Consents consents;

    RefusedVisits(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Mono<Set<HouseholdId>> refusing(Collection<HouseholdId> homes) {
        return homes.isEmpty() ? Mono.just(Set.of()) : consents.refusing(homes);
    }
}
