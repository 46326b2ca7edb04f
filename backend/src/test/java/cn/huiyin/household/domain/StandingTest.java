package cn.huiyin.household.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private final HouseholdRules rules = HouseholdRules.builtIn();

    @ParameterizedTest(name = "{0} + {1} on {2}: {3} {4}")
    @CsvSource({
        // who lives there (born), given tags, on, class, tags
        "1985-03-01,                     '',            2026-11-22, ORDINARY, ''",
        "'',                             '',            2026-11-22, ORDINARY, ''",
        "1966-11-22,                     '',            2026-11-22, SPECIAL,  ELDER_ALONE",
        "1966-11-23,                     '',            2026-11-22, ORDINARY, ''",
        "1966,                           '',            2026-01-01, SPECIAL,  ELDER_ALONE",
        "1967,                           '',            2026-12-31, ORDINARY, ''",
        "1940-01-01 1942-01-01,          '',            2026-11-22, KEY,      ELDERS_ONLY",
        "1940-01-01 1990-01-01,          '',            2026-11-22, ORDINARY, ''",
        "1990-01-01 2026-11-22,          '',            2026-11-22, KEY,      INFANT",
        "1990-01-01 2022-11-23,          '',            2026-11-22, KEY,      INFANT",
        "1990-01-01 2022-11-22,          '',            2026-11-22, ORDINARY, ''",
        "1990-01-01 2026-11-23,          '',            2026-11-22, ORDINARY, ''",
        "1960-02-29,                     '',            2020-02-28, ORDINARY, ''",
        "1960-02-29,                     '',            2020-02-29, SPECIAL,  ELDER_ALONE",
        "1990-01-01,                     DISABLED,      2026-11-22, KEY,      DISABLED",
        "1990-01-01,                     LOW_INCOME,    2026-11-22, KEY,      LOW_INCOME",
        "1990-01-01,                     DESTITUTE,     2026-11-22, KEY,      DESTITUTE",
        "1990-01-01,                     HARDSHIP,      2026-11-22, KEY,      HARDSHIP",
        "1990-01-01,                     SEVERE_ILLNESS,2026-11-22, SPECIAL,  SEVERE_ILLNESS",
        "1990-01-01,                     MENTAL_ILLNESS,2026-11-22, SPECIAL,  MENTAL_ILLNESS",
        "1990-01-01,                     CHILD_IN_NEED, 2026-11-22, SPECIAL,  CHILD_IN_NEED",
        "1990-01-01,                     CHRONIC_ILLNESS,2026-11-22,ORDINARY, CHRONIC_ILLNESS",
        "1940-01-01,                     DISABLED,      2026-11-22, SPECIAL,  DISABLED ELDER_ALONE",
    })
    void theClassFollowsFromWhoLivesThereAndFromTheTagsOfTheDay(
            String births, String given, LocalDate day, HouseholdClass kind, String tags) {
        var standing = rules.tags().standing(file(births, given), day);

        assertThat(standing.kind()).isEqualTo(kind);
        assertThat(String.join(" ", standing.tags())).isEqualTo(tags);
    }

    @Test
    void somebodyWhoLivesElsewhereLeavesAnElderAlone() {
        var mother = member(1, Birth.in(1945), true);
        var son = member(2, Birth.in(1980), false);
        var file = HouseholdFile.empty().with(List.of(Change.that(mother, DAY, null), Change.that(son, DAY, null)));

        assertThat(rules.tags().standing(file, DAY).tags()).containsExactly("ELDER_ALONE");
    }

    @Test
    void itSaysUntilWhichDayItHolds() {
        assertThat(rules.tags().standing(file("1990-01-01 2024-05-06", ""), DAY).until())
                .isEqualTo(LocalDate.of(2028, 5, 6));
        assertThat(rules.tags().standing(file("1966-12-24", ""), DAY).until()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(rules.tags().standing(file("1950-01-01", ""), DAY).until()).isNull();
    }

    @Test
    void aTagThatRanOutCountsNoLonger() {
        var tag = new Fact.Tag("LOW_INCOME", "低保证至年底", LocalDate.of(2026, 12, 31));
        var file = HouseholdFile.empty().with(List.of(Change.that(tag, DAY, null)));

        assertThat(rules.tags().standing(file, LocalDate.of(2026, 12, 31)).kind())
                .isEqualTo(HouseholdClass.KEY);
        assertThat(rules.tags().standing(file, LocalDate.of(2026, 12, 31)).until())
                .isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(rules.tags().standing(file, LocalDate.of(2027, 1, 1)).kind()).isEqualTo(HouseholdClass.ORDINARY);
    }

    @Test
    void nothingChangesBetweenTodayAndTheDayItNames() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new java.util.Random(seed);
            var people = new ArrayList<String>();
            for (int person = 0; person < 1 + random.nextInt(4); person++) {
                people.add(LocalDate.of(1930, 1, 1)
                        .plusDays(random.nextInt(35_000))
                        .toString());
            }
            var file = file(String.join(" ", people), "");
            var standing = rules.tags().standing(file, DAY);
            LocalDate until = standing.until() == null ? DAY.plusYears(90) : standing.until();
            for (LocalDate day = DAY; day.isBefore(until); day = day.plusDays(17)) {
                assertThat(rules.tags().standing(file, day).tags())
                        .as(people + " on " + day)
                        .isEqualTo(standing.tags());
            }
        }
    }

    @Test
    void thereAreFiveDomainsOfTwentyThreeNeeds() {
        assertThat(rules.needs().all()).hasSize(23);
        assertThat(rules.needs().all().stream().map(Needs.Need::domain).distinct())
                .containsExactly("养老", "医疗", "教育", "就业", "文化");
        assertThat(rules.needs().all())
                .allSatisfy(need -> assertThat(need.source()).containsAnyOf("S0", "S3"));
    }

    @ParameterizedTest
    @CsvSource({
        "3单元502室, 3-502",
        "３－502, 3-502",
        "3 单元 502, 3-502",
        "'03-0502', 3-502",
        "502号, 502",
        "a101, A101",
    })
    void aRoomHasOneKeyHoweverItIsSpelt(String written, String plain) {
        assertThat(Room.key(written)).isEqualTo(Room.key(plain));
    }

    @Test
    void roomsSortAsPeopleCountThem() {
        assertThat(Room.key("2-101")).isLessThan(Room.key("10-101"));
        assertThat(Room.key("3-502")).isNotEqualTo(Room.key("35-02"));
    }

    private static HouseholdFile file(String births, String given) {
        var changes = new ArrayList<Change>();
        for (String birth : births.isBlank() ? new String[0] : births.split(" ")) {
            Birth born = birth.length() == 4 ? Birth.in(Integer.parseInt(birth)) : Birth.on(LocalDate.parse(birth));
            changes.add(Change.that(member(changes.size() + 1, born, true), LocalDate.of(2000, 1, 1), null));
        }
        if (!given.isBlank()) {
            changes.add(Change.that(new Fact.Tag(given, "社区核实", null), LocalDate.of(2000, 1, 1), null));
        }
        return HouseholdFile.empty().with(changes);
    }

    private static Fact.Member member(int n, Birth birth, boolean atHome) {
        return new Fact.Member("m" + n, "某某", birth, Relation.OTHER, null, null, null, atHome, null);
    }
}
