package cn.huiyin.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.calendar.StatutoryDays;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemeTest {

    private static final CampaignRules RULES = CampaignRules.builtIn();

    @Test
    void theSpringFestivalAndMidAutumnFallWhereTheLunarCalendarPutsThem() {
        Map<Integer, String> springs = Map.of(
                2024,
                "2024-02-10",
                2025,
                "2025-01-29",
                2026,
                "2026-02-17",
                2027,
                "2027-02-06",
                2028,
                "2028-01-26",
                2033,
                "2033-01-31",
                2034,
                "2034-02-19");
        Map<Integer, String> autumns = Map.of(
                2024, "2024-09-17", 2025, "2025-10-06", 2026, "2026-09-25", 2027, "2027-09-15", 2028, "2028-10-03");

        springs.forEach(
                (year, day) -> assertThat(theme("SPRING_FESTIVAL").dayIn(year)).isEqualTo(day));
        autumns.forEach(
                (year, day) -> assertThat(theme("MID_AUTUMN").dayIn(year)).isEqualTo(day));
    }

    @Test
    void theyAreTheSameDaysThatTheStatutoryCalendarHasFree() {
        for (int year = 2025; year < 2060; year++) {
            var free = StatutoryDays.of(year);

            assertThat(free.get(theme("SPRING_FESTIVAL").dayIn(year))).contains("春节");
            assertThat(free.get(theme("MID_AUTUMN").dayIn(year))).contains("中秋节");
        }
    }

    @Test
    void schoolAndHeatingBeginOnTheSameDayEachYear() {
        assertThat(theme("SCHOOL_START").dayIn(2026)).isEqualTo("2026-09-01");
        assertThat(theme("HEATING").in(2026))
                .isEqualTo(new Theme.Window(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 11, 22)));
    }

    @Test
    void aCampaignIsProposedSoManyDaysBeforeItBeginsAndUntilItIsOver() {
        Theme spring = theme("SPRING_FESTIVAL");
        LocalDate begins = LocalDate.of(2026, 1, 27);

        assertThat(spring.in(2026).startsOn()).isEqualTo(begins);
        assertThat(spring.toPropose(begins.minusDays(15))).isEmpty();
        assertThat(spring.toPropose(begins.minusDays(14))).containsExactly(spring.in(2026));
        assertThat(spring.toPropose(LocalDate.of(2026, 2, 16))).containsExactly(spring.in(2026));
        assertThat(spring.toPropose(LocalDate.of(2026, 2, 17))).isEmpty();
        // the one of 2028 begins on 5 January, and is proposed in the December before
        assertThat(spring.toPropose(LocalDate.of(2027, 12, 22))).containsExactly(spring.in(2028));
    }

    private static Theme theme(String code) {
        return RULES.themes().stream()
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
