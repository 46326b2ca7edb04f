package cn.huiyin.oversight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.oversight.domain.Rectification.Part;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may do what with a rectification notice, and where it leads. */
class RectificationTest {

    private static final Set<Part> COMMUNITY = Set.of(Part.COMMUNITY);
    private static final Set<Part> SUPERVISOR = Set.of(Part.SUPERVISOR);
    private static final Instant DUE = Instant.parse("2026-12-10T10:00:00Z");

    @Test
    void theCommunityAnswersAndTheSupervisorAcceptsOrSendsBack() {
        assertThat(in(RectificationState.ISSUED).after(RectificationMove.ANSWER, COMMUNITY, null))
                .isEqualTo(RectificationState.ANSWERED);
        assertThat(in(RectificationState.ANSWERED).after(RectificationMove.ACCEPT, SUPERVISOR, null))
                .isEqualTo(RectificationState.ACCEPTED);
        assertThat(in(RectificationState.ANSWERED).after(RectificationMove.SEND_BACK, SUPERVISOR, null))
                .isEqualTo(RectificationState.SENT_BACK);
        assertThat(in(RectificationState.SENT_BACK).after(RectificationMove.ANSWER, COMMUNITY, null))
                .isEqualTo(RectificationState.ANSWERED);
    }

    @Test
    void nobodyAcceptsTheirOwnAnswer() {
        assertThatThrownBy(() -> in(RectificationState.ANSWERED).after(RectificationMove.ACCEPT, COMMUNITY, null))
                .hasMessageContaining("NOT_ALLOWED");
        assertThatThrownBy(() -> in(RectificationState.ISSUED).after(RectificationMove.ANSWER, SUPERVISOR, null))
                .hasMessageContaining("NOT_ALLOWED");
    }

    @Test
    void whatIsOverIsNotMoved() {
        for (RectificationMove move : EnumSet.complementOf(EnumSet.of(RectificationMove.LOOK_BACK))) {
            assertThatThrownBy(() -> in(RectificationState.WITHDRAWN).after(move, EnumSet.allOf(Part.class), null))
                    .hasMessageContaining("RECTIFICATION_MOVE_REFUSED");
            assertThatThrownBy(() -> in(RectificationState.ACCEPTED).after(move, EnumSet.allOf(Part.class), null))
                    .hasMessageContaining("RECTIFICATION_MOVE_REFUSED");
        }
    }

    @Test
    void aLookBackThatFindsItUndoneSendsItBack() {
        Rectification accepted = waiting(RectificationState.ACCEPTED);
        assertThat(accepted.after(RectificationMove.LOOK_BACK, SUPERVISOR, LookedBack.HOLDS))
                .isEqualTo(RectificationState.ACCEPTED);
        assertThat(accepted.after(RectificationMove.LOOK_BACK, SUPERVISOR, LookedBack.RELAPSED))
                .isEqualTo(RectificationState.SENT_BACK);
        assertThat(Rectification.begins(RectificationMove.LOOK_BACK, LookedBack.RELAPSED))
                .isTrue();
        assertThat(Rectification.begins(RectificationMove.LOOK_BACK, LookedBack.HOLDS))
                .isFalse();
    }

    @Test
    void whatWasNeverAcceptedIsStillOpenAndNothingElse() {
        assertThat(waiting(RectificationState.ISSUED)
                        .after(RectificationMove.LOOK_BACK, SUPERVISOR, LookedBack.STILL_OPEN))
                .isEqualTo(RectificationState.ISSUED);
        for (LookedBack other : Set.of(LookedBack.HOLDS, LookedBack.RELAPSED)) {
            assertThatThrownBy(() ->
                            waiting(RectificationState.ISSUED).after(RectificationMove.LOOK_BACK, SUPERVISOR, other))
                    .hasMessageContaining("RECTIFICATION_MOVE_REFUSED");
        }
        assertThatThrownBy(() -> waiting(RectificationState.ACCEPTED)
                        .after(RectificationMove.LOOK_BACK, SUPERVISOR, LookedBack.STILL_OPEN))
                .hasMessageContaining("RECTIFICATION_MOVE_REFUSED");
    }

    @Test
    void nobodyLooksBackBeforeTheQuarterIsOver() {
        assertThat(in(RectificationState.ACCEPTED).moves(SUPERVISOR)).isEmpty();
        assertThatThrownBy(() -> in(RectificationState.ACCEPTED)
                        .after(RectificationMove.LOOK_BACK, SUPERVISOR, LookedBack.HOLDS))
                .hasMessageContaining("RECTIFICATION_MOVE_REFUSED");
    }

    @Test
    void anAnswerByTheDayMeetsTheDeadlineAndOneAfterItDoesNot() {
        assertThat(at(RectificationState.ISSUED, null).deadline(DUE.minusSeconds(1)))
                .isEqualTo("RUNNING");
        assertThat(at(RectificationState.ISSUED, null).deadline(DUE.plusSeconds(1)))
                .isEqualTo("MISSED");
        assertThat(at(RectificationState.ANSWERED, DUE).deadline(DUE.plusSeconds(99)))
                .isEqualTo("MET");
        assertThat(at(RectificationState.ACCEPTED, DUE.plusSeconds(1)).deadline(DUE.plusSeconds(99)))
                .isEqualTo("MISSED");
        assertThat(at(RectificationState.WITHDRAWN, null).deadline(DUE)).isEqualTo("WITHDRAWN");
    }

    private static Rectification in(RectificationState state) {
        return new Rectification("ZG2611000001", "visit-01", "/s/c/g/b/", state, DUE, 9, 7, DUE, null, 0, false, 2);
    }

    private static Rectification waiting(RectificationState state) {
        return new Rectification("ZG2611000001", "visit-01", "/s/c/g/b/", state, DUE, 9, 7, DUE, null, 0, true, 2);
    }

    private static Rectification at(RectificationState state, @Nullable Instant answered) {
        return new Rectification("ZG2611000001", "visit-01", "/s/c/g/b/", state, DUE, 9, 7, DUE, answered, 0, false, 2);
    }
}
