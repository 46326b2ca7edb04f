package cn.huiyin.household.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.HouseholdRules;
import cn.huiyin.household.Occupancy;
import cn.huiyin.household.domain.Birth;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.Relation;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.household.store.Saving.NewHome;
import cn.huiyin.identity.AccountId;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class HistoryTest {

    private static final PlacePath BUILDING = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1/");
    private static final Reader ALL = Reader.everywhere(AccountId.SYSTEM);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final HouseholdIds ids = new HouseholdIds();
    private final Files files;
    private final Saving saving;
    private final DatabaseClient database;
    private final RehearsalClock clock;

    HistoryTest(DatabaseClient database, RehearsalClock clock) {
        this.database = database;
        this.clock = clock;
        FileJson json = new FileJson(new Vault(PrivacySettings.of(Keys.fresh())));
        files = new Files(database, json);
        saving = new Saving(database, json, HouseholdRules.builtIn());
        clock.stopAt(Instant.parse("2026-11-22T04:00:00Z"));
    }

    @Test
    void asOfADayEqualsAReplayOfWhatWasSaid() {
        for (int story = 0; story < 60; story++) {
            tellAndCompare(new Random(20261122 + story), story);
        }
    }

    private void tellAndCompare(Random random, int story) {
        HouseholdId id = open("P" + story);
        Replay replay = new Replay();
        for (int step = 0; step < 12; step++) {
            List<Change> said = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(any -> anyChange(random))
                    .toList();
            said.forEach(replay::hear);
            assertThat(saving.save(today(id), said, 7, Beside.NOTHING).block()).isTrue();
        }
        for (int ago = 0; ago <= Replay.DAYS; ago++) {
            LocalDate day = TODAY.minusDays(ago);
            assertThat(asOf(id, day).file())
                    .as("story %s, %s days ago", story, ago)
                    .isEqualTo(replay.on(day));
        }
    }

    private static Change anyChange(Random random) {
        LocalDate from = TODAY.minusDays(random.nextInt(Replay.DAYS));
        String key = List.of("member/m1", "member/m2", "tag/DISABLED", "wish/MEALS", "status", "note")
                .get(random.nextInt(6));
        if (random.nextInt(4) == 0 && !key.equals("status")) {
            return Change.gone(key, from, "不再如此");
        }
        int n = random.nextInt(1000);
        return Change.that(
                switch (key) {
                    case "tag/DISABLED" -> new Fact.Tag("DISABLED", "残疾证 " + n, null);
                    case "wish/MEALS" -> new Fact.Wish("MEALS", "第" + n + "样");
                    case "status" -> new Fact.Status(Occupancy.values()[n % 4]);
                    case "note" -> new Fact.Note("备注 " + n);
                    default -> member(key.substring("member/".length()), "某" + n, 1930 + n % 90);
                },
                from,
                null);
    }

    /** The same told day by day, as slowly as possible: what each day shows is rewritten with every word. */
    private static final class Replay {
        static final int DAYS = 40;
        private final Map<LocalDate, Map<String, HouseholdFile.Held>> days = new TreeMap<>();

        Replay() {
            for (int ago = 0; ago <= DAYS; ago++) {
                days.put(TODAY.minusDays(ago), new TreeMap<>());
            }
        }

        void hear(Change change) {
            days.forEach((day, shown) -> {
                boolean begun = !day.isBefore(change.from());
                HouseholdFile.Held before = shown.get(change.key());
                boolean overtaken = before != null && before.from().isAfter(change.from());
                if (begun && !overtaken) {
                    shown.put(change.key(), new HouseholdFile.Held(change.from(), change.fact()));
                }
            });
        }

        HouseholdFile on(LocalDate day) {
            return HouseholdFile.of(days.get(day));
        }
    }

    @Test
    void whoLearnsLaterWhatWasTrueEarlierChangesThePastAndNotThePresent() {
        HouseholdId id = open("L1");
        keep(id, Change.that(new Fact.Status(Occupancy.RENTED), TODAY.minusDays(5), null));
        keep(id, Change.that(new Fact.Status(Occupancy.AWAY), TODAY.minusDays(20), "儿子接去住了半年"));

        assertThat(today(id).file().status()).isEqualTo(Occupancy.RENTED);
        assertThat(today(id).home().status()).isEqualTo(Occupancy.RENTED);
        assertThat(asOf(id, TODAY.minusDays(10)).file().status()).isEqualTo(Occupancy.AWAY);
        assertThat(asOf(id, TODAY.minusDays(30)).file().status()).isEqualTo(Occupancy.OCCUPIED);
    }

    @Test
    void whatWasKnownAtAMomentCanBeAskedForToo() {
        HouseholdId id = open("K1");
        Instant before = clock.now();
        clock.stopAt(before.plus(Duration.ofHours(1)));
        keep(id, Change.that(new Fact.Status(Occupancy.AWAY), TODAY.minusDays(20), null));

        var then = files.find(id, ALL, null, new Asked(TODAY.minusDays(10), before))
                .block();
        assertThat(Objects.requireNonNull(then).file().status()).isEqualTo(Occupancy.OCCUPIED);
        assertThat(asOf(id, TODAY.minusDays(10)).file().status()).isEqualTo(Occupancy.AWAY);
    }

    @Test
    void ofTwoWhoChangeTheSameFileOneIsTold() {
        HouseholdId id = open("V1");
        StoredFile seen = today(id);
        keep(id, Change.that(new Fact.Note("先到"), TODAY, null));

        assertThat(saving.save(seen, List.of(Change.that(new Fact.Note("后到"), TODAY, null)), 8, Beside.NOTHING)
                        .block())
                .isFalse();
        assertThat(today(id).file().note()).isEqualTo("先到");
    }

    @Test
    void aRoomHasOneFileHoweverItIsSpelt() {
        open("3单元502室");

        assertThat(saving.open(new NewHome(ids.fresh(), BUILDING, "３-502", TODAY), List.of(), 7, Beside.NOTHING)
                        .block())
                .isFalse();
    }

    @Test
    void whatWasSaidStaysAsItWasSaid() {
        HouseholdId id = open("S1");
        keep(id, Change.that(new Fact.Note("甲"), TODAY, null));

        assertThatThrownBy(
                        () -> database.sql("UPDATE household_fact SET true_from = '2020-01-01' WHERE household = :id")
                                .bind("id", id.value())
                                .then()
                                .block())
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> database.sql("DELETE FROM household_fact WHERE household = :id")
                        .bind("id", id.value())
                        .then()
                        .block())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void aSealMovedToAnotherHomeDoesNotOpen() {
        HouseholdId one = open("M1");
        HouseholdId other = open("M2");
        keep(one, Change.that(new Fact.Note("甲家"), TODAY, null));
        keep(other, Change.that(new Fact.Note("乙家"), TODAY, null));
        database.sql("""
                        UPDATE household_fact SET sealed = (SELECT sealed FROM household_fact WHERE household = :one)
                         WHERE household = :other
                        """)
                .bind("one", one.value())
                .bind("other", other.value())
                .then()
                .block();

        assertThatThrownBy(() -> today(other)).hasMessageContaining("cannot open");
    }

    @Test
    void staffOfAnotherGridFindNothingAndLeaveNoTrace() {
        HouseholdId id = open("R1");
        Reader elsewhere = new Reader(9, List.of("GRID_WORKER"), List.of("/qinghe/qinghe-c1/qinghe-c1-g2/"));

        assertThat(files.find(id, elsewhere, new Reader.Look("VISIT", "FILE"), Asked.TODAY)
                        .block())
                .isNull();
        assertThat(database.sql("SELECT count(*) FROM household_look WHERE household = :id")
                        .bind("id", id.value())
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    private HouseholdId open(String room) {
        HouseholdId id = ids.fresh();
        assertThat(saving.open(new NewHome(id, BUILDING, room, TODAY.minusDays(400)), List.of(), 7, Beside.NOTHING)
                        .block())
                .isTrue();
        return id;
    }

    private void keep(HouseholdId id, Change... changes) {
        assertThat(saving.save(today(id), new ArrayList<>(List.of(changes)), 7, Beside.NOTHING)
                        .block())
                .isTrue();
    }

    private StoredFile today(HouseholdId id) {
        return Objects.requireNonNull(files.find(id, ALL, null, Asked.TODAY).block());
    }

    private StoredFile asOf(HouseholdId id, LocalDate day) {
        return Objects.requireNonNull(
                files.find(id, ALL, null, new Asked(day, null)).block());
    }

    private static Fact.Member member(String id, String name, int year) {
        return new Fact.Member(id, name, Birth.in(year), Relation.OTHER, "13900000042", null, null, true, null);
    }
}
