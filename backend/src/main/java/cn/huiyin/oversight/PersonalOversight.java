package cn.huiyin.oversight;

import cn.huiyin.household.Household;
import cn.huiyin.household.Households;
import cn.huiyin.household.LastOfHome;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.HomeState;
import cn.huiyin.oversight.store.Forgetting;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What oversight holds on a person: which of their visits were looked into, what they did as a supervisor or for their
 * community, and what was said of their home. Words about a home go with the last of its people who asks for it.
 */
@Component
class PersonalOversight implements PersonalData {

    private static final int TURN = 8;

    private final Forgetting forgetting;
    private final Households households;
    private final LastOfHome last;
    private final Accounts accounts;

    PersonalOversight(Forgetting forgetting, Households households, LastOfHome last, Accounts accounts) {
        this.forgetting = forgetting;
        this.households = households;
        this.last = last;
        this.accounts = accounts;
    }

    @Override
    public String section() {
        return "oversight";
    }

    /** Before the household file, which knows who lives there. */
    @Override
    public int turn() {
        return TURN;
    }

    @Override
    public Mono<Map<String, Object>> export(long account) {
        return forgetting
                .visitsLookedInto(account)
                .flatMap(visits -> forgetting.deeds(account).flatMap(deeds -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    if (!visits.isEmpty()) {
                        told.put("visitsLookedInto", visits);
                    }
                    if (!deeds.isEmpty()) {
                        told.put("deeds", deeds);
                    }
                    return told.isEmpty() ? Mono.<Map<String, Object>>empty() : Mono.just(told);
                }));
    }

    @Override
    public Mono<List<String>> erase(long account) {
        return home(account)
                .filterWhen(home -> last.is(home, account))
                .flatMap(home -> forgetting.empty(home.id().value()))
                .thenReturn(List.of("走访抽查和整改里关于您家的说明，在家中没有其他登记的人时已经删除；哪次走访被抽查、结果如何的记录依法保留。"));
    }

    private Mono<Household> home(long account) {
        return accounts.homeOf(new AccountId(account))
                .filter(home -> home.state() == HomeState.CONFIRMED && home.room() != null)
                .flatMap(home -> households.at(home.path().last(), String.valueOf(home.room())));
    }
}
