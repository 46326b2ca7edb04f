package cn.huiyin.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.Occupancy;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrequencyTest {

    private static final Policy STANDARD =
            Objects.requireNonNull(PolicyFile.builtIn().get(Policy.STANDARD));

    @Test
    void ordinaryHomesAreVisitedEachQuarterKeyOnesEachMonthAndSpecialOnesEachWeek() {
        LocalDate last = LocalDate.of(2026, 1, 31);

        assertThat(of(HouseholdClass.ORDINARY).dueOn(last, last)).isEqualTo("2026-04-30");
        assertThat(of(HouseholdClass.KEY).dueOn(last, last)).isEqualTo("2026-02-28");
        assertThat(of(HouseholdClass.SPECIAL).dueOn(last, last)).isEqualTo("2026-02-07");
        assertThat(STANDARD.leaveOut()).containsExactlyInAnyOrder(Occupancy.EMPTY, Occupancy.AWAY);
    }

    @Test
    void theOtherDocumentsFiguresAreASecondPolicy() {
        Policy other = Objects.requireNonNull(PolicyFile.builtIn().get("HALF_YEARLY"));

        assertThat(other.rules().values().stream().map(Frequency::every))
                .containsExactlyInAnyOrder(Period.ofMonths(6), Period.ofMonths(3), Period.ofMonths(1));
    }

    @Test
    void onlyAVisitInPersonCountsForKeyGroups() {
        assertThat(of(HouseholdClass.KEY).ways()).containsExactly(Way.IN_PERSON);
        assertThat(of(HouseholdClass.SPECIAL).ways()).containsExactly(Way.IN_PERSON);
        assertThat(of(HouseholdClass.ORDINARY).ways()).containsExactlyInAnyOrder(Way.IN_PERSON, Way.ONLINE);
    }

    @Test
    void whoeverComesNewlyUnderARuleHasItsNoticeBeforeAnythingIsOwed() {
        LocalDate longAgo = LocalDate.of(2025, 1, 1);

        assertThat(of(HouseholdClass.SPECIAL).dueOn(longAgo, LocalDate.of(2026, 3, 1)))
                .isEqualTo("2026-03-03");
    }

    @Test
    void eachDueDayThatPassedIsAVisitOwed() {
        LocalDate due = LocalDate.of(2026, 3, 1);

        assertThat(of(HouseholdClass.SPECIAL).owed(due, due)).isZero();
        assertThat(of(HouseholdClass.SPECIAL).owed(due, due.plusDays(1))).isEqualTo(1);
        assertThat(of(HouseholdClass.SPECIAL).owed(due, due.plusDays(15))).isEqualTo(3);
        assertThat(of(HouseholdClass.KEY).owed(due, LocalDate.of(2026, 4, 1))).isEqualTo(1);
        assertThat(of(HouseholdClass.KEY).owed(due, LocalDate.of(2026, 4, 2))).isEqualTo(2);
    }

    @Test
    void aHomeIsDueInItsNoticeAndOverdueTheDayAfter() {
        LocalDate due = LocalDate.of(2026, 3, 15);

        assertThat(Due.of(due, 7, LocalDate.of(2026, 3, 7))).isEqualTo(Due.NOT_YET);
        assertThat(Due.of(due, 7, LocalDate.of(2026, 3, 8))).isEqualTo(Due.DUE);
        assertThat(Due.of(due, 7, due)).isEqualTo(Due.DUE);
        assertThat(Due.of(due, 7, LocalDate.of(2026, 3, 16))).isEqualTo(Due.OVERDUE);
        assertThat(Due.of(null, 7, due)).isEqualTo(Due.LEFT_OUT);
    }

    @Test
    void aPolicyNamesEachClassOneUnitOfTimeAndAWay() {
        var never = new Frequency(Period.ZERO, 0, Set.of(Way.ONLINE));
        var both = new Frequency(Period.of(0, 1, 3), 0, Set.of(Way.ONLINE));
        var longNotice = new Frequency(Period.ofDays(7), 7, Set.of());

        assertThat(new Policy("名", "说明", Set.of(), Map.of()).faults()).hasSize(3);
        assertThat(new Policy(
                                "名",
                                "说明",
                                Set.of(),
                                Map.of(
                                        HouseholdClass.ORDINARY,
                                        never,
                                        HouseholdClass.KEY,
                                        both,
                                        HouseholdClass.SPECIAL,
                                        longNotice))
                        .faults())
                .extracting(fault -> fault.field())
                .containsExactly(
                        "policy.rules.ORDINARY.every",
                        "policy.rules.KEY.every",
                        "policy.rules.SPECIAL.notice",
                        "policy.rules.SPECIAL.ways");
    }

    private static Frequency of(HouseholdClass kind) {
        return Objects.requireNonNull(STANDARD.rules().get(kind));
    }
}
