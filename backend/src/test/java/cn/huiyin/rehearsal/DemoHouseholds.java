package cn.huiyin.rehearsal;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.household.ImportDesk;
import cn.huiyin.household.ImportForm;
import cn.huiyin.household.ImportForm.Given;
import cn.huiyin.household.ImportForm.Home;
import cn.huiyin.household.ImportForm.Person;
import cn.huiyin.household.Occupancy;
import cn.huiyin.household.domain.Relation;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the 64 buildings of the demo street with 36 households each, 2,304 in all, the same ones each time. Nobody in
 * them exists, and their phones belong to nobody.
 */
@RestController
@RequestMapping("/rehearsal/households")
class DemoHouseholds {

    private static final long SEED = 2304;
    private static final int FLOORS = 9;
    private static final int DOORS = 4;
    private static final String SURNAMES = "柏桑柳松梅兰竹菊荷莲杏桃李梨枫桐槐榆杨柯";
    private static final String NAMES = "春雨惊清谷立满芒夏暑秋露分霜降冬雪寒晴云岚溪川禾穗苗晓暮朝夕";
    private static final List<String> TAGS = List.of(
            "DISABLED", "LOW_INCOME", "HARDSHIP", "SEVERE_ILLNESS", "CHILD_IN_NEED", "CHRONIC_ILLNESS", "NEWCOMER");

    private final Community community;
    private final ImportDesk desk;
    private final JsonMapper json;

    DemoHouseholds(Community community, ImportDesk desk, JsonMapper json) {
        this.community = community;
        this.desk = desk;
        this.json = json;
    }

    record Moved(int households) {}

    @PostMapping
    Mono<Moved> moveIn() {
        Random random = new Random(SEED);
        List<Place> buildings = community.atlas().places().stream()
                .filter(place -> place.kind() == PlaceKind.BUILDING)
                .filter(place -> place.street().value().equals("qinghe"))
                .toList();
        List<Filled> street = buildings.stream()
                .map(building -> new Filled(building, homes(random, livesSomebodyToPlay(building))))
                .toList();
        return Flux.fromIterable(street)
                .concatMap(this::moveIn)
                .reduce(0, Integer::sum)
                .map(Moved::new);
    }

    private record Filled(Place building, ImportForm form) {}

    private Mono<Integer> moveIn(Filled filled) {
        Repeat once = new Repeat(AccountId.SYSTEM.value(), null, "");
        return desk.take(filled.building().path(), filled.form(), AccountId.SYSTEM.value(), once)
                .map(answer -> json.readTree(answer.body()).path("created").asInt());
    }

    private int phones = 1000;

    private static boolean livesSomebodyToPlay(Place building) {
        return DemoPerson.ALL.stream().anyMatch(person -> building.path().equals(person.home()));
    }

    private ImportForm homes(Random random, boolean played) {
        List<Home> homes = new ArrayList<>();
        for (int floor = 1; floor <= FLOORS; floor++) {
            for (int door = 1; door <= DOORS; door++) {
                homes.add(home(floor + "0" + door, random, played));
            }
        }
        return new ImportForm(homes);
    }

    /** Whoever can be played is at home: their flat is not empty. */
    private Home home(String room, Random random, boolean played) {
        int kind = played && room.equals(DemoStreet.ROOM) ? 0 : random.nextInt(100);
        Occupancy status = kind < 86
                ? Occupancy.OCCUPIED
                : kind < 92 ? Occupancy.RENTED : kind < 97 ? Occupancy.EMPTY : Occupancy.AWAY;
        List<Given> tags =
                random.nextInt(100) < 12 ? List.of(new Given(TAGS.get(random.nextInt(TAGS.size())), "演练")) : List.of();
        return new Home(room, status, status == Occupancy.EMPTY ? List.of() : people(random), tags);
    }

    /** One in twelve an old person alone, one in eight an old couple, one in six with an infant, and all the others. */
    private List<Person> people(Random random) {
        int kind = random.nextInt(24);
        if (kind < 2) {
            return List.of(person(random, 1936 + random.nextInt(28), Relation.HEAD));
        }
        if (kind < 5) {
            return List.of(
                    person(random, 1940 + random.nextInt(24), Relation.HEAD),
                    person(random, 1940 + random.nextInt(24), Relation.SPOUSE));
        }
        List<Person> people = new ArrayList<>();
        people.add(person(random, 1970 + random.nextInt(30), Relation.HEAD));
        people.add(person(random, 1970 + random.nextInt(30), Relation.SPOUSE));
        if (kind < 9) {
            people.add(person(random, 2023 + random.nextInt(4), Relation.CHILD));
        } else if (kind < 16) {
            people.add(person(random, 2008 + random.nextInt(14), Relation.CHILD));
        }
        return people;
    }

    private Person person(Random random, int year, Relation relation) {
        boolean grown = year < 2010;
        phones = phones >= 9999 ? 1000 : phones + 1;
        String birth = "%d-%02d-%02d".formatted(Math.min(year, 2025), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String name = "" + SURNAMES.charAt(random.nextInt(SURNAMES.length()))
                + NAMES.charAt(random.nextInt(NAMES.length()))
                + NAMES.charAt(random.nextInt(NAMES.length()));
        return new Person(name, birth, relation, grown ? "1390000" + phones : null, null);
    }
}
