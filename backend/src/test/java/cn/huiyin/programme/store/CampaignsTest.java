package cn.huiyin.programme.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.Occupancy;
import cn.huiyin.identity.Scope;
import cn.huiyin.programme.domain.Campaign;
import cn.huiyin.programme.domain.Campaign.Stage;
import cn.huiyin.programme.domain.Campaign.Turn;
import cn.huiyin.programme.domain.CampaignRules;
import cn.huiyin.programme.domain.Way;
import cn.huiyin.programme.store.Campaigns.After;
import cn.huiyin.programme.store.Campaigns.Figures;
import cn.huiyin.programme.store.Campaigns.Home;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Whom a campaign is for and who was visited, counted from files and visits. */
@StoreTest
class CampaignsTest {

    private static final CampaignRules RULES = CampaignRules.builtIn();
    private static final Scope STREET = new Scope(List.of("s1"), List.of(), List.of());
    private static final LocalDate STARTS = LocalDate.of(2026, 3, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 5, 31);

    private final TestDatabase database;
    private final RehearsalClock clock;
    private final Campaigns campaigns;
    private final ByHand hand;

    CampaignsTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.database = database;
        this.clock = clock;
        this.campaigns = new Campaigns(client);
        this.hand = new ByHand(database);
    }

    @BeforeEach
    void noHomesAndNoCampaigns() {
        clock.stopAt(Instant.parse("2026-04-15T02:00:00Z"));
        database.execute(
                "ALTER TABLE care_event DISABLE TRIGGER USER",
                "TRUNCATE campaign, visit_record, care_event, care, programme_home, household CASCADE");
    }

    @Test
    void ofManyWhoBeginTheSameAtTheSameMomentOneDoes() {
        List<Long> begun = Flux.range(0, 12)
                .flatMap(n -> campaigns
                        .begin(campaign(Stage.ALL, "/s1/", null), 7)
                        .onErrorResume(Campaigns::oneAtATime, twice -> reactor.core.publisher.Mono.empty()))
                .collectList()
                .block();

        assertThat(begun).hasSize(1);
        assertThat(campaigns.begin(campaign(Stage.ALL, "/s1/c1/", null), 7).block())
                .as("elsewhere is another matter")
                .isNotNull();
    }

    @Test
    void aThemeIsProposedOnceForAPlaceAndADate() {
        Campaign spring = campaign(Stage.PROPOSED, "/s1/", "SPRING_FESTIVAL");

        assertThat(campaigns.propose(spring, 0).block()).isNotNull();
        assertThat(campaigns.propose(spring, 0).block()).isNull();
    }

    @Test
    void aClosedCampaignKeepsItsFiguresWhateverHappensAfterwards() {
        String home = hand.home("/s1/c1/g1/b1/", "101", "ORDINARY");
        hand.home("/s1/c1/g1/b1/", "102", "ORDINARY");
        hand.visit(home, LocalDate.of(2026, 4, 2), "ONLINE", "MET");
        Campaign begun = begin(Stage.ALL);

        assertThat(campaigns.move(begun, Stage.CLOSED, null, "走完了").block()).isEqualTo("SAVED");
        hand.home("/s1/c1/g1/b1/", "103", "ORDINARY");
        hand.becomes(home, "status", "EMPTY");

        assertThat(campaigns.figures(begun.id()).block()).containsExactly(new Figures("c1", "g1", 2, 0, 1, 0, 0, 1));
        assertThat(campaigns.move(begun, Stage.CLOSED, null, null).block()).isEqualTo("STALE");
    }

    @Test
    void aPilotCountsWhatWasVisitedInTheMonthOfTheCampaign() {
        String early = hand.home("/s1/c1/g1/b1/", "101", "ORDINARY");
        String late = hand.home("/s1/c1/g1/b1/", "102", "ORDINARY");
        String elsewhere = hand.home("/s1/c2/g2/b2/", "101", "ORDINARY");
        hand.visit(early, LocalDate.of(2026, 3, 31), "IN_PERSON", "MET");
        hand.visit(late, LocalDate.of(2026, 4, 1), "IN_PERSON", "MET");
        hand.visit(elsewhere, LocalDate.of(2026, 4, 1), "IN_PERSON", "MET");
        Campaign begun = begin(Stage.PILOT);

        assertThat(campaigns.figures(begun.id()).block()).containsExactly(new Figures("c1", "g1", 2, 0, 2, 0, 0, 1));
        campaigns.move(begun, Stage.ALL, null, null).block();
        assertThat(campaigns.figures(begun.id()).block()).hasSize(2);
    }

    @Test
    void homesComeThoseFirstWhoAreVisitedFirstAndThePagesJoin() {
        String second = hand.home("/s1/c1/g1/b1/", "00101", "ORDINARY");
        String fourth = hand.home("/s1/c1/g1/b2/", "00101", "ORDINARY");
        String third = hand.home("/s1/c1/g1/b1/", "00102", "ORDINARY");
        String first = hand.home("/s1/c1/g1/b9/", "00901", "KEY", "OCCUPIED", STARTS, "DISABLED");
        Campaign begun = begin(Stage.ALL);

        List<String> listed = new ArrayList<>();
        After after = After.NOTHING;
        for (List<Home> page = page(begun, after); !page.isEmpty(); page = page(begun, after)) {
            listed.add(page.get(0).household().value());
            after = After.home(page.get(0));
        }

        assertThat(listed).containsExactly(first, second, third, fourth);
    }

    private List<Home> page(Campaign begun, After after) {
        return Objects.requireNonNull(
                campaigns.homes(begun.id(), STREET, false, after, 1).block());
    }

    /** Against {@link Campaign#turnOf} and {@link Campaign#counts}, along random homes and visits. */
    @Test
    void whoBelongsToItAndWhoWasVisitedIsWhatThePlainModelSays() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Campaign begun = begin(random.nextBoolean() ? Stage.ALL : Stage.PILOT);
        List<String> tags = List.of("DISABLED", "INFANT", "MIGRANT", "NEWCOMER");
        long expected = 0;
        long expectedFirst = 0;
        long expectedDone = 0;
        for (int i = 0; i < 80; i++) {
            String building = "/s%d/c%d/g1/b1/".formatted(1 + random.nextInt(2), 1 + random.nextInt(2));
            Occupancy status = Occupancy.values()[random.nextInt(4)];
            List<String> given =
                    tags.stream().filter(tag -> random.nextInt(4) == 0).toList();
            String home = hand.home(
                    building, "%05d".formatted(i), "ORDINARY", status.name(), STARTS, given.toArray(String[]::new));
            Optional<Turn> turn = begun.turnOf(building, status, given);
            boolean done = false;
            for (int visit = random.nextInt(3); visit > 0; visit--) {
                LocalDate day = STARTS.minusDays(10).plusDays(random.nextInt(110));
                Way way = Way.values()[random.nextInt(3)];
                boolean met = random.nextInt(3) > 0;
                hand.visit(home, day, way.name(), met ? "MET" : "NOBODY_HOME");
                done |= met && turn.isPresent() && begun.counts(turn.get(), way, day);
            }
            expected += turn.isPresent() ? 1 : 0;
            expectedFirst += turn.filter(Turn.FIRST::equals).isPresent() ? 1 : 0;
            expectedDone += done ? 1 : 0;
        }

        List<Figures> counted =
                Objects.requireNonNull(campaigns.figures(begun.id()).block());
        assertThat(counted.stream().mapToLong(Figures::homes).sum())
                .as("seed %d", seed)
                .isEqualTo(expected);
        assertThat(counted.stream().mapToLong(Figures::first).sum())
                .as("seed %d", seed)
                .isEqualTo(expectedFirst);
        assertThat(counted.stream().mapToLong(Figures::done).sum())
                .as("seed %d", seed)
                .isEqualTo(expectedDone);
    }

    private Campaign begin(Stage stage) {
        long id = Objects.requireNonNull(
                campaigns.begin(campaign(stage, "/s1/", null), 7).block());
        return Objects.requireNonNull(campaigns.find(id).block()).campaign();
    }

    private static Campaign campaign(Stage stage, String place, @Nullable String theme) {
        return new Campaign(
                0,
                place,
                theme,
                "家庭大走访",
                STARTS,
                ENDS,
                List.of(),
                RULES.first(),
                RULES.leaveOut(),
                RULES.firstWays(),
                RULES.otherWays(),
                stage == Stage.PILOT ? List.of("/s1/c1/") : List.of(),
                RULES.pilotMonthly(),
                stage,
                1);
    }
}
