package cn.huiyin.care;

import cn.huiyin.care.domain.Plan;
import cn.huiyin.care.store.Cares;
import cn.huiyin.care.store.Forgetting;
import cn.huiyin.household.Household;
import cn.huiyin.household.Households;
import cn.huiyin.household.LastOfHome;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Home;
import cn.huiyin.identity.HomeState;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What cares hold on a person: the care of their home, and the households that they look after. Words about a home go with the
 * last of its people who asks for it; as long as others live there they are theirs too.
 */
@Component
class PersonalCare implements PersonalData {

    private static final int TURN = 8;

    private final Cares cares;
    private final Forgetting forgetting;
    private final Households households;
    private final LastOfHome last;
    private final Accounts accounts;

    PersonalCare(Cares cares, Forgetting forgetting, Households households, LastOfHome last, Accounts accounts) {
        this.cares = cares;
        this.forgetting = forgetting;
        this.households = households;
        this.last = last;
        this.accounts = accounts;
    }

    @Override
    public String section() {
        return "care";
    }

    /** Before the household file, which knows who lives there. */
    @Override
    public int turn() {
        return TURN;
    }

    private Mono<Household> home(long account) {
        return accounts.homeOf(new AccountId(account))
                .filter(home -> home.state() == HomeState.CONFIRMED && home.room() != null)
                .flatMap(this::home);
    }

    private Mono<Household> home(Home home) {
        return households.at(home.path().last(), String.valueOf(home.room()));
    }

    @Override
    public Mono<Map<String, Object>> export(long account) {
        return home(account)
                .flatMap(home -> cares.plan(home.id().value()))
                .map(planned ->
                        Optional.ofNullable(planned.event().said().plan()).map(Plan::plain))
                .defaultIfEmpty(Optional.empty())
                .flatMap(plain -> forgetting.steps(account).map(steps -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    plain.ifPresent(words -> told.put("planOfMyHome", words));
                    if (!steps.isEmpty()) {
                        told.put("stepsAsSpecialist", steps);
                    }
                    return told;
                }))
                .filter(told -> !told.isEmpty());
    }

    @Override
    public Mono<List<String>> erase(long account) {
        return home(account)
                .filterWhen(home -> last.is(home, account))
                .flatMap(home -> forgetting.empty(home.id().value()))
                .thenReturn(List.of("专员服务里关于您家的计划和回顾，在家中没有其他登记的人时已经删除；哪天由谁服务的记录依法保留。"));
    }
}
