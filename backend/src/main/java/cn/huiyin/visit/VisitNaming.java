package cn.huiyin.visit;

import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the names that a page needs, all people and all homes of it at once. */
@Component
class VisitNaming {

    private final Accounts accounts;
    private final Households households;

    VisitNaming(Accounts accounts, Households households) {
        this.accounts = accounts;
        this.households = households;
    }

    Mono<VisitNames> of(Collection<Long> people, Collection<String> homes) {
        return Mono.zip(
                people.isEmpty()
                        ? Mono.just(Map.of())
                        : accounts.contacts(
                                Set.copyOf(people.stream().map(AccountId::new).toList())),
                homes.isEmpty()
                        ? Mono.just(Map.of())
                        : households
                                .find(Set.copyOf(
                                        homes.stream().map(HouseholdId::new).toList()))
                                .collectMap(Household::id),
                VisitNames::new);
    }
}
