package cn.huiyin.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.household.HouseholdRules;
import cn.huiyin.household.Occupancy;
import cn.huiyin.problem.Refusal;
import cn.huiyin.programme.domain.Campaign.Move;
import cn.huiyin.programme.domain.Campaign.Stage;
import cn.huiyin.programme.domain.Campaign.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static final CampaignRules RULES = CampaignRules.builtIn();

    @Test
    void emptyAndAwayHomesAreLeftOutAndTenantsAreNot() {
        Campaign all = campaign(Stage.ALL);

        assertThat(all.turnOf("/s1/c1/g1/b1/", Occupancy.EMPTY, List.of())).isEmpty();
        assertThat(all.turnOf("/s1/c1/g1/b1/", Occupancy.AWAY, List.of("DISABLED")))
                .isEmpty();
        assertThat(all.turnOf("/s1/c1/g1/b1/", Occupancy.RENTED, List.of())).contains(Turn.OTHER);
        assertThat(all.turnOf("/s2/c9/g1/b1/", Occupancy.OCCUPIED, List.of())).isEmpty();
    }

    @Test
    void keyGroupsComeFirstAndOnlyAVisitInPersonCountsForThem() {
        Campaign all = campaign(Stage.ALL);
        LocalDate day = LocalDate.of(2026, 4, 1);

        for (String tag : List.of("ELDER_ALONE", "INFANT", "DISABLED", "HARDSHIP")) {
            assertThat(all.turnOf("/s1/c1/g1/b1/", Occupancy.OCCUPIED, List.of(tag)))
                    .contains(Turn.FIRST);
        }
        assertThat(all.counts(Turn.FIRST, Way.ONLINE, day)).isFalse();
        assertThat(all.counts(Turn.FIRST, Way.IN_PERSON, day)).isTrue();
        assertThat(all.counts(Turn.OTHER, Way.ONLINE, day)).isTrue();
    }

    @Test
    void onlyVisitsBetweenItsDaysCount() {
        Campaign all = campaign(Stage.ALL);

        assertThat(all.counts(Turn.OTHER, Way.ONLINE, all.startsOn())).isTrue();
        assertThat(all.counts(Turn.OTHER, Way.ONLINE, all.startsOn().minusDays(1)))
                .isFalse();
        assertThat(all.counts(Turn.OTHER, Way.ONLINE, all.endsOn())).isTrue();
        assertThat(all.counts(Turn.OTHER, Way.ONLINE, all.endsOn().plusDays(1))).isFalse();
    }

    @Test
    void aPilotIsForItsCommunitiesUntilItSpreads() {
        assertThat(campaign(Stage.PILOT).turnOf("/s1/c2/g1/b1/", Occupancy.OCCUPIED, List.of()))
                .isEmpty();
        assertThat(campaign(Stage.PILOT).turnOf("/s1/c1/g1/b1/", Occupancy.OCCUPIED, List.of()))
                .contains(Turn.OTHER);
        assertThat(campaign(Stage.ALL).turnOf("/s1/c2/g1/b1/", Occupancy.OCCUPIED, List.of()))
                .contains(Turn.OTHER);
    }

    @Test
    void stagesFollowOneAnotherAndNothingFollowsTheEnd() {
        assertThat(campaign(Stage.PILOT).after(Move.SPREAD)).isEqualTo(Stage.ALL);
        assertThat(campaign(Stage.ALL).after(Move.CLOSE)).isEqualTo(Stage.CLOSED);
        assertThat(campaign(Stage.PROPOSED).moves()).containsExactlyInAnyOrder(Move.ACCEPT, Move.DROP);
        for (Move move : Move.values()) {
            assertThatThrownBy(() -> campaign(Stage.CLOSED).after(move))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo("CAMPAIGN_MOVE_REFUSED"));
        }
    }

    @Test
    void everyGroupOfTheRulesIsATagOfTheHouseholdFile() {
        List<String> known = HouseholdRules.builtIn().tags().rules().stream()
                .map(rule -> rule.code())
                .toList();

        assertThat(known).containsAll(RULES.first());
        assertThat(RULES.themes()).allSatisfy(theme -> assertThat(known).containsAll(theme.groups()));
        assertThat(RULES.themes()).hasSize(4);
    }

    private static Campaign campaign(Stage stage) {
        return new Campaign(
                1,
                "/s1/",
                null,
                "家庭大走访",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 5, 31),
                List.of(),
                RULES.first(),
                RULES.leaveOut(),
                RULES.firstWays(),
                RULES.otherWays(),
                Stream.of("/s1/c1/").toList(),
                RULES.pilotMonthly(),
                stage,
                1);
    }
}
