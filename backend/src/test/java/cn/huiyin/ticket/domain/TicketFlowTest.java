package cn.huiyin.ticket.domain;

import static cn.huiyin.ticket.domain.TicketStory.DISPATCHER;
import static cn.huiyin.ticket.domain.TicketStory.LI;
import static cn.huiyin.ticket.domain.TicketStory.OFFICE;
import static cn.huiyin.ticket.domain.TicketStory.PROPERTY;
import static cn.huiyin.ticket.domain.TicketStory.SUPERVISOR;
import static cn.huiyin.ticket.domain.TicketStory.WATER;
import static cn.huiyin.ticket.domain.TicketStory.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** T3, T5, T6: the six stages, who may do what, and who answers for it. */
class TicketFlowTest {

    @Test
    void aTicketTravelsThroughAllSixStages() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.REPLY, "灯已修好").does(DISPATCHER, Move.ARCHIVE, null);

        assertThat(story.timeline().stream().map(TicketEvent::to))
                .containsExactly(
                        Stage.SUBMITTED,
                        Stage.CLASSIFIED,
                        Stage.DISPATCHED,
                        Stage.IN_PROGRESS,
                        Stage.REPLIED,
                        Stage.ARCHIVED);
    }

    @Test
    void whatIsNotInTheTableIsRefusedAndChangesNothing() {
        var story = filed("2026-11-23T10:00");
        var before = story.ticket();

        assertThatThrownBy(() -> story.does(DISPATCHER, Move.ARCHIVE, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(409);
                    assertThat(refusal.code()).isEqualTo("MOVE_REFUSED");
                });
        assertThat(story.ticket()).isEqualTo(before);
    }

    @Test
    void everyMoveThatCanBeAskedForIsSomewhereInTheTable() {
        var moves = Flow.TABLE.stream().map(Flow.Step::move).collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(moves))).containsExactlyInAnyOrder(Move.SUBMIT, Move.REPLAN);
    }

    @Test
    void noStageAndMoveStandTwiceInTheTable() {
        assertThat(Flow.TABLE.stream().map(step -> step.from() + " " + step.move()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMoveThatSomebodyElseMayMakeIsNotYours() {
        var story = filed("2026-11-23T10:00");

        assertThatThrownBy(() -> story.does(LI, Move.CLASSIFY, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
    }

    @Test
    void aReturnNeedsAReason() {
        var story =
                filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED).dispatchedTo(PROPERTY);

        assertThatThrownBy(() -> story.does(story.of(PROPERTY), Move.RETURN, " "))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults().get(0).field()).isEqualTo("note"));
    }

    @Test
    void theFirstReceiverStaysThoughOthersAreGivenTheTicket() {
        var story =
                filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED).dispatchedTo(PROPERTY);
        story.does(story.of(PROPERTY), Move.RETURN, "水务的管道").dispatchedTo(WATER).to(OFFICE, Move.ESCALATE, DISPATCHER);

        assertThat(story.ticket().responsibility().firstReceiver()).isEqualTo(PROPERTY);
        assertThat(story.ticket().responsibility().holder()).isEqualTo(OFFICE);
        assertThat(story.ticket().responsibility().handOns()).isEqualTo(3);
    }

    @Test
    void onlyTheFirstReceiverAnswersThoughAnotherUnitDidTheWork() {
        var story =
                filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED).dispatchedTo(PROPERTY);
        story.dispatchedTo(WATER);
        story.does(story.of(WATER), Move.ACCEPT, null);

        assertThatThrownBy(() -> story.does(story.of(WATER), Move.REPLY, "修好了"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
        story.does(story.of(PROPERTY), Move.REPLY, "水务已修好");
        assertThat(story.ticket().stage()).isEqualTo(Stage.REPLIED);
    }

    @Test
    void aMatterSettledOnTheSpotHasTheAnsweringUnitAsItsFirstReceiver() {
        var story = filed("2026-11-23T10:00").to(PROPERTY, Move.REPLY, DISPATCHER);

        assertThat(story.ticket().stage()).isEqualTo(Stage.REPLIED);
        assertThat(story.ticket().responsibility().firstReceiver()).isEqualTo(PROPERTY);
    }

    @Test
    void aHelpingUnitIsNotAHandOn() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.to(WATER, Move.CO_HANDLE, story.of(PROPERTY));

        assertThat(story.ticket().responsibility().coHandlers()).containsExactly(WATER.value());
        assertThat(story.ticket().responsibility().handOns()).isZero();
    }

    @Test
    void aResidentMayNudgeOnceADay() {
        var story = filed("2026-11-23T10:00").does(LI, Move.NUDGE, null).after(Duration.ofHours(23));

        assertThatThrownBy(() -> story.does(LI, Move.NUDGE, null)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1));
        });
        story.after(Duration.ofHours(1)).does(LI, Move.NUDGE, null);
        assertThat(story.ticket().progress().nudges()).isEqualTo(2);
    }

    @Test
    void aResidentMayReopenForThirtyDaysAfterArchiving() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.REPLY, "灯已修好").does(DISPATCHER, Move.ARCHIVE, null);

        story.after(Duration.ofDays(30)).does(LI, Move.REOPEN, "又坏了");
        assertThat(story.ticket().stage()).isEqualTo(Stage.IN_PROGRESS);
        assertThat(story.ticket().progress().round()).isEqualTo(2);
    }

    @Test
    void afterTheWindowOnlyStaffReopen() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.REPLY, "灯已修好")
                .does(DISPATCHER, Move.ARCHIVE, null)
                .after(Duration.ofDays(31));

        assertThatThrownBy(() -> story.does(LI, Move.REOPEN, "又坏了"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REOPEN_WINDOW_CLOSED"));
        story.does(SUPERVISOR, Move.REOPEN, "抽查发现未解决");
        assertThat(story.ticket().stage()).isEqualTo(Stage.IN_PROGRESS);
    }

    @Test
    void aWithdrawnTicketIsOver() {
        var story = filed("2026-11-23T10:00").does(LI, Move.WITHDRAW, null);

        assertThat(story.ticket().openTo(EnumSet.allOf(Part.class))).isEmpty();
        assertThat(story.ticket().deadlines().all()).noneMatch(Deadline::isRunning);
    }

    @Test
    void thePageIsToldWhichMovesAreOpen() {
        var story = filed("2026-11-23T10:00");

        assertThat(story.ticket().openTo(EnumSet.of(Part.REPORTER)))
                .containsExactlyInAnyOrder(Move.SUPPLEMENT, Move.NUDGE, Move.WITHDRAW);
        assertThat(story.ticket().openTo(EnumSet.of(Part.CO_HANDLER))).isEmpty();
    }

    @Test
    void everyPartHasAPlaceInTheTable() {
        var acting = Flow.TABLE.stream().flatMap(step -> step.who().stream()).collect(Collectors.toSet());

        assertThat(acting).containsExactlyInAnyOrderElementsOf(Arrays.asList(Part.values()));
    }
}
