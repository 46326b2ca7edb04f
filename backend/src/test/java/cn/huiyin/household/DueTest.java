package cn.huiyin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Households.Choice;
import cn.huiyin.household.domain.Birth;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.Relation;
import cn.huiyin.household.store.FileJson;
import cn.huiyin.household.store.Files;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Homes;
import cn.huiyin.household.store.HouseholdIds;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.Saving;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.household.store.Saving.NewHome;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.ContactStore;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.identity.store.PhoneStore;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the calendar does to files that nobody touches. */
@StoreTest
class DueTest {

    private static final String GRID = "/qinghe/qinghe-c1/qinghe-c1-g1/";

    private final HouseholdIds ids = new HouseholdIds();
    private final Households households;
    private final GrowingOlder growing;
    private final Saving saving;
    private final Files files;
    private final RehearsalClock clock;
    private PlacePath building = new PlacePath(GRID + "b1/");

    DueTest(DatabaseClient database, RehearsalClock clock) {
        this.clock = clock;
        Vault vault = new Vault(PrivacySettings.of(Keys.fresh()));
        FileJson json = new FileJson(vault);
        Homes homes = new Homes(database, json);
        files = new Files(database, json);
        saving = new Saving(database, json, HouseholdRules.builtIn());
        Accounts accounts = new Accounts(
                new AccountStore(database),
                new ContactStore(database),
                new HomeStore(database),
                new PhoneStore(database, vault));
        households = new Households(homes, saving, ids, accounts);
        growing = new GrowingOlder(homes, files, saving);
    }

    @BeforeEach
    void standOnTheFirstOfMarch() {
        clock.stopAt(Instant.parse("2026-03-01T02:00:00Z"));
        building = new PlacePath(GRID + ids.word() + "/");
    }

    @Test
    void aFileIsTouchedEachMonthAndRevisedEachQuarter() {
        Household home = open("101");

        assertThat(home.touchDue()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(home.reviseDue()).isEqualTo(LocalDate.of(2026, 6, 1));
        on("2026-03-31");
        assertThat(due(true, false)).isEmpty();
        on("2026-04-01");
        assertThat(due(true, false)).containsExactly(home.id());
        households.touched(home.id(), LocalDate.of(2026, 4, 1), false).block();
        assertThat(due(true, false)).isEmpty();
        on("2026-06-01");
        assertThat(due(false, true)).containsExactly(home.id());
        households.touched(home.id(), LocalDate.of(2026, 6, 1), true).block();
        assertThat(due(false, true)).isEmpty();
        assertThat(due(true, false)).isEmpty();
    }

    @Test
    void nobodyIsTouchedWhereNobodyIsAtHome() {
        Household home = open("102", new Fact.Status(Occupancy.AWAY));

        assertThat(home.touchDue()).isNull();
        on("2026-12-01");
        assertThat(due(true, false)).isEmpty();
        assertThat(due(false, true)).containsExactly(home.id());
    }

    @Test
    void somebodyTurnsSixtyAndTheHomeIsSpecialWithoutAnybodySayingSo() {
        Household home = open("103", person(Birth.on(LocalDate.of(1966, 5, 4))));
        assertThat(home.kind()).isEqualTo(HouseholdClass.ORDINARY);

        on("2026-05-03");
        assertThat(growing.reckon().block()).isZero();
        on("2026-05-04");
        assertThat(growing.reckon().block()).isEqualTo(1);
        assertThat(find(home).kind()).isEqualTo(HouseholdClass.SPECIAL);
        assertThat(find(home).tags()).containsExactly("ELDER_ALONE");
        assertThat(growing.reckon().block()).isZero();
    }

    @Test
    void anInfantGrowsUp() {
        Household home = open("104", person(Birth.in(1990)), baby(LocalDate.of(2022, 8, 9)));
        assertThat(home.tags()).containsExactly("INFANT");

        on("2026-08-09");
        growing.reckon().block();
        assertThat(find(home).tags()).isEmpty();
        assertThat(find(home).kind()).isEqualTo(HouseholdClass.ORDINARY);
    }

    @Test
    void homesComeInTheOrderOfTheirRooms() {
        open("10-101");
        open("2-101");
        open("2-1001");

        assertThat(households
                        .page(Choice.all(building), null, 10)
                        .map(Household::room)
                        .collectList()
                        .block())
                .containsExactly("2-101", "2-1001", "10-101");
        Household first = households.page(Choice.all(building), null, 1).blockLast();
        assertThat(households
                        .page(Choice.all(building), first, 1)
                        .map(Household::room)
                        .collectList()
                        .block())
                .containsExactly("2-1001");
        assertThat(households
                        .page(new Choice(building, Set.of(HouseholdClass.SPECIAL), null, null, false, false), null, 10)
                        .collectList()
                        .block())
                .isEmpty();
    }

    private Household open(String room, Fact... facts) {
        HouseholdId id = ids.fresh();
        LocalDate today = LocalDate.of(2026, 3, 1);
        saving.open(
                        new NewHome(id, building, room, today),
                        List.of(facts).stream()
                                .map(fact -> Change.that(fact, today, null))
                                .toList(),
                        7,
                        Beside.NOTHING)
                .block();
        return Objects.requireNonNull(households.find(id).block());
    }

    private Household find(Household home) {
        Household found = Objects.requireNonNull(households.find(home.id()).block());
        assertThat(Objects.requireNonNull(files.find(home.id(), Reader.everywhere(AccountId.SYSTEM), null, Asked.TODAY)
                                .block())
                        .home())
                .isEqualTo(found);
        return found;
    }

    private List<HouseholdId> due(boolean touch, boolean revise) {
        return households
                .page(new Choice(building, null, null, null, touch, revise), null, 10)
                .map(Household::id)
                .collectList()
                .block();
    }

    private void on(String day) {
        clock.stopAt(Instant.parse(day + "T02:00:00Z"));
    }

    private static Fact.Member person(Birth birth) {
        return new Fact.Member("m1", "某某", birth, Relation.HEAD, null, null, null, true, null);
    }

    private static Fact.Member baby(LocalDate born) {
        return new Fact.Member("m2", "某某", Birth.on(born), Relation.CHILD, null, null, null, true, null);
    }
}
