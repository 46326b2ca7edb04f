package cn.huiyin.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.appointment.domain.Flow.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** V1: what can become of an appointment. */
class FlowTest {

    @Test
    void theFlowIsExactlyThis() {
        assertThat(Flow.TABLE.stream().map(FlowTest::inWords))
                .containsExactlyInAnyOrder(
                        "排队中 改时间 已约好",
                        "排队中 取消 已取消",
                        "已约好 改时间 已约好",
                        "已约好 取消 已取消",
                        "已约好 到场 已到场",
                        "已约好 记为未到 未到",
                        "已到场 完成 已完成",
                        "未到 到场 已到场");
    }

    private static String inWords(Step step) {
        return "%s %s %s"
                .formatted(
                        step.from().chinese(), step.move().chinese(), step.to().chinese());
    }

    @Test
    void noMoveOfAStateLeadsToTwoPlaces() {
        assertThat(Flow.TABLE.stream().map(step -> step.from() + " " + step.move()))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingLeavesAnAppointmentThatHasEnded() {
        assertThat(Flow.TABLE).extracting(Step::from).doesNotContain(State.CANCELLED, State.COMPLETED, State.LAPSED);
    }

    @Test
    void everyStateButWaitingBookedAndLapsedIsReachedByAMove() {
        Set<State> reached = Flow.TABLE.stream().map(Step::to).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(reached)))
                .containsExactlyInAnyOrder(State.WAITING, State.LAPSED);
    }

    @Test
    void onlyStaffSayWhetherSomebodyCame() {
        List<Move> ofStaff = List.of(Move.ARRIVE, Move.NO_SHOW, Move.COMPLETE);
        assertThat(Flow.TABLE)
                .filteredOn(step -> ofStaff.contains(step.move()))
                .allSatisfy(step -> assertThat(step.who()).containsExactlyInAnyOrder(Part.VISITOR, Part.DISPATCHER));
    }

    @Test
    void whoeverOnlyLooksMovesNothing() {
        assertThat(Flow.TABLE)
                .allSatisfy(
                        step -> assertThat(step.who()).doesNotContain(Part.GRID_WORKER, Part.SUPERVISOR, Part.SYSTEM));
    }

    @Test
    void bookingAndMovingUpAreNotAskedForAsMoves() {
        assertThat(Flow.TABLE).extracting(Step::move).doesNotContain(Move.BOOK, Move.MOVE_UP);
    }
}
