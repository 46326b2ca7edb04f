package cn.huiyin.appointment.domain;

import static cn.huiyin.appointment.domain.Someone.TWO;
import static cn.huiyin.appointment.domain.Someone.as;
import static cn.huiyin.appointment.domain.Someone.booked;
import static cn.huiyin.appointment.domain.Someone.in;
import static cn.huiyin.appointment.domain.Someone.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiyin.identity.AccountId;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** V1: who may do what with an appointment, and until when. */
class AppointmentMovesTest {

    private static final Instant LIMIT = TWO.minus(Duration.ofHours(4));

    @Test
    void aResidentCancelsUntilTheLimitAndNotASecondLonger() {
        assertThat(move(booked(), Move.CANCEL, LIMIT, Part.BOOKER)).isNull();

        Refusal late = refused(booked(), Move.CANCEL, LIMIT.plusSeconds(1), Part.BOOKER);
        assertThat(late.code()).isEqualTo("TOO_LATE");
        assertThat(late.detail()).contains("4小时", "取消", "打电话");
    }

    @Test
    void whoComesMayStillCallOffUntilItBegins() {
        assertThat(move(booked(), Move.CANCEL, TWO.minusSeconds(1), Part.VISITOR))
                .isNull();
        assertThat(refused(booked(), Move.CANCEL, TWO, Part.VISITOR).code()).isEqualTo("TOO_LATE");
    }

    @Test
    void staffWhoUndoWhatAResidentCountsOnSayWhy() {
        Refusal silent =
                catchRefusal(() -> booked().move(order(Move.CANCEL, " "), as(Part.DISPATCHER), Someone.LONG_BEFORE));

        assertThat(silent.status()).isEqualTo(422);
        assertThat(booked().move(order(Move.CANCEL, null), as(Part.BOOKER), Someone.LONG_BEFORE)
                        .step()
                        .to())
                .isEqualTo(State.CANCELLED);
    }

    @Test
    void nobodyIsMissedBeforeItBegins() {
        assertThat(refused(booked(), Move.NO_SHOW, TWO.minusSeconds(1), Part.VISITOR)
                        .code())
                .isEqualTo("TOO_EARLY");
        assertThat(move(booked(), Move.NO_SHOW, TWO, Part.VISITOR)).isNull();
    }

    @Test
    void somebodyMayArriveAnHourEarlyAndHoursLate() {
        assertThat(move(booked(), Move.ARRIVE, TWO.minus(Duration.ofMinutes(61)), Part.VISITOR))
                .isEqualTo("TOO_EARLY");
        assertThat(move(booked(), Move.ARRIVE, TWO.minus(Duration.ofHours(1)), Part.VISITOR))
                .isNull();
        assertThat(move(in(State.NO_SHOW), Move.ARRIVE, TWO.plus(Duration.ofHours(5)), Part.VISITOR))
                .isNull();
    }

    @Test
    void whoStillWaitsWhenItBeginsHasWaitedInVain() {
        assertThat(in(State.WAITING).stateAt(TWO.minusSeconds(1))).isEqualTo(State.WAITING);
        assertThat(in(State.WAITING).stateAt(TWO)).isEqualTo(State.LAPSED);
        assertThat(refused(in(State.WAITING), Move.CANCEL, TWO, Part.BOOKER).detail())
                .contains("没有排到");
    }

    @Test
    void whoWaitsMayGiveUpOrTakeAnotherTimeTillItBegins() {
        Instant late = TWO.minus(Duration.ofHours(3));
        assertThat(move(in(State.WAITING), Move.CANCEL, late, Part.BOOKER)).isNull();
        assertThat(move(in(State.WAITING), Move.RESCHEDULE, late, Part.BOOKER)).isNull();
    }

    @Test
    void anotherTimeIsOneOfTheSameServiceThatIsStillOpen() {
        Order nowhere = new Order(Move.RESCHEDULE, null, null);
        Order same = new Order(Move.RESCHEDULE, null, Someone.slot(7));
        Order law = new Order(Move.RESCHEDULE, null, Someone.slot(8, "LAWYER", new AccountId(5), true));
        Order closed = new Order(Move.RESCHEDULE, null, Someone.slot(8, "COMMUNITY_DOCTOR", new AccountId(5), false));

        assertThat(because(nowhere).detail()).contains("选择要改到的时段");
        assertThat(because(same).detail()).contains("已经约在这个时段");
        assertThat(because(law).detail()).contains("同一种服务");
        assertThat(because(closed).code()).isEqualTo("SLOT_GONE");
    }

    private static Refusal because(Order order) {
        return catchRefusal(() -> booked().move(order, as(Part.BOOKER), Someone.LONG_BEFORE));
    }

    @Test
    void aStrangerToTheMoveIsToldSo() {
        assertThat(refused(booked(), Move.ARRIVE, TWO, Part.BOOKER).code()).isEqualTo("MOVE_NOT_YOURS");
        assertThat(refused(booked(), Move.CANCEL, Someone.LONG_BEFORE, Part.GRID_WORKER)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theButtonsAreExactlyTheMovesThatAreNotRefused() {
        List<Instant> moments = List.of(
                Someone.LONG_BEFORE,
                LIMIT,
                LIMIT.plusSeconds(1),
                TWO.minus(Duration.ofHours(1)),
                TWO,
                TWO.plusSeconds(9999));
        for (State state : EnumSet.complementOf(EnumSet.of(State.LAPSED))) {
            for (Part part : Part.values()) {
                for (Instant now : moments) {
                    for (Move move : Move.values()) {
                        String refused = move(in(state), move, now, part);
                        // whether the slot that is chosen can still be booked is not seen at the button
                        boolean open = refused == null || refused.equals("SLOT_GONE");
                        assertThat(in(state).open(Set.of(part), now).contains(move))
                                .as("%s %s by %s at %s: %s", state, move, part, now, refused)
                                .isEqualTo(open);
                    }
                }
            }
        }
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselvesAndTheOtherSideIs() {
        Moved byResident = booked().move(order(Move.CANCEL), as(Part.BOOKER), Someone.LONG_BEFORE);
        Moved byVisitor = booked().move(order(Move.CANCEL), as(Part.VISITOR), Someone.LONG_BEFORE);
        Moved ofWaiting = in(State.WAITING).move(order(Move.CANCEL), as(Part.BOOKER), Someone.LONG_BEFORE);

        assertThat(heard(byResident)).containsExactly(null, "VISIT_TO_MAKE_CANCELLED", null);
        assertThat(heard(byVisitor)).containsExactly("VISIT_CANCELLED", null, null);
        assertThat(heard(ofWaiting)).containsExactly(null, null, null);
    }

    @Test
    void aNewTimeIsToldToWhoeverComesNowAndToWhoeverWouldHaveCome() {
        Order toAnother =
                new Order(Move.RESCHEDULE, "换人", Someone.slot(8, "COMMUNITY_DOCTOR", new AccountId(2002), true));
        Moved same = booked().move(order(Move.RESCHEDULE), as(Part.DISPATCHER), Someone.LONG_BEFORE);
        Moved another = booked().move(toAnother, as(Part.DISPATCHER), Someone.LONG_BEFORE);
        Moved fromTheList = in(State.WAITING).move(order(Move.RESCHEDULE), as(Part.BOOKER), Someone.LONG_BEFORE);

        assertThat(heard(same)).startsWith("VISIT_CHANGED", "VISIT_TO_MAKE_CHANGED");
        assertThat(heard(another)).containsExactly("VISIT_CHANGED", "VISIT_TO_MAKE", "VISIT_TO_MAKE_CANCELLED");
        assertThat(heard(fromTheList)).containsExactly("VISIT_BOOKED", "VISIT_TO_MAKE", null);
    }

    @Test
    void whoeverWasMissedHearsOfIt() {
        assertThat(heard(booked().move(order(Move.NO_SHOW), as(Part.VISITOR), TWO)))
                .containsExactly("VISIT_NO_SHOW", null, null);
    }

    private static List<@Nullable String> heard(Moved moved) {
        return java.util.Arrays.asList(moved.residentHears(), moved.visitorHears(), moved.formerVisitorHears());
    }

    /** Null where it is done, else the code of the refusal. */
    private static @Nullable String move(Appointment it, Move move, Instant now, Part part) {
        try {
            it.move(order(move), as(part), now);
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Refusal refused(Appointment it, Move move, Instant now, Part part) {
        return catchRefusal(() -> it.move(order(move), as(part), now));
    }

    private static Refusal catchRefusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        return Objects.requireNonNull(catchThrowableOfType(Refusal.class, deed), "was not refused");
    }
}
