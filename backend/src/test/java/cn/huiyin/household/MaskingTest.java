package cn.huiyin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.FileViews.For;
import cn.huiyin.household.domain.Birth;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.Relation;
import cn.huiyin.household.domain.Sight;
import cn.huiyin.household.store.StoredFile;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every field of the table, for everybody in it and for those who are not. */
class MaskingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final HouseholdRules RULES = HouseholdRules.builtIn();

    /** What each field holds, and what is left of it when masked. */
    private static final Map<String, List<String>> PLANTED = planted();

    private static Map<String, List<String>> planted() {
        Map<String, List<String>> planted = new LinkedHashMap<>();
        planted.put("member.name", List.of("桂霜降甲", "桂**"));
        planted.put("member.birth", List.of("1931-02-03", "193*"));
        planted.put("member.phone", List.of("13900004411", "139****4411"));
        planted.put("member.idNumber", List.of("999999193102034417", "9****************7"));
        planted.put("member.health", List.of("青霉素过敏乙", "***"));
        planted.put("tag.reason", List.of("看过证件丙", "***"));
        planted.put("wish.words", List.of("想吃软一点丁", "***"));
        planted.put("resource.words", List.of("会拉二胡戊", "***"));
        planted.put("contact.name", List.of("竹小寒己", "竹**"));
        planted.put("contact.phone", List.of("13900004422", "139****4422"));
        planted.put("contact.bestTime", List.of("晚饭以后庚", "***"));
        planted.put("file.note", List.of("门铃坏了辛", "***"));
        return planted;
    }

    static Stream<String> parts() {
        return Stream.concat(
                RULES.fields().parts().stream(), Stream.of("ADMIN", "HANDLER", "UNIT_LEAD", "RESIDENT", "SYSTEM", "?"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyFieldIsShownAsTheTableSaysAndToAnybodyElseNotAtAll(String part) {
        String shown = shown(Set.of(part));

        PLANTED.forEach((field, words) -> {
            Sight sight = RULES.fields().sight(Set.of(part), field);
            assertThat(shown.contains(words.get(0)))
                    .as("%s sees %s whole", part, field)
                    .isEqualTo(sight == Sight.FULL);
            if (sight == Sight.HIDDEN && !words.get(1).equals("***")) {
                assertThat(shown).as("%s sees nothing of %s", part, field).doesNotContain(words.get(1));
            }
            if (sight == Sight.MASKED) {
                assertThat(shown).as("%s sees that there is %s", part, field).contains(words.get(1));
            }
        });
    }

    @Test
    void everyFieldOfTheTableIsTried() {
        assertThat(RULES.fields().fields()).containsAll(PLANTED.keySet());
        assertThat(RULES.fields().fields()).hasSize(PLANTED.size() + 1).contains("history.why");
    }

    @Test
    void somebodysOwnContactIsWholeToThemAlone() {
        assertThat(shown(new For(Set.of("OWN"), 7L))).contains("13900004422");
        assertThat(shown(new For(Set.of("OWN"), 8L))).doesNotContain("13900004422");
    }

    private static String shown(Set<String> parts) {
        return shown(new For(parts, null));
    }

    private static String shown(For reader) {
        var views = new FileViews(RULES, cn.huiyin.community.DemoCommunity.open());
        return new JsonMapper().writeValueAsString(views.view(stored(), reader, null, false));
    }

    private static StoredFile stored() {
        var member = new Fact.Member(
                "m1",
                PLANTED.get("member.name").get(0),
                Birth.on(LocalDate.parse(PLANTED.get("member.birth").get(0))),
                Relation.HEAD,
                PLANTED.get("member.phone").get(0),
                PLANTED.get("member.idNumber").get(0),
                PLANTED.get("member.health").get(0),
                true,
                null);
        List<Fact> facts = List.of(
                member,
                new Fact.Tag("DISABLED", PLANTED.get("tag.reason").get(0), null),
                new Fact.Wish("MEALS", PLANTED.get("wish.words").get(0)),
                new Fact.Resource(
                        "r1",
                        Fact.Resource.Kind.SKILL,
                        PLANTED.get("resource.words").get(0)),
                new Fact.Contact(
                        7,
                        PLANTED.get("contact.name").get(0),
                        PLANTED.get("contact.phone").get(0),
                        PLANTED.get("contact.bestTime").get(0)),
                new Fact.Note(PLANTED.get("file.note").get(0)));
        var file = HouseholdFile.empty()
                .with(facts.stream().map(fact -> Change.that(fact, DAY, null)).toList());
        var home = new Household(
                new HouseholdId("abcdefgh"),
                new PlaceId("qinghe-c1-g1-b1"),
                new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1/"),
                "101",
                "00101",
                Occupancy.OCCUPIED,
                HouseholdClass.SPECIAL,
                List.of(),
                List.of(),
                1,
                DAY,
                DAY,
                DAY,
                DAY,
                1);
        return new StoredFile(home, file, Set.of(), 6, DAY, DAY);
    }
}
