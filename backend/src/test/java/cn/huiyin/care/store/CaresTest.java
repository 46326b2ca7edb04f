package cn.huiyin.care.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.care.domain.Plan;
import cn.huiyin.care.domain.What;
import cn.huiyin.care.store.CareLists.After;
import cn.huiyin.care.store.CareLists.Wanted;
import cn.huiyin.care.store.CareSeals.Said;
import cn.huiyin.care.store.Cares.Event;
import cn.huiyin.care.store.Cares.Step;
import cn.huiyin.care.store.Cares.Stored;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Scope;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.programme.store.ByHand;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Cares follow the file of their home, and nothing of them lies open. */
@StoreTest
class CaresTest {

    private static final String BUILDING = "/s1/c1/g1/b1/";
    private static final Scope COMMUNITY = new Scope(List.of(), List.of("c1"), List.of());
    private static final Repeat ONCE = new Repeat(7, null, "");
    private static final Plan PLAN = new Plan(
            "每周三上午来看看您",
            List.of(new Plan.Goal("按时吃药", List.of(new Plan.Measure("分药盒", "网格员", LocalDate.of(2026, 4, 1), null)))));

    private final TestDatabase database;
    private final DatabaseClient client;
    private final RehearsalClock clock;
    private final ByHand hand;
    private final Cares cares;
    private final CareLists lists;

    CaresTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.database = database;
        this.client = client;
        this.clock = clock;
        this.hand = new ByHand(database);
        this.cares = new Cares(client, new Vault(PrivacySettings.of(Keys.fresh())));
        this.lists = new CareLists(client);
    }

    @BeforeEach
    void nobodyIsSpecial() {
        clock.stopAt(Instant.parse("2026-03-02T02:00:00Z"));
        database.execute(
                "ALTER TABLE care_event DISABLE TRIGGER USER",
                "TRUNCATE care_event, care, programme_home, household CASCADE",
                "ALTER TABLE care_event ENABLE TRIGGER USER");
    }

    @Test
    void aHomeThatBecomesSpecialIsListedAsWithoutASpecialist() {
        String home = hand.home(BUILDING, "101", "ORDINARY");
        assertThat(listed(Wanted.OPEN)).isEmpty();

        hand.becomes(home, "class", "SPECIAL");

        assertThat(listed(Wanted.UNASSIGNED)).containsExactly(home);
        assertThat(lists.without(null).collectList().block())
                .containsExactly(new CareLists.Without("c1", "s1", BUILDING, 1));
    }

    @Test
    void theCareEndsWithTheClassAndBeginsAnewWithIt() {
        String home = assigned("102");
        hand.becomes(home, "class", "KEY");
        assertThat(listed(Wanted.OPEN)).isEmpty();
        assertThat(listed(Wanted.ENDED)).containsExactly(home);

        hand.becomes(home, "class", "SPECIAL");

        assertThat(listed(Wanted.UNASSIGNED)).containsExactly(home);
        assertThat(history(home))
                .extracting(Event::what)
                .containsExactly(What.BEGAN, What.ENDED, What.PLANNED, What.ASSIGNED, What.BEGAN);
        assertThat(cares.plan(home).block()).as("the old plan is history").isNull();
        assertThat(outbox()).contains("CARE_ENDED");
    }

    @Test
    void onlyOneOfTwoWhoChangeTheSameVersionIsKept() {
        String home = hand.home(BUILDING, "103", "SPECIAL");
        Stored read = stored(home);

        List<Boolean> saved = Flux.range(1, 8)
                .flatMap(n -> cares.save(step(read, What.ASSIGNED, 100L + n, null, null), ONCE, "{}"))
                .collectList()
                .block();

        assertThat(saved).containsOnlyOnce(true);
        assertThat(history(home)).extracting(Event::what).containsExactly(What.ASSIGNED, What.BEGAN);
    }

    @Test
    void thePlanIsReadBackAndLiesSealedInTheDatabase() {
        String home = assigned("104");

        assertThat(Objects.requireNonNull(cares.plan(home).block())
                        .event()
                        .said()
                        .plan())
                .isEqualTo(PLAN);
        assertThat(Objects.requireNonNull(client.sql("SELECT string_agg(to_json(e)::text, '') AS raw FROM care_event e")
                        .map(row -> Objects.requireNonNull(row.get("raw", String.class)))
                        .one()
                        .block()))
                .doesNotContain("吃药", "分药盒", "来看看您");
    }

    @Test
    void whatWasDoneIsNotChangedAfterwards() {
        String home = assigned("105");

        assertThatThrownBy(
                        () -> database.execute("UPDATE care_event SET by = 9 WHERE household = '%s'".formatted(home)))
                .hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> database.execute("DELETE FROM care_event WHERE household = '%s'".formatted(home)))
                .hasStackTraceContaining("only ever added to");
    }

    @Test
    void aReviewIsOverdueTheDayAfterItsDayAndListsGoByThatDay() {
        String first = assigned("106");
        clock.stopAt(Instant.parse("2026-03-05T02:00:00Z"));
        String second = assigned("107");
        clock.stopAt(Instant.parse("2026-04-02T02:00:00Z"));
        assertThat(listed(Wanted.OVERDUE)).isEmpty();

        clock.stopAt(Instant.parse("2026-04-03T02:00:00Z"));

        assertThat(listed(Wanted.OVERDUE)).containsExactly(first);
        assertThat(listed(Wanted.OPEN)).containsExactly(first, second);
        After after = After.stored(stored(first));
        assertThat(lists.page(COMMUNITY, Wanted.OPEN, after, 10).block())
                .extracting(one -> one.care().household())
                .containsExactly(second);
        assertThat(lists.counts(COMMUNITY).collectList().block())
                .containsExactly(new CareLists.Counts("c1", 2, 0, 0, 1));
    }

    private String assigned(String room) {
        String home = hand.home(BUILDING, room, "SPECIAL");
        assertThat(cares.save(step(stored(home), What.ASSIGNED, 42, null, null), ONCE, "{}")
                        .block())
                .isTrue();
        assertThat(cares.save(step(stored(home), What.PLANNED, 42, null, PLAN), ONCE, "{}")
                        .block())
                .isTrue();
        return home;
    }

    private static Step step(Stored read, What what, long specialist, @Nullable String note, @Nullable Plan plan) {
        return new Step(read.care(), what, 7, specialist, read.today().plusMonths(1), new Said(note, plan, null), "[]");
    }

    private Stored stored(String home) {
        return Objects.requireNonNull(cares.find(home).block());
    }

    private List<Event> history(String home) {
        return Objects.requireNonNull(
                cares.history(home, Integer.MAX_VALUE, 100).block());
    }

    private List<String> listed(Wanted wanted) {
        return Objects.requireNonNull(
                        lists.page(COMMUNITY, wanted, After.NOTHING, 50).block())
                .stream()
                .map(one -> one.care().household())
                .toList();
    }

    private List<String> outbox() {
        return client.sql("SELECT occasion FROM outbox")
                .map(row -> Objects.requireNonNull(row.get("occasion", String.class)))
                .all()
                .collectList()
                .block();
    }
}
