package cn.huiyin.programme.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.Occupancy;
import cn.huiyin.programme.domain.Due;
import cn.huiyin.programme.domain.Frequency;
import cn.huiyin.programme.domain.Policy;
import cn.huiyin.programme.domain.PolicyFile;
import cn.huiyin.programme.domain.Way;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who is due and what is owed, against a plain model, along random histories of homes, visits, policies and days. */
@StoreTest
class DuePropertyTest {

    private static final List<String> BUILDINGS =
            List.of("/s1/c1/g1/b1/", "/s1/c1/g2/b2/", "/s1/c2/g3/b3/", "/s2/c3/g4/b4/");
    private static final List<String> PLACES = List.of("/s1/", "/s1/c1/", "/s2/c3/");

    private final DatabaseClient client;
    private final RehearsalClock clock;
    private final VisitPolicies policies;
    private final ByHand hand;

    /** What holds at a place for a class. */
    private record Held(Frequency rule, LocalDate since) {}

    private static final class Home {
        String building = "";
        HouseholdClass kind = HouseholdClass.ORDINARY;
        Occupancy status = Occupancy.OCCUPIED;
        LocalDate opened = LocalDate.EPOCH;
        LocalDate standing = LocalDate.EPOCH;
        final Map<LocalDate, List<Way>> met = new HashMap<>();
    }

    DuePropertyTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.client = client;
        this.clock = clock;
        this.policies = new VisitPolicies(client);
        this.hand = new ByHand(database);
    }

    private final Map<String, Home> homes = new HashMap<>();
    private final Map<String, Map<HouseholdClass, Held>> held = new HashMap<>();
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private LocalDate today = LocalDate.of(2026, 1, 1);

    @Test
    void whoIsDueAndWhatIsOwedIsWhatThePlainModelSays() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        stand(today);
        policies.begin().block();
        chooses("/", Policy.STANDARD);
        for (int step = 0; step < 150; step++) {
            step(random);
            if (step % 5 == 4) {
                everyHomeStandsAsItShould(seed, step);
            }
        }
    }

    private void step(Random random) {
        int kind = random.nextInt(12);
        if (homes.size() < 6 || kind == 0) {
            opens(random);
        } else if (kind < 6) {
            visited(random);
        } else if (kind < 8) {
            changes(random);
        } else if (kind < 9) {
            choosesAnew(random);
        } else {
            stand(today.plusDays(1 + random.nextInt(40)));
        }
    }

    private void opens(Random random) {
        Home home = new Home();
        home.building = any(random, BUILDINGS);
        home.kind = any(random, List.of(HouseholdClass.values()));
        home.status = any(random, List.of(Occupancy.values()));
        home.opened = today;
        home.standing = today;
        String room = "%03d".formatted(homes.size());
        homes.put(hand.home(home.building, room, home.kind.name(), home.status.name(), today), home);
    }

    private void visited(Random random) {
        String id = any(random, homes.keySet().stream().sorted().toList());
        Way way = any(random, List.of(Way.values()));
        boolean met = random.nextInt(4) > 0;
        LocalDate day = today.minusDays(random.nextInt(20));
        hand.visit(id, day, way.name(), met ? "MET" : "NOBODY_HOME");
        if (met) {
            home(id).met.computeIfAbsent(day, any -> new ArrayList<>()).add(way);
        }
    }

    private void changes(Random random) {
        String id = any(random, homes.keySet().stream().sorted().toList());
        Home home = home(id);
        if (random.nextBoolean()) {
            HouseholdClass kind = any(random, List.of(HouseholdClass.values()));
            hand.becomes(id, "class", kind.name());
            home.standing = kind == home.kind ? home.standing : today;
            home.kind = kind;
        } else {
            Occupancy status = any(random, List.of(Occupancy.values()));
            hand.becomes(id, "status", status.name());
            home.standing = nobody(status) == nobody(home.status) ? home.standing : today;
            home.status = status;
        }
    }

    private static boolean nobody(Occupancy status) {
        return status == Occupancy.EMPTY || status == Occupancy.AWAY;
    }

    private void choosesAnew(Random random) {
        String place = any(random, PLACES);
        String policy = any(random, List.of("STANDARD", "HALF_YEARLY"));
        assertThat(policies.choose(place, policy, versions.getOrDefault(place, 0), "试试", 7)
                        .block())
                .isTrue();
        versions.merge(place, 1, Integer::sum);
        chooses(place, policy);
    }

    private void chooses(String place, String policy) {
        Map<HouseholdClass, Held> before = new HashMap<>();
        for (HouseholdClass kind : HouseholdClass.values()) {
            Held known = heldAt(place, kind);
            Frequency rule = Objects.requireNonNull(PolicyFile.builtIn().get(policy))
                    .rules()
                    .get(kind);
            before.put(
                    kind,
                    new Held(rule, known != null && known.rule().every().equals(rule.every()) ? known.since() : today));
        }
        chosen.put(place, policy);
        held.put(place, before);
    }

    private @Nullable Held heldAt(String path, HouseholdClass kind) {
        return held.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey()))
                .max(java.util.Comparator.comparingInt(one -> one.getKey().length()))
                .map(one -> one.getValue().get(kind))
                .orElse(null);
    }

    private void everyHomeStandsAsItShould(long seed, int step) {
        Map<String, String> told = Objects.requireNonNull(client.sql("""
                        SELECT household, concat_ws(' ', state, owed, coalesce(due_on::text, 'null')) AS standing
                          FROM counted_due
                        """)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("household", String.class)),
                        Objects.requireNonNull(row.get("standing", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block());
        homes.forEach((id, home) -> assertThat(told.get(id))
                .as("seed %d, step %d, %s", seed, step, id)
                .isEqualTo(expected(home)));
    }

    private String expected(Home home) {
        Held now = Objects.requireNonNull(heldAt(home.building, home.kind));
        if (nobody(home.status)) {
            return "LEFT_OUT 0 null";
        }
        LocalDate last = home.met.entrySet().stream()
                .filter(day -> day.getValue().stream().anyMatch(now.rule().ways()::contains))
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo)
                .orElse(home.opened);
        LocalDate since = home.standing.isAfter(now.since()) ? home.standing : now.since();
        LocalDate due = now.rule().dueOn(last, since);
        return Due.of(due, now.rule().notice(), today) + " " + now.rule().owed(due, today) + " " + due;
    }

    private Home home(String id) {
        return Objects.requireNonNull(homes.get(id));
    }

    private void stand(LocalDate day) {
        today = day;
        clock.stopAt(day.atTime(LocalTime.NOON).atZone(ByHand.ZONE).toInstant());
    }

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
