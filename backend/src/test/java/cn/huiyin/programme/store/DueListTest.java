package cn.huiyin.programme.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.identity.Scope;
import cn.huiyin.programme.domain.Due;
import cn.huiyin.programme.domain.Team;
import cn.huiyin.programme.domain.Team.Member;
import cn.huiyin.programme.store.DueList.After;
import cn.huiyin.programme.store.DueList.Line;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Lists of who is due, what is owed, and how both are read from an index. */
@StoreTest
class DueListTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
    private static final Scope GRID = new Scope(List.of(), List.of(), List.of("g1"));

    private final TestDatabase database;
    private final DatabaseClient client;
    private final RehearsalClock clock;
    private final ByHand hand;
    private final DueList list;
    private final Debts debts;

    DueListTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.database = database;
        this.client = client;
        this.clock = clock;
        this.hand = new ByHand(database);
        this.list = new DueList(client);
        this.debts = new Debts(client);
    }

    @BeforeEach
    void theFirstOfJanuaryAndNoHomes() {
        clock.stopAt(Instant.parse("2026-01-01T02:00:00Z"));
        database.execute(
                "ALTER TABLE care_event DISABLE TRIGGER USER",
                "TRUNCATE visit_consent, visit_record, care_event, care, programme_home, household CASCADE");
        new VisitPolicies(client).begin().block();
    }

    @Test
    void theMostOverdueComesFirstAndThePagesJoin() {
        String ordinary = home("101", "ORDINARY");
        String key = home("102", "KEY");
        String special = home("103", "SPECIAL");
        home("104", "SPECIAL", "EMPTY");
        on("2026-03-28");

        assertThat(ids(GRID, null)).containsExactly(special, key, ordinary);
        assertThat(ids(GRID, Due.DUE)).containsExactly(ordinary);
        assertThat(ids(GRID, Due.OVERDUE)).containsExactly(special, key);
        assertThat(list.page(GRID, null, Set.of(HouseholdClass.KEY), After.NOTHING, 10)
                        .collectList()
                        .block())
                .extracting(line -> line.household().value(), Line::owed, Line::daysLate)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(key, 2, 55));
        List<String> paged = new ArrayList<>();
        After after = After.NOTHING;
        for (Line line = one(after); line != null; line = one(after)) {
            paged.add(line.household().value());
            after = After.line(line);
        }
        assertThat(paged).containsExactly(special, key, ordinary);
    }

    @Test
    void eachLevelOfTheTreeIsAListOfItsOwn() {
        String here = home("101", "SPECIAL");
        hand.home("/s1/c1/g2/b2/", "101", "SPECIAL", "OCCUPIED", OPENED);
        hand.home("/s1/c2/g3/b3/", "101", "SPECIAL", "OCCUPIED", OPENED);
        on("2026-02-01");

        assertThat(ids(GRID, null)).containsExactly(here);
        assertThat(ids(new Scope(List.of(), List.of("c1"), List.of()), null)).hasSize(2);
        assertThat(ids(new Scope(List.of("s1"), List.of(), List.of()), null)).hasSize(3);
        assertThat(ids(new Scope(List.of("s1"), List.of("c1"), List.of("g1")), null))
                .as("a home within two reaches is one")
                .hasSize(3);
    }

    @Test
    void whatIsOwedIsCountedByPlaceAndClass() {
        String visited = home("101", "SPECIAL");
        home("102", "SPECIAL");
        home("103", "ORDINARY", "AWAY");
        hand.visit(visited, LocalDate.of(2026, 1, 28), "IN_PERSON", "MET");
        on("2026-02-01");

        assertThat(debts.count(GRID, false).collectList().block())
                .containsExactly(
                        new Debts.Figures("g1", HouseholdClass.ORDINARY, 1, 1, 0, 0, 0, 0, 0),
                        new Debts.Figures("g1", HouseholdClass.SPECIAL, 2, 0, 0, 0, 1, 4, 24));
    }

    @Test
    void aHomeThatRefusesOwesNothingAndIsShownAsRefusing() {
        String refuses = home("101", "SPECIAL");
        String agrees = home("102", "SPECIAL");
        database.execute("""
                INSERT INTO visit_consent (household, path, state, at, by, round, version)
                VALUES ('%s', '/s1/c1/g1/b1/', 'REFUSED_TWICE', huiyin_now(), 7, 1, 1),
                       ('%s', '/s1/c1/g1/b1/', 'AGREED', huiyin_now(), 7, 1, 1)
                """.formatted(refuses, agrees));
        on("2026-02-01");

        assertThat(ids(GRID, Due.OVERDUE)).containsExactly(agrees);
        assertThat(ids(GRID, Due.REFUSED)).containsExactly(refuses);
        assertThat(ids(GRID, null)).containsExactly(refuses, agrees);
        assertThat(debts.count(GRID, false).collectList().block())
                .containsExactly(new Debts.Figures("g1", HouseholdClass.SPECIAL, 2, 0, 1, 0, 1, 4, 24));
        assertThat(debts.ofGrid("g1").block()).isEqualTo(new Debts.OfGrid(LocalDate.of(2026, 2, 1), 0, 1, 24));
    }

    @Test
    void aVisitThatDoesNotCountClearsNothing() {
        String special = home("101", "SPECIAL");
        on("2026-02-01");
        hand.visit(special, LocalDate.of(2026, 1, 31), "PHONE", "MET");
        hand.visit(special, LocalDate.of(2026, 1, 31), "IN_PERSON", "NOBODY_HOME");

        Line line = Objects.requireNonNull(one(After.NOTHING));

        assertThat(line.owed()).isEqualTo(4);
        assertThat(line.lastVisitAt()).isNull();
        assertThat(line.lastTriedAt()).isNotNull();
    }

    /** With 10^5 homes: a page is read from the index of its level, and no visit is looked at. */
    @Test
    void aPageAmongAHundredThousandHomesIsReadFromOneIndex() {
        database.execute("""
                INSERT INTO programme_home (household, path, class, months, notice, due_on)
                SELECT 'many' || n, '/big/big-c' || n % 50 || '/big-c' || n % 50 || '-g' || n % 10 || '/b/', 'ORDINARY', 3, 14,
                       '2025-12-01'::date + n % 120
                  FROM generate_series(1, 100000) AS n
                """, "ANALYZE programme_home");
        String plan = client.sql("""
                        EXPLAIN SELECT household
                          FROM programme_home
                         WHERE community = 'big-c7' AND (due_on, household) > ('2025-12-20', 'many7') AND due_on <= '2026-01-01'
                         ORDER BY due_on, household
                         LIMIT 21
                        """)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.joining("\n"))
                .block();

        assertThat(plan).contains("programme_home_in_community").doesNotContain("Seq Scan", "Sort");
        database.execute("DELETE FROM programme_home WHERE street = 'big'");
    }

    @Test
    void aTeamIsKeptForWhoeverReadItLast() {
        Teams teams = new Teams(client);
        Team team = new Team(List.of(new Member(5, Team.Part.HELPER, List.of("DOCTOR"), List.of())));

        assertThat(teams.save("/s1/c1/", team, 3, 7).block()).isNull();
        assertThat(teams.save("/s1/c1/", team, 0, 7).block()).isEqualTo(1);
        assertThat(teams.save("/s1/c1/", team, 0, 7).block()).isNull();
        assertThat(teams.save("/s1/c1/", team, 1, 7).block()).isEqualTo(2);
        assertThat(Objects.requireNonNull(teams.find("/s1/c1/").block()).team()).isEqualTo(team);
    }

    private String home(String room, String kind) {
        return home(room, kind, "OCCUPIED");
    }

    private String home(String room, String kind, String status) {
        return hand.home("/s1/c1/g1/b1/", room, kind, status, OPENED);
    }

    private void on(String day) {
        clock.stopAt(Instant.parse(day + "T02:00:00Z"));
    }

    private @Nullable Line one(After after) {
        return list.page(GRID, null, null, after, 1).blockLast();
    }

    private List<String> ids(Scope scope, @Nullable Due state) {
        return Objects.requireNonNull(list.page(scope, state, null, After.NOTHING, 10)
                .map(line -> line.household().value())
                .collectList()
                .block());
    }
}
