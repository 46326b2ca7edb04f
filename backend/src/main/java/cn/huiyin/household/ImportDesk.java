package cn.huiyin.household;

import cn.huiyin.community.Place;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.ChangeReading.Told;
import cn.huiyin.household.ImportForm.Home;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.Room;
import cn.huiyin.household.store.Homes;
import cn.huiyin.household.store.HouseholdIds;
import cn.huiyin.household.store.Importing;
import cn.huiyin.household.store.Importing.Opening;
import cn.huiyin.household.store.KeptAnswer;
import cn.huiyin.household.store.Saving.NewHome;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes in a whole building at once: all rows are good, or none is taken. Rooms that have their file are left alone. */
@Service
public class ImportDesk {

    private static final int MOST_FAULTS = 50;

    private final FileDesk desk;
    private final Homes homes;
    private final Importing importing;
    private final HouseholdIds ids;
    private final HouseholdRules rules;
    private final Repeats repeats;
    private final JsonMapper json;

    ImportDesk(
            FileDesk desk,
            Homes homes,
            Importing importing,
            HouseholdIds ids,
            HouseholdRules rules,
            Repeats repeats,
            JsonMapper json) {
        this.desk = desk;
        this.homes = homes;
        this.importing = importing;
        this.ids = ids;
        this.rules = rules;
        this.repeats = repeats;
        this.json = json;
    }

    /** @param skipped rooms that had their file already */
    public record Imported(int created, List<String> skipped) {}

    public Mono<Answer> take(Caller caller, String buildingId, ImportForm form, Repeat repeat) {
        Place building = desk.building(caller, buildingId);
        return repeats.once(
                repeat, () -> take(building.path(), form, caller.id().value(), repeat));
    }

    /** For one who has seen to the reach. */
    public Mono<Answer> take(PlacePath building, ImportForm form, long by, Repeat repeat) {
        return homes.today()
                .zipWith(importing.rooms(building.last().value()))
                .flatMap(known -> take(building, form, by, repeat, known.getT1(), known.getT2()));
    }

    private Mono<Answer> take(
            PlacePath building, ImportForm form, long by, Repeat repeat, LocalDate today, Set<String> taken) {
        List<Opening> openings = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < form.homes().size(); i++) {
            Home home = form.homes().get(i);
            String at = "homes[" + i + "].";
            if (!seen.add(Room.key(home.room()))) {
                faults.add(new Fault(at + "room", "门牌 " + home.room() + " 出现了两次"));
            } else if (taken.contains(Room.key(home.room()))) {
                skipped.add(home.room());
            } else {
                read(home, at, building, by, today, openings, faults);
            }
        }
        if (!faults.isEmpty()) {
            return Mono.error(Refusal.invalid(faults.stream().limit(MOST_FAULTS).toList()));
        }
        Answer answer = new Answer(200, null, null, json.writeValueAsString(new Imported(openings.size(), skipped)));
        return importing
                .keep(openings, by, KeptAnswer.of(repeat, answer))
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("HOUSEHOLD_CHANGED", "这栋楼的档案刚刚有了变化，请再试一次")))
                .thenReturn(answer);
    }

    private void read(
            Home home,
            String at,
            PlacePath building,
            long by,
            LocalDate today,
            List<Opening> openings,
            List<Fault> faults) {
        try {
            openings.add(new Opening(
                    new NewHome(ids.fresh(), building, home.room().strip(), today),
                    ChangeReading.read(rules, HouseholdFile.empty(), home.asked(), new Told(today, by, at))));
        } catch (Refusal refused) {
            faults.addAll(refused.faults());
        }
    }
}
