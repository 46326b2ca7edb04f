package cn.huiyin.oversight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.oversight.domain.Check.Part;
import cn.huiyin.oversight.domain.Findings.AskedBy;
import cn.huiyin.oversight.domain.Findings.Mark;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may do what with a spot check, and where it leads. */
class CheckTest {

    private static final Findings FINE = new Findings(AskedBy.PHONE, Mark.OK, Mark.NONE, Mark.OK);

    @Test
    void aCheckGoesFromDrawnOverAssignedToItsFindings() {
        assertThat(in(CheckState.DRAWN).after(CheckMove.ASSIGN, Set.of(Part.SUPERVISOR), null))
                .isEqualTo(CheckState.ASSIGNED);
        assertThat(in(CheckState.ASSIGNED).after(CheckMove.TRY, Set.of(Part.CHECKER), null))
                .isEqualTo(CheckState.ASSIGNED);
        assertThat(in(CheckState.ASSIGNED).after(CheckMove.REPORT, Set.of(Part.CHECKER), FINE))
                .isEqualTo(CheckState.PASSED);
    }

    @Test
    void onePointThatIsWrongIsAFinding() {
        for (Findings wrong : Set.of(
                new Findings(AskedBy.PHONE, Mark.WRONG, Mark.NONE, Mark.OK),
                new Findings(AskedBy.IN_PERSON, Mark.OK, Mark.WRONG, Mark.OK),
                new Findings(AskedBy.PHONE, Mark.OK, Mark.OK, Mark.WRONG))) {
            assertThat(in(CheckState.ASSIGNED).after(CheckMove.REPORT, Set.of(Part.CHECKER), wrong))
                    .isEqualTo(CheckState.FINDINGS);
        }
    }

    @Test
    void onlyTheSupervisorItWasGivenToReports() {
        assertThat(in(CheckState.ASSIGNED).moves(Set.of(Part.SUPERVISOR))).containsExactly(CheckMove.ASSIGN);
        assertThatThrownBy(() -> in(CheckState.ASSIGNED).after(CheckMove.REPORT, Set.of(Part.SUPERVISOR), FINE))
                .hasMessageContaining("NOT_ALLOWED");
    }

    @Test
    void whatIsFoundIsNotFoundAgain() {
        for (CheckState over : EnumSet.of(CheckState.PASSED, CheckState.FINDINGS)) {
            assertThat(in(over).moves(EnumSet.allOf(Part.class))).isEmpty();
            assertThatThrownBy(() -> in(over).after(CheckMove.REPORT, EnumSet.allOf(Part.class), FINE))
                    .hasMessageContaining("CHECK_MOVE_REFUSED");
        }
    }

    @Test
    void nobodyChecksTheirOwnVisit() {
        assertThat(in(CheckState.DRAWN).mayBeCheckedBy(7)).isFalse();
        assertThat(in(CheckState.DRAWN).mayBeCheckedBy(8)).isTrue();
    }

    private static Check in(CheckState state) {
        return new Check("visit-1", "home", "/s/c/g/b/", 7, true, state, Instant.EPOCH, 9L, 3);
    }
}
