package cn.huiyin.calendar;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatutoryDaysTest {

    /** First day of the Spring Festival, Qingming, Dragon Boat, Mid-Autumn, as almanacs print them. */
    @ParameterizedTest
    @CsvSource({
        "2024, 02-10, 04-04, 06-10, 09-17",
        "2025, 01-29, 04-04, 05-31, 10-06",
        "2026, 02-17, 04-05, 06-19, 09-25",
        "2027, 02-06, 04-05, 06-09, 09-15",
        "2028, 01-26, 04-04, 05-28, 10-03",
        "2029, 02-13, 04-04, 06-16, 09-22",
        "2030, 02-03, 04-05, 06-05, 09-12"
    })
    void theMoonAndTheSunSetTheirFestivals(
            int year, String springFestival, String qingming, String dragonBoat, String midAutumn) {
        LocalDate spring = day(year, springFestival);
        var expected = Stream.of(
                        day(year, "01-01"),
                        spring.minusDays(1),
                        spring,
                        spring.plusDays(1),
                        spring.plusDays(2),
                        day(year, qingming),
                        day(year, "05-01"),
                        day(year, "05-02"),
                        day(year, dragonBoat),
                        day(year, midAutumn),
                        day(year, "10-01"),
                        day(year, "10-02"),
                        day(year, "10-03"))
                .collect(toCollection(TreeSet::new));
        assertThat(StatutoryDays.of(year).keySet()).isEqualTo(expected);
    }

    @Test
    void festivalsThatMeetShareTheirDay() {
        assertThat(StatutoryDays.of(2028)).containsEntry(day(2028, "10-03"), "国庆节、中秋节");
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void theNoticesSinceTheRevisionKeepTheRegulation(int year) {
        WorkingCalendar calendar = WorkingCalendar.of(KnownNotices.load(), 1);
        assertThat(StatutoryDays.of(year).keySet()).noneMatch(calendar::isWorkingDay);
    }

    private static LocalDate day(int year, String monthAndDay) {
        return LocalDate.parse(year + "-" + monthAndDay);
    }
}
