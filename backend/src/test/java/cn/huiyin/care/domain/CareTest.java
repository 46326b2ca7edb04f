package cn.huiyin.care.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.care.domain.Care.Part;
import cn.huiyin.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CareTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Instant BEFORE = Instant.parse("2026-03-01T02:00:00Z");
    private static final Set<Part> DISPATCHER = Set.of(Part.DISPATCHER);
    private static final Set<Part> SPECIALIST = Set.of(Part.SPECIALIST);

    @Test
    void theDispatcherAssignsFirstAndHandsOverAfterThat() {
        assertThat(care(null, false).steps(DISPATCHER)).containsExactly(What.ASSIGNED);
        assertThat(care(7L, false).steps(DISPATCHER)).containsExactly(What.HANDED_OVER);
        assertThatThrownBy(() -> care(7L, false).mayStep(What.ASSIGNED, DISPATCHER))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("STEP_REFUSED"));
    }

    @Test
    void theSpecialistPlansBeforeTheyReview() {
        assertThat(care(7L, false).steps(SPECIALIST)).containsExactly(What.PLANNED);
        assertThat(care(7L, true).steps(SPECIALIST)).containsExactlyInAnyOrder(What.PLANNED, What.REVIEWED);
        assertThatThrownBy(() -> care(7L, false).mayStep(What.REVIEWED, SPECIALIST))
                .hasMessageContaining("请先制定计划");
    }

    @Test
    void nobodyElsePlansOrAssigns() {
        assertThat(care(7L, true).steps(Set.of(Part.ONLOOKER))).isEmpty();
        assertThatThrownBy(() -> care(7L, true).mayStep(What.PLANNED, DISPATCHER))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.status()).isEqualTo(403));
        assertThat(Care.readsPlan(Set.of(Part.ONLOOKER))).isFalse();
    }

    @Test
    void nothingIsDoneInACareThatHasEnded() {
        var ended = new Care("home0001", "/s/c/g/b/", false, 7L, BEFORE, BEFORE, null, null, TODAY, TODAY, 5);

        assertThat(ended.steps(Set.of(Part.values()))).isEmpty();
        assertThatThrownBy(() -> ended.mayStep(What.REVIEWED, SPECIALIST))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("CARE_ENDED"));
    }

    @Test
    void aPlanIsDueAWeekAfterAssigningAndAReviewEachMonth() {
        var rhythm = new Rhythm(Period.ofDays(7), Period.ofMonths(1));

        assertThat(rhythm.after(What.ASSIGNED, TODAY)).isEqualTo("2026-04-07");
        assertThat(rhythm.after(What.PLANNED, TODAY)).isEqualTo("2026-04-30");
        assertThat(rhythm.after(What.REVIEWED, TODAY)).isEqualTo("2026-04-30");
    }

    @Test
    void aMeasureIsLateTheDayAfterItsDayUnlessItIsDone() {
        var plan = new Plan(
                "每周来看您",
                List.of(new Plan.Goal(
                        "按时吃药",
                        List.of(
                                new Plan.Measure("分药", "网格员", TODAY, null),
                                new Plan.Measure("量血压", "社区医生", TODAY.minusDays(3), TODAY.minusDays(4)),
                                new Plan.Measure("装扶手", "物业", TODAY.minusDays(1), null)))));

        assertThat(plan.late(TODAY)).isEqualTo(1);
        assertThat(plan.late(TODAY.plusDays(1))).isEqualTo(2);
    }

    private static Care care(@Nullable Long specialist, boolean planned) {
        return new Care(
                "home0001",
                "/s/c/g/b/",
                true,
                specialist,
                specialist == null ? null : BEFORE,
                planned ? BEFORE : null,
                null,
                specialist == null ? null : TODAY,
                TODAY,
                null,
                3);
    }
}
