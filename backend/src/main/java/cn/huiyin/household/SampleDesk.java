package cn.huiyin.household;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Samples;
import cn.huiyin.household.store.Samples.Sample;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether the files are right (S3: at least 95 %): a sample is drawn by a seed that is told, and checked at the doors. */
@Service
public class SampleDesk {

    private final Samples samples;
    private final HouseholdRules rules;
    private final Community community;

    SampleDesk(Samples samples, HouseholdRules rules, Community community) {
        this.samples = samples;
        this.rules = rules;
        this.community = community;
    }

    /** @param seed told to everybody before or with the sample, so that it can be drawn again */
    public Mono<Sample> draw(Caller caller, String place, String seed, int size) {
        Reader reader = reader(caller);
        Optional<PlacePath> path = community.atlas().pathOf(new PlaceId(place));
        if (path.filter(there -> !reader.partsAt(there.value()).isEmpty()).isEmpty()) {
            return Mono.error(Refusal.invalid(new Fault("placeId", "没有这个地点，或不归您管")));
        }
        return samples.draw(path.orElseThrow().value(), seed, size, caller.id().value())
                .flatMap(id -> samples.find(id, reader));
    }

    public Mono<Sample> show(Caller caller, long id) {
        return samples.find(id, reader(caller)).switchIfEmpty(Mono.error(SampleDesk::notThere));
    }

    /** @param wrong the fields that were not right; empty where all was */
    public Mono<Sample> check(Caller caller, long id, HouseholdId home, List<String> wrong) {
        boolean known = rules.fields().fields().containsAll(wrong);
        if (!known) {
            return Mono.error(Refusal.invalid(new Fault("wrong", "没有这样的栏目")));
        }
        return show(caller, id)
                .flatMap(sample -> samples.check(
                        id, home.value(), wrong.isEmpty(), wrong, caller.id().value()))
                .filter(done -> done)
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(new Fault("householdId", "这一户不在样本里"))))
                .then(Mono.defer(() -> show(caller, id)));
    }

    /** Whether enough of what was checked is right; nothing checked is not enough. */
    public boolean isEnough(Sample sample) {
        return sample.checked() > 0
                && (double) sample.right() / sample.checked() >= rules.review().accuracy();
    }

    private static Reader reader(Caller caller) {
        Reader reader = Reader.of(caller, Set.of(Role.DISPATCHER, Role.SUPERVISOR));
        if (reader.reachesNothing()) {
            throw Refusal.notYours("NOT_ALLOWED", "只有社区管理员和督办人员可以抽查档案");
        }
        return reader;
    }

    private static Refusal notThere() {
        return Refusal.unknown("SAMPLE_NOT_FOUND", "没有找到这次抽查");
    }
}
