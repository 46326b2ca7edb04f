package cn.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.of(KnownNotices.load(), 1);

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/statutory-2024-2026.csv", numLinesToSkip = 1)
    void everyDayOfTheNoticesIsFreeOrWorkedAsTheySay(LocalDate day, DayKind kind, String festival) {
        assertThat(calendar.isWorkingDay(day)).as(festival).isEqualTo(kind == DayKind.WORKDAY);
        assertThat(calendar.isProvisional(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void aYearHasAsManyWorkingDaysAsItsNoticeLeaves(int year, int workingDays) {
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(calendar::isWorkingDay))
                .hasSize(workingDays);
    }

    @ParameterizedTest(name = "filed {0}, {1} working days: due {2}")
    @CsvSource({
        "2026-09-18T10:00, 1, 2026-09-20T18:00", // Sunday 20 September is worked
        "2026-09-18T23:59, 3, 2026-09-22T18:00",
        "2026-09-24T09:00, 1, 2026-09-28T18:00", // over Mid-Autumn
        "2026-09-24T09:00, 7, 2026-10-12T18:00", // over both
        "2026-09-30T17:00, 1, 2026-10-08T18:00", // over National Day
        "2026-09-30T17:00, 3, 2026-10-10T18:00", // Saturday 10 October is worked
        "2026-09-30T17:00, 4, 2026-10-12T18:00",
        "2026-10-03T12:00, 1, 2026-10-08T18:00", // filed on a holiday
        "2026-10-11T12:00, 1, 2026-10-12T18:00", // filed on a Sunday
        "2026-12-30T12:00, 1, 2026-12-31T18:00"
    })
    void workingDaysAreCountedFromTheDayAfter(LocalDateTime filed, int days, LocalDateTime due) {
        assertThat(calendar.countWorkingDays(at(filed), days, List.of())).isEqualTo(new Due(at(due), false));
    }

    @ParameterizedTest(name = "filed {0}, {1} working days: due {2} for now")
    @CsvSource({
        "2026-12-30T12:00, 2, 2027-01-04T18:00",
        "2026-12-31T12:00, 1, 2027-01-04T18:00", // over New Year, a Friday
        "2026-12-30T12:00, 7, 2027-01-11T18:00",
        "2027-02-03T12:00, 3, 2027-02-10T18:00", // over the eve and three days of the Spring Festival
        "2027-04-02T12:00, 1, 2027-04-06T18:00", // over Qingming, a Monday
        "2027-06-08T12:00, 1, 2027-06-10T18:00", // over Dragon Boat, a Wednesday
        "2027-09-14T12:00, 1, 2027-09-16T18:00", // over Mid-Autumn, a Wednesday
        "2027-09-30T12:00, 1, 2027-10-04T18:00" // over 1 to 3 October
    })
    void whatReachesIntoAYearWithoutNoticeIsProvisional(LocalDateTime filed, int days, LocalDateTime due) {
        assertThat(calendar.countWorkingDays(at(filed), days, List.of())).isEqualTo(new Due(at(due), true));
    }

    @Test
    void theNoticeEndsTheProvisionalAndMovesWhatIsDue() {
        WorkingCalendar announced = with(new YearNotice(
                2027,
                "通知",
                List.of(
                        new ListedDay(LocalDate.of(2027, 1, 1), DayKind.HOLIDAY, "元旦"),
                        new ListedDay(LocalDate.of(2027, 1, 2), DayKind.WORKDAY, "元旦"))));
        assertThat(announced.version()).isEqualTo(2);
        assertThat(announced.countWorkingDays(at("2026-12-31T12:00"), 1, List.of()))
                .isEqualTo(new Due(at("2027-01-02T18:00"), false));
    }

    @Test
    void aNoticeMayListDaysOfTheYearBeforeIt() {
        WorkingCalendar announced = with(new YearNotice(
                2027,
                "通知",
                List.of(
                        new ListedDay(LocalDate.of(2026, 12, 26), DayKind.WORKDAY, "元旦"),
                        new ListedDay(LocalDate.of(2026, 12, 31), DayKind.HOLIDAY, "元旦"))));
        assertThat(announced.isWorkingDay(LocalDate.of(2026, 12, 26))).isTrue();
        assertThat(announced.isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(announced.isWorkingDay(LocalDate.of(2026, 12, 30))).isTrue();
    }

    @Test
    void whereTwoNoticesListADayTheLaterOneHolds() {
        ListedDay worked = new ListedDay(LocalDate.of(2027, 1, 2), DayKind.WORKDAY, "元旦");
        ListedDay free = new ListedDay(LocalDate.of(2027, 1, 2), DayKind.HOLIDAY, "元旦");
        WorkingCalendar told = WorkingCalendar.of(
                Map.of(
                        2027, new YearNotice(2027, "通知", List.of(free)),
                        2026, new YearNotice(2026, "通知", List.of(worked))),
                1);
        assertThat(told.isWorkingDay(LocalDate.of(2027, 1, 2))).isFalse();
    }

    @Test
    void aWorkingDayWhoseCloseLiesInAPauseDoesNotCount() {
        Instant filed = at("2026-11-02T10:00"); // a Monday
        assertThat(due(filed, 3)).isEqualTo(at("2026-11-05T18:00"));
        assertThat(due(filed, 3, pause("2026-11-03T17:59", "2026-11-03T18:01"))).isEqualTo(at("2026-11-06T18:00"));
        assertThat(due(filed, 3, pause("2026-11-03T09:00", "2026-11-03T18:00"))).isEqualTo(at("2026-11-05T18:00"));
        assertThat(due(filed, 3, pause("2026-11-03T18:00", "2026-11-04T12:00"))).isEqualTo(at("2026-11-06T18:00"));
        assertThat(due(filed, 3, pause("2026-11-07T00:00", "2026-11-08T23:00"))).isEqualTo(at("2026-11-05T18:00"));
    }

    @Test
    void overlappingPausesTakeADayAwayOnce() {
        assertThat(due(
                        at("2026-11-02T10:00"),
                        3,
                        pause("2026-11-03T12:00", "2026-11-04T12:00"),
                        pause("2026-11-03T17:00", "2026-11-03T19:00")))
                .isEqualTo(at("2026-11-06T18:00"));
    }

    @Test
    void hoursAreNaturalTimeAndNeverProvisional() {
        assertThat(calendar.countHours(at("2026-12-31T20:00"), Duration.ofHours(24), List.of()))
                .isEqualTo(new Due(at("2027-01-01T20:00"), false));
    }

    @Test
    void hoursGrowByTheUnionOfThePauses() {
        List<Pause> pauses = List.of(
                pause("2026-11-02T14:00", "2026-11-02T16:00"),
                pause("2026-11-02T12:00", "2026-11-02T15:00"), // together four hours
                pause("2026-11-01T00:00", "2026-11-02T11:00"), // one of them after the start
                pause("2026-11-05T00:00", "2026-11-06T00:00")); // after the end
        assertThat(calendar.countHours(at("2026-11-02T10:00"), Duration.ofHours(24), pauses)
                        .at())
                .isEqualTo(at("2026-11-03T15:00"));
    }

    @ParameterizedTest(name = "{1} months from {0}: {2}")
    @CsvSource({
        "2026-10-21T12:00, 1, 2026-11-23T18:00, false", // the 21st is a Saturday
        "2026-08-31T12:00, 1, 2026-09-30T18:00, false", // September has no 31st
        "2026-01-31T12:00, 1, 2026-02-28T18:00, false", // a Saturday that is worked
        "2026-09-01T12:00, 1, 2026-10-08T18:00, false", // National Day
        "2026-11-30T12:00, 1, 2026-12-30T18:00, false",
        "2026-12-01T12:00, 1, 2027-01-04T18:00, true", // New Year
        "2026-11-30T12:00, 3, 2027-03-01T18:00, true" // 28 February is a Sunday
    })
    void monthsEndOnTheCorrespondingDay(LocalDateTime start, int months, LocalDateTime due, boolean provisional) {
        assertThat(calendar.countMonths(at(start), months)).isEqualTo(new Due(at(due), provisional));
    }

    @Test
    void leadTimesOpenSoManyWorkingDaysBefore() {
        Instant due = at("2026-10-09T18:00");
        assertThat(calendar.workingDaysBefore(due, 0)).isEqualTo(at("2026-10-09T09:00"));
        assertThat(calendar.workingDaysBefore(due, 1)).isEqualTo(at("2026-10-08T09:00"));
        assertThat(calendar.workingDaysBefore(due, 2)).isEqualTo(at("2026-09-30T09:00"));
        assertThat(calendar.workingDaysBefore(at("2026-10-04T12:00"), 0)).isEqualTo(at("2026-09-30T09:00"));
        assertThat(calendar.workingDaysBefore(at("2026-10-04T12:00"), 1)).isEqualTo(at("2026-09-30T09:00"));
    }

    @Test
    void followUpsCloseSoManyWorkingDaysAfter() {
        assertThat(calendar.workingDaysAfter(at("2026-10-09T18:00"), 2)).isEqualTo(at("2026-10-12T18:00"));
        assertThat(calendar.workingDaysAfter(at("2026-10-09T20:00"), 0)).isEqualTo(at("2026-10-09T18:00"));
        assertThat(calendar.workingDaysAfter(at("2026-10-04T12:00"), 0)).isEqualTo(at("2026-10-08T18:00"));
    }

    @Test
    void aCountOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> due(at("2026-11-02T10:00"), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.countMonths(at("2026-11-02T10:00"), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.workingDaysBefore(at("2026-11-02T10:00"), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> pause("2026-11-02T10:00", "2026-11-02T09:59"));
    }

    private Instant due(Instant start, int days, Pause... pauses) {
        return calendar.countWorkingDays(start, days, List.of(pauses)).at();
    }

    private static WorkingCalendar with(YearNotice notice) {
        Map<Integer, YearNotice> notices = new HashMap<>(KnownNotices.load());
        notices.put(notice.year(), notice);
        return WorkingCalendar.of(notices, 2);
    }

    private static Pause pause(String from, String to) {
        return new Pause(at(from), at(to));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
