package cn.huiyin.digest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.calendar.KnownNotices;
import cn.huiyin.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(KnownNotices.load(), 1);
    private static final Rhythm EVERY_DAY = rhythm(true);
    private static final Rhythm WORKING_DAYS = rhythm(false);

    @Test
    void onASundayEveningTheGridsAndTheCommunitysMondayArePlanned() {
        assertThat(names(EVERY_DAY, "2026-11-22T21:00")).containsExactly("GRID 2026-11-23", "COMMUNITY 2026-11-23");
    }

    @Test
    void aGridsMorningThatWasMissedIsCaughtUpUntilTheEvening() {
        assertThat(names(EVERY_DAY, "2026-11-25T20:29")).containsExactly("GRID 2026-11-25", "GRID 2026-11-26");
        assertThat(names(EVERY_DAY, "2026-11-25T20:30")).containsExactly("GRID 2026-11-26");
    }

    @Test
    void afterWeeksOfSleepOnlyTheNewestIsTold() {
        assertThat(names(EVERY_DAY, "2026-12-09T10:00")).containsExactly("GRID 2026-12-09", "GRID 2026-12-10");
        assertThat(names(EVERY_DAY, "2026-12-08T10:00"))
                .containsExactly("GRID 2026-12-08", "GRID 2026-12-09", "COMMUNITY 2026-12-07");
    }

    @Test
    void theNationalHolidayMovesThemToTheFirstWorkingDay() {
        var street = WORKING_DAYS.of(DigestKind.STREET, LocalDate.parse("2026-10-01"), CALENDAR);
        var grid = WORKING_DAYS.of(DigestKind.GRID, LocalDate.parse("2026-10-08"), CALENDAR);

        assertThat(street.dueAt()).isEqualTo(at("2026-10-08T08:30"));
        assertThat(street.from()).isEqualTo(at("2026-09-01T00:00"));
        assertThat(street.to()).isEqualTo(at("2026-10-01T00:00"));
        assertThat(grid.from()).isEqualTo(at("2026-09-30T08:30"));
        assertThat(names(WORKING_DAYS, "2026-10-07T09:00"))
                .containsExactly("GRID 2026-10-08", "COMMUNITY 2026-10-05", "STREET 2026-10-01");
        assertThat(names(WORKING_DAYS, "2026-10-03T09:00")).isEmpty();
    }

    @Test
    void aWeekBeginsOnItsMondayWhateverItIsToldOn() {
        var week = EVERY_DAY.of(DigestKind.COMMUNITY, LocalDate.parse("2026-10-05"), CALENDAR);

        assertThat(week.dueAt()).isEqualTo(at("2026-10-08T08:30"));
        assertThat(week.from()).isEqualTo(at("2026-09-28T00:00"));
        assertThat(week.to()).isEqualTo(at("2026-10-05T00:00"));
        assertThat(week.inWords()).isEqualTo("2026年9月28日~2026年10月4日");
    }

    @Test
    void turnsFollowOneUponTheOtherWithoutAGap() {
        for (var rhythm : List.of(EVERY_DAY, WORKING_DAYS)) {
            var told = LocalDate.parse("2026-01-01")
                    .datesUntil(LocalDate.parse("2026-12-31"))
                    .filter(day -> rhythm == EVERY_DAY || CALENDAR.isWorkingDay(day))
                    .map(day -> rhythm.of(DigestKind.GRID, day, CALENDAR))
                    .toList();
            for (int i = 1; i < told.size(); i++) {
                assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to());
            }
        }
    }

    @Test
    void aNameIsReadAgainAndNothingElseIs() {
        assertThat(DigestName.read("GRID/qinghe-c1-g1/2026-11-23").map(DigestName::toString))
                .contains("GRID/qinghe-c1-g1/2026-11-23");
        assertThat(List.of("", "GRID", "HOUSE/x/2026-11-23", "GRID/x/yesterday", "GRID/x/2026-11-23/y"))
                .allSatisfy(text -> assertThat(DigestName.read(text)).isEmpty());
    }

    private static List<String> names(Rhythm rhythm, String now) {
        return rhythm.toPlan(at(now), CALENDAR).stream()
                .map(period -> period.kind() + " " + period.day())
                .toList();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static Rhythm rhythm(boolean everyDay) {
        return new Rhythm(
                LocalTime.of(8, 30),
                everyDay,
                Duration.ofDays(1),
                Map.of(
                        DigestKind.GRID, Duration.ofHours(12),
                        DigestKind.COMMUNITY, Duration.ofDays(2),
                        DigestKind.STREET, Duration.ofDays(5)));
    }
}
