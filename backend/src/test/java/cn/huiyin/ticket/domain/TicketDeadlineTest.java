package cn.huiyin.ticket.domain;

import static cn.huiyin.ticket.domain.TicketStory.DISPATCHER;
import static cn.huiyin.ticket.domain.TicketStory.LI;
import static cn.huiyin.ticket.domain.TicketStory.OFFICE;
import static cn.huiyin.ticket.domain.TicketStory.POLICY;
import static cn.huiyin.ticket.domain.TicketStory.PROPERTY;
import static cn.huiyin.ticket.domain.TicketStory.SUPERVISOR;
import static cn.huiyin.ticket.domain.TicketStory.WATER;
import static cn.huiyin.ticket.domain.TicketStory.at;
import static cn.huiyin.ticket.domain.TicketStory.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import cn.huiyin.messaging.Notice;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** T4, T7, T8, M1: what is promised by when, and who hears of it. Monday is 23 November 2026. */
class TicketDeadlineTest {

    @Test
    void itIsAcknowledgedWithinThreeWorkingDays() {
        assertThat(filed("2026-11-23T10:00").deadline("acknowledge").dueAt()).isEqualTo(at("2026-11-26T18:00"));
    }

    @Test
    void theFirstReplyIsDueWithinSevenWorkingDays() {
        assertThat(filed("2026-11-23T10:00").deadline("first-reply").dueAt()).isEqualTo(at("2026-12-02T18:00"));
    }

    @Test
    void nationalDayAndItsMakeUpWorkdayCount() {
        // 28, 29, 30 September, 8, 9, Saturday 10 (make-up), 12 October
        assertThat(filed("2026-09-27T10:00").deadline("first-reply").dueAt()).isEqualTo(at("2026-10-12T18:00"));
    }

    @Test
    void anUrgentMatterHasTwentyFourHoursOfNaturalTime() {
        var story = filed("2026-11-21T20:00", Urgency.URGENT);

        assertThat(story.deadline("urgent").dueAt()).isEqualTo(at("2026-11-22T20:00"));
    }

    @Test
    void aMatterFoundToBeAHazardHasTwentyFourHoursFromThen() {
        var story = filed("2026-11-23T10:00")
                .when("2026-11-24T09:00")
                .classified(HandlingKind.COORDINATED, null, LedgerColour.RED);

        assertThat(story.deadline("urgent").dueAt()).isEqualTo(at("2026-11-25T09:00"));
    }

    @Test
    void calledUrgentNoMoreAndUrgentAgainTheClockGoesOnWhereItWas() {
        var story =
                filed("2026-11-23T10:00", Urgency.URGENT).classified(HandlingKind.COORDINATED, Urgency.NORMAL, null);
        assertThat(story.state("urgent")).isEqualTo(DeadlineState.WITHDRAWN);

        story.when("2026-11-24T09:00").classified(HandlingKind.COORDINATED, Urgency.URGENT, null);
        assertThat(story.deadline("urgent").dueAt()).isEqualTo(at("2026-11-24T10:00"));
        assertThat(story.state("urgent")).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void whatCanBeSettledAtOnceIsRespondedToWithinADayAndAnsweredWithinThreeWorkingDays() {
        var story = filed("2026-11-23T10:00").after(Duration.ofHours(2)).classified(HandlingKind.IMMEDIATE);

        assertThat(story.deadline("immediate-response").dueAt()).isEqualTo(at("2026-11-24T12:00"));
        assertThat(story.deadline("on-the-spot").dueAt()).isEqualTo(at("2026-11-26T18:00"));
    }

    @Test
    void coordinatedMattersStartWithinThreeWorkingDays() {
        var story = filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED);
        assertThat(story.deadline("coordination-start").dueAt()).isEqualTo(at("2026-11-26T18:00"));

        story.dispatchedTo(PROPERTY);
        story.does(story.of(PROPERTY), Move.ACCEPT, null);
        assertThat(story.state("coordination-start")).isEqualTo(DeadlineState.MET);
    }

    @Test
    void aYellowMatterIsAnsweredWithinThreeDays() {
        var story = filed("2026-11-27T10:00").classified(HandlingKind.COORDINATED, null, LedgerColour.YELLOW);

        assertThat(story.deadline("yellow-answer").dueAt()).isEqualTo(at("2026-11-30T10:00"));
    }

    @Test
    void aGreenMatterIsFollowedEachMonth() {
        var story = filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED, null, LedgerColour.GREEN);

        assertThat(story.deadline("monthly").dueAt()).isEqualTo(at("2026-12-23T18:00"));
    }

    @Test
    void whatTakesLongIsFollowedEachMonthAnew() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY).classified(HandlingKind.LONG_TERM);
        story.when("2026-12-20T15:00").does(story.of(PROPERTY), Move.FOLLOW_UP, "方案已公示");

        assertThat(story.deadline("monthly").round()).isEqualTo(2);
        assertThat(story.deadline("monthly").dueAt()).isEqualTo(at("2027-01-20T18:00"));
        assertThat(story.deadline("monthly").provisional()).isTrue();
    }

    @Test
    void whatNeedsAHigherLevelIsMadeClearWithinFifteenWorkingDays() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.to(OFFICE, Move.ESCALATE, story.of(PROPERTY));

        assertThat(story.deadline("progress-clear").dueAt()).isEqualTo(at("2026-12-14T18:00"));
    }

    @Test
    void whatIsHandedBackFindsAnOwnerWithinThreeWorkingDays() {
        var story =
                filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED).dispatchedTo(PROPERTY);
        story.does(story.of(PROPERTY), Move.RETURN, "不归我们管");
        assertThat(story.deadline("owner-named").dueAt()).isEqualTo(at("2026-11-26T18:00"));

        story.dispatchedTo(WATER);
        assertThat(story.state("owner-named")).isEqualTo(DeadlineState.MET);
    }

    @Test
    void noHandOnResetsTheClockOfTheFirstReply() {
        var story =
                filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED).dispatchedTo(PROPERTY);
        var promised = story.deadline("first-reply");

        story.when("2026-11-25T10:00")
                .does(story.of(PROPERTY), Move.RETURN, "水务的")
                .dispatchedTo(WATER);
        story.does(story.of(WATER), Move.ACCEPT, null).to(OFFICE, Move.ESCALATE, story.of(WATER));

        assertThat(story.deadline("first-reply")).isEqualTo(promised);
    }

    @Test
    void waitingForTheResidentStopsTheClockAndShows() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.when("2026-11-24T09:00").does(story.of(PROPERTY), Move.PAUSE, "请居民补充门牌号");
        assertThat(story.state("first-reply")).isEqualTo(DeadlineState.PAUSED);

        // the closes of 24 and 25 November fall into the pause
        story.when("2026-11-26T09:00").does(story.of(PROPERTY), Move.RESUME, null);
        assertThat(story.deadline("first-reply").dueAt()).isEqualTo(at("2026-12-04T18:00"));
        assertThat(story.deadline("first-reply").pauses()).hasSize(1);
    }

    @Test
    void anUrgentMatterIsNotPaused() {
        var story = filed("2026-11-23T10:00", Urgency.URGENT).inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.PAUSE, "等居民");

        assertThat(story.state("urgent")).isEqualTo(DeadlineState.RUNNING);
        assertThat(story.state("first-reply")).isEqualTo(DeadlineState.PAUSED);
    }

    @Test
    void handingOnEndsAPause() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.PAUSE, "等居民").after(Duration.ofHours(1));
        story.does(story.of(PROPERTY), Move.RETURN, "不归我们管");

        assertThat(story.state("first-reply")).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void anExtensionIsAddedAndItsReasonKept() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY).extended(null, 3);

        assertThat(story.deadline("first-reply").dueAt()).isEqualTo(at("2026-12-07T18:00"));
        assertThat(story.last().event().note()).isEqualTo("等配件");
        assertThat(story.said()).contains("TICKET_DELAYED");
    }

    @Test
    void hoursAreNotExtended() {
        var story = filed("2026-11-23T10:00", Urgency.URGENT).inProgressAt(PROPERTY);

        assertThatThrownBy(() -> story.extended(DeadlineKind.URGENT_HANDLING, 3))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOTHING_TO_EXTEND"));
    }

    @Test
    void aLateReplyIsMissedThoughMet() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.when("2026-12-03T10:00").does(story.of(PROPERTY), Move.REPLY, "灯已修好");

        assertThat(story.deadline("first-reply").metAt()).isEqualTo(at("2026-12-03T10:00"));
        assertThat(story.state("first-reply")).isEqualTo(DeadlineState.MISSED);
    }

    @Test
    void aReopenedTicketIsPutRightWithinSevenWorkingDaysOrWhatTheSupervisorSets() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.REPLY, "灯已修好").does(LI, Move.REOPEN, "没修好");
        assertThat(story.deadline("rectify").dueAt()).isEqualTo(at("2026-12-02T18:00"));

        var other = filed("2026-11-23T10:00")
                .does(
                        SUPERVISOR,
                        new Order(Move.SUPERVISE, "挂牌督办", null, null, null, null, null, null, null, 2, false));
        assertThat(other.deadline("rectify").dueAt()).isEqualTo(at("2026-11-25T18:00"));
    }

    @Test
    void aDeadlineSaysWhyItIsDueWhenItIs() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY).extended(null, 3);
        var deadline = story.deadline("first-reply");

        assertThat(DeadlineReason.of(deadline, POLICY.rule(1, "first-reply")))
                .contains("7个工作日", "2026年11月23日 10:00", "延期3个工作日");
    }

    @Test
    void remindersClimbFromTheHandlerToTheSupervisor() {
        var story = filed("2026-11-23T10:00");
        var firstReply = story.last().notices().stream()
                .filter(notice -> notice.dedupKey().contains("/d/first-reply/"))
                .toList();

        assertThat(firstReply.stream().map(TicketDeadlineTest::inWords))
                .containsExactly(
                        "DEADLINE_BEFORE 2026-12-01T01:00:00Z HOLDER",
                        "DEADLINE_DUE 2026-12-02T10:00:00Z HOLDER,HOLDER_LEAD",
                        "DEADLINE_OVERDUE 2026-12-03T10:00:00Z HOLDER_LEAD,DISPATCHER",
                        "DEADLINE_OVERDUE 2026-12-07T10:00:00Z DISPATCHER,SUPERVISOR",
                        "TICKET_DELAYED 2026-12-02T10:00:00Z REPORTER");
    }

    @Test
    void whenADeadlineIsMetItsRemindersAreWithdrawn() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.REPLY, "灯已修好");

        assertThat(story.last().withdrawn()).contains("ticket/HY26112300000042/d/first-reply/1/");
        assertThat(story.last().notices()).noneMatch(notice -> notice.dedupKey().contains("/d/"));
    }

    @Test
    void afterAReplyTheResidentIsAskedRemindedOnceAndThenVisited() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.when("2026-11-24T10:00").does(story.of(PROPERTY), Move.REPLY, "灯已修好");

        assertThat(story.last().notices().stream()
                        .filter(notice -> notice.occasion().startsWith("CALLBACK_"))
                        .map(TicketDeadlineTest::inWords))
                .containsExactly(
                        "CALLBACK_ASK 2026-11-24T02:00:00Z REPORTER",
                        "CALLBACK_REMIND 2026-11-26T10:00:00Z REPORTER",
                        "CALLBACK_VISIT 2026-11-30T10:00:00Z GRID_WORKER");
    }

    @Test
    void aRatingWithdrawsWhatIsLeftToAsk() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(story.of(PROPERTY), Move.REPLY, "灯已修好").does(LI, Move.CALLBACK, "已解决，满意度5分");

        assertThat(story.last().withdrawn()).containsExactly("ticket/HY26112300000042/c/");
        assertThatThrownBy(() -> story.does(LI, Move.CALLBACK, "再评一次"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ALREADY_RATED"));
    }

    @Test
    void theResidentHearsReceivedDispatchedAndAnswered() {
        var story = filed("2026-11-23T10:00");
        assertThat(story.said()).contains("TICKET_RECEIVED", "TICKET_ARRIVED");

        story.classified(HandlingKind.COORDINATED).dispatchedTo(PROPERTY);
        assertThat(story.said()).contains("TICKET_DISPATCHED", "TICKET_ASSIGNED");

        story.does(story.of(PROPERTY), Move.ACCEPT, null).does(story.of(PROPERTY), Move.REPLY, "灯已修好");
        assertThat(story.said()).contains("TICKET_REPLIED", "CALLBACK_ASK");
    }

    @Test
    void aSilentFollowUpStaysAmongStaff() {
        var story = filed("2026-11-23T10:00").inProgressAt(PROPERTY);
        story.does(
                story.of(PROPERTY),
                new Order(Move.FOLLOW_UP, "内部：等采购", null, null, null, null, null, null, null, 0, true));

        assertThat(story.said()).isEmpty();
    }

    @Test
    void aMatterMovedBetweenKindsKeepsOnlyTheDeadlinesThatFit() {
        var story = filed("2026-11-23T10:00").classified(HandlingKind.COORDINATED);
        story.does(
                DISPATCHER,
                new Order(Move.CLASSIFY, null, null, null, HandlingKind.LONG_TERM, null, null, null, null, 0, false));

        assertThat(story.state("coordination-start")).isEqualTo(DeadlineState.WITHDRAWN);
        assertThat(story.state("monthly")).isEqualTo(DeadlineState.RUNNING);
        assertThat(story.state("first-reply")).isEqualTo(DeadlineState.RUNNING);
    }

    private static String inWords(Notice notice) {
        return "%s %s %s"
                .formatted(notice.occasion(), notice.notBefore(), notice.facts().get("to"));
    }
}
