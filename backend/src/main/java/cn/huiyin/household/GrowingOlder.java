package cn.huiyin.household;

import cn.huiyin.background.Loop;
import cn.huiyin.household.store.Files;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Homes;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Saving;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.identity.AccountId;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * People turn 60 and infants grow up without anybody saying so: homes whose tags may change on a day are reckoned anew
 * when it has come. Any number of replicas may do so at once.
 */
@Component
class GrowingOlder extends Loop {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int BATCH = 50;

    private final Homes homes;
    private final Files files;
    private final Saving saving;

    GrowingOlder(Homes homes, Files files, Saving saving) {
        super("homes that came of age could not be reckoned anew", EVERY);
        this.homes = homes;
        this.files = files;
        this.saving = saving;
    }

    @Override
    protected Mono<Long> round() {
        return reckon().timeout(EVERY);
    }

    /** All that have come of age by today, batch by batch; says how many homes were reckoned anew. */
    Mono<Long> reckon() {
        return homes.comeOfAge(BATCH)
                .concatMap(this::reckon)
                .filter(done -> done)
                .count()
                .expand(done -> done == 0
                        ? Mono.empty()
                        : homes.comeOfAge(BATCH)
                                .concatMap(this::reckon)
                                .filter(saved -> saved)
                                .count())
                .reduce(0L, Long::sum);
    }

    /** False where somebody changed the file meanwhile; then it was reckoned by that. */
    private Mono<Boolean> reckon(HouseholdId id) {
        return files.find(id, Reader.everywhere(AccountId.SYSTEM), null, Asked.TODAY)
                .flatMap(stored -> saving.save(stored, List.of(), AccountId.SYSTEM.value(), Beside.NOTHING));
    }
}
