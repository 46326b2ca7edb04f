package cn.huiyin.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.household.HouseholdRules;
import cn.huiyin.problem.Fault;
import cn.huiyin.visit.ChecklistShelf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecklistsTest {

    private final Checklists lists = ChecklistShelf.builtIn().newest();

    @Test
    void aHomeGetsTheListsOfItsTagsAndThoseForEverybody() {
        assertThat(codes(List.of())).containsExactly("HOME", "ENVIRONMENT", "SAFETY", "CULTURE", "MAINTENANCE");
        assertThat(codes(List.of("ELDER_ALONE", "DISABLED")))
                .contains("ELDER", "DISABLED")
                .doesNotContain("CHILD");
    }

    @Test
    void everyTagOfAListIsATagOfTheHouseholdFile() {
        HouseholdRules rules = HouseholdRules.builtIn();
        assertThat(lists.parts().stream().flatMap(part -> part.tags().stream()))
                .allSatisfy(tag -> assertThat(rules.nameOfTag(tag)).as(tag).isPresent());
    }

    @Test
    void whatS3AsksOfEachGroupIsAsked() {
        assertThat(List.of(
                        "ELDER.ELECTRICITY",
                        "ELDER.MEDICINES",
                        "ELDER.LONELINESS",
                        "DISABLED.ACCESS",
                        "DISABLED.WORK",
                        "CHILD.STUDY",
                        "CHILD.CARE"))
                .allSatisfy(code -> assertThat(lists.find(code)).as(code).isPresent());
        assertThat(lists.parts()).filteredOn(Checklists.Part::scene).hasSizeGreaterThan(2);
    }

    @Test
    void nobodyIsAskedWhetherTheyAreSatisfied() {
        assertThat(lists.parts().stream().flatMap(part -> part.items().stream()).map(Checklists.Item::ask))
                .noneMatch(ask -> ask.contains("满意"));
    }

    @Test
    void rightAnswersHaveNoFault() {
        assertThat(lists.faults(Map.of(
                        "ELDER.MEDICINES",
                        "RUNNING_OUT",
                        "HOME.HAZARDS",
                        List.of("GAS", "E_BIKE"),
                        "HOME.MOVED",
                        false,
                        "CULTURE.WISHES",
                        "多放几场老电影")))
                .isEmpty();
    }

    @Test
    void eachWrongAnswerIsNamed() {
        assertThat(lists.faults(Map.of(
                        "ELDER.MEDICINES", "SOMETIMES",
                        "HOME.HAZARDS", List.of("GAS", "GAS"),
                        "HOME.MOVED", "是",
                        "CULTURE.WISHES", " ",
                        "NO.SUCH", true)))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "answers.ELDER.MEDICINES",
                        "answers.HOME.HAZARDS",
                        "answers.HOME.MOVED",
                        "answers.CULTURE.WISHES",
                        "answers.NO.SUCH");
    }

    @Test
    void anAnswerReadsAsPeopleSayIt() {
        Checklists.Item hazards = lists.find("HOME.HAZARDS").orElseThrow();
        assertThat(lists.inWords(hazards, List.of("GAS", "E_BIKE"))).isEqualTo("燃气、电动车进楼充电");
        assertThat(Checklists.isProblem(hazards, List.of("GAS"))).isTrue();
        assertThat(Checklists.isProblem(hazards, List.of())).isFalse();
    }

    @Test
    void aWrongWordInTheFileStopsTheStart() {
        String file = """
                lists:
                  HOME: {name: 家, source: S0, items: {A: {ask: 问, kind: CHOICE, choices: {X: 甲}, problem: [Y]}}}
                scenes: {}
                """;
        assertThatThrownBy(() -> ChecklistFile.read(1, file)).hasMessageContaining("HOME.A");
        assertThatThrownBy(() -> ChecklistFile.read(1, file.replace("problem", "problems")))
                .hasMessageContaining("unknown words");
    }

    private List<String> codes(List<String> tags) {
        return lists.of(tags).stream().map(Checklists.Part::code).toList();
    }
}
