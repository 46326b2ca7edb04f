package cn.huiyin.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.HouseholdRules;
import cn.huiyin.programme.domain.Team.Companion;
import cn.huiyin.programme.domain.Team.Member;
import cn.huiyin.programme.domain.Team.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final Qualifications QUALIFICATIONS = Qualifications.builtIn();
    private static final Set<String> GRIDS = Set.of("g1", "g2", "g3", "g4");
    private static final Member SECRETARY = new Member(1, Part.SECRETARY, List.of(), List.of());
    private static final Member ZHOU = new Member(2, Part.GRID_WORKER, List.of(), List.of("g1", "g2"));
    private static final Member WU = new Member(3, Part.GRID_WORKER, List.of("VOLUNTEER"), List.of("g3"));
    private static final Member ZHENG = new Member(4, Part.GRID_WORKER, List.of(), List.of("g4"));
    private static final Member DOCTOR = new Member(5, Part.HELPER, List.of("DOCTOR"), List.of());
    private static final Member COUNSELLOR = new Member(6, Part.HELPER, List.of("COUNSELLOR"), List.of());
    private static final Member BOTH = new Member(7, Part.HELPER, List.of("DOCTOR", "COUNSELLOR"), List.of("g1"));

    @Test
    void oneSecretaryThreeGridWorkersAndAHelperAreATeam() {
        assertThat(new Team(List.of(SECRETARY, ZHOU, WU, ZHENG, DOCTOR)).missing(GRIDS))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(new Team(List.of(ZHOU, WU)).missing(GRIDS))
                .containsExactly("缺 1 名社区书记", "缺 1 名网格员", "缺志愿者或专业人员", "网格 g4 没有网格员");
    }

    @Test
    void aGridWorkerLooksAfterOneOrTwoGridsOfTheCommunity() {
        var three = new Member(8, Part.GRID_WORKER, List.of(), List.of("g1", "g2", "g3"));
        var none = new Member(9, Part.GRID_WORKER, List.of(), List.of());
        var elsewhere = new Member(10, Part.GRID_WORKER, List.of(), List.of("x1"));

        assertThat(new Team(List.of(three, none, elsewhere)).faults(GRIDS, QUALIFICATIONS))
                .extracting(fault -> fault.field())
                .containsExactly("members[0].grids", "members[1].grids", "members[2].grids");
    }

    @Test
    void nobodyIsInATeamTwiceAndThereIsOneSecretary() {
        var another = new Member(11, Part.SECRETARY, List.of("ASTROLOGER"), List.of());

        assertThat(new Team(List.of(SECRETARY, another, DOCTOR, DOCTOR)).faults(GRIDS, QUALIFICATIONS))
                .extracting(fault -> fault.field())
                .containsExactly("members[1].qualifications", "members[3].accountId", "members");
    }

    @Test
    void whoeverAnswersMostOfTheNeedsComesAlongWithTheGridWorker() {
        var team = new Team(List.of(SECRETARY, ZHOU, WU, ZHENG, DOCTOR, COUNSELLOR, BOTH));

        var company = team.companyFor("g1", List.of("MEDICINES", "COUNSELLING"), QUALIFICATIONS);

        assertThat(company.companions())
                .containsExactly(
                        new Companion(ZHOU, Set.of()), new Companion(BOTH, Set.of("COUNSELLING", "MEDICINES")));
        assertThat(company.uncovered()).isEmpty();
        // in another grid the one who is for g1 only does not come
        assertThat(team.companyFor("g4", List.of("MEDICINES", "COUNSELLING"), QUALIFICATIONS)
                        .companions())
                .extracting(Companion::member)
                .containsExactly(ZHENG, DOCTOR, COUNSELLOR);
    }

    @Test
    void aGridWorkerWhoAnswersANeedComesOnce() {
        var company = new Team(List.of(SECRETARY, ZHOU, WU, ZHENG, DOCTOR))
                .companyFor("g3", List.of("ERRANDS"), QUALIFICATIONS);

        assertThat(company.companions()).containsExactly(new Companion(WU, Set.of("ERRANDS")));
    }

    @Test
    void whatNobodyInTheTeamCanAnswerIsNamed() {
        var company = new Team(List.of(SECRETARY, ZHOU, DOCTOR))
                .companyFor("g1", List.of("TUTORING", "MEDICINES", "MENTAL_ILLNESS"), QUALIFICATIONS);

        assertThat(company.uncovered()).containsExactly("MENTAL_ILLNESS", "TUTORING");
    }

    @Test
    void eachOfTheTwentyThreeNeedsHasSomebodyWhoAnswersItAndEveryWordIsKnown() {
        var rules = HouseholdRules.builtIn();
        List<String> needs =
                rules.needs().all().stream().map(need -> need.code()).toList();
        List<String> words = new ArrayList<>(needs);
        rules.tags().rules().forEach(tag -> words.add(tag.code()));

        assertThat(needs)
                .hasSize(23)
                .allSatisfy(need -> assertThat(QUALIFICATIONS.forHome(Set.of(need)))
                        .as(need)
                        .isNotEmpty());
        assertThat(QUALIFICATIONS.all()).allSatisfy(one -> {
            assertThat(words).containsAll(one.needs());
            assertThat(words).containsAll(one.tags());
        });
    }
}
