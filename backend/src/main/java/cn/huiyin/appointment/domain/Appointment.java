package cn.huiyin.appointment.domain;

import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.domain.Flow.Step;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a slot, or the wish for one.
 *
 * @param stored the state as it is written down; {@link #stateAt} is what holds
 * @param home where the resident lives, street first
 * @param recorder the staff member who wrote it down for the resident
 * @param version grows with each move
 */
public record Appointment(
        AppointmentNo no,
        Slot slot,
        State stored,
        AccountId booker,
        @Nullable AccountId recorder,
        PlacePath home,
        @Nullable String room,
        List<String> needs,
        @Nullable String relation,
        Instant bookedAt,
        int version) {

    /** Staff note that somebody has come from so long before the time on. */
    private static final Duration EARLY = Duration.ofHours(1);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** What holds now: who still waits when it begins has waited in vain. */
    public State stateAt(Instant now) {
        return stored == State.WAITING && !now.isBefore(slot.startsAt()) ? State.LAPSED : stored;
    }

    /** Whether whoever comes may read about the home by now: from the day before until the day after. */
    public boolean isNear(Instant now) {
        boolean expected = stored == State.BOOKED || stored == State.ARRIVED || stored == State.COMPLETED;
        return expected
                && !now.isBefore(slot.startsAt().minus(A_DAY))
                && now.isBefore(slot.endsAt().plus(A_DAY));
    }

    /** What a move comes to, or a {@link Refusal} that leaves the appointment as it was. */
    public Moved move(Order order, Actor actor, Instant now) {
        Step step = Flow.step(stateAt(now), order.move()).orElseThrow(() -> refused(order.move(), now));
        Part as = actor.parts().stream()
                .filter(step.who()::contains)
                .sorted()
                .findFirst()
                .orElseThrow(() -> Refusal.notYours(
                        "MOVE_NOT_YOURS", "“%s”不归您办".formatted(order.move().chinese())));
        mustBeInTime(step, as, now);
        mustSayWhy(step, as, order);
        if (step.move() == Move.RESCHEDULE) {
            mustLeadSomewhere(order, as, now);
        }
        return new Moved(this, step, as, order);
    }

    /** The moves that somebody with these parts may make now; what a page shows as buttons. */
    public List<Move> open(Set<Part> parts, Instant now) {
        return Flow.TABLE.stream()
                .filter(step -> step.from() == stateAt(now))
                .filter(step -> step.who().stream().anyMatch(parts::contains))
                .filter(step -> tooLateOrEarly(step, actingAs(step, parts), now) == null)
                .map(Step::move)
                .toList();
    }

    private static Part actingAs(Step step, Set<Part> parts) {
        return parts.stream().filter(step.who()::contains).sorted().findFirst().orElseThrow();
    }

    private Refusal refused(Move move, Instant now) {
        return Refusal.conflict(
                "MOVE_REFUSED", "这次预约现在是“%s”，不能“%s”".formatted(stateAt(now).chinese(), move.chinese()));
    }

    private void mustBeInTime(Step step, Part as, Instant now) {
        Refusal refusal = tooLateOrEarly(step, as, now);
        if (refusal != null) {
            throw refusal;
        }
    }

    private @Nullable Refusal tooLateOrEarly(Step step, Part as, Instant now) {
        Instant start = slot.startsAt();
        return switch (step.when()) {
            case ALWAYS -> null;
            case BEFORE_IT -> now.isBefore(start) ? null : over(step.move());
            case IN_TIME ->
                as == Part.BOOKER
                        ? limitOfTheResident(step.move(), now)
                        : now.isBefore(start) ? null : over(step.move());
            case AROUND_IT -> now.isBefore(start.minus(EARLY)) ? early(step.move()) : null;
            case ONCE_BEGUN -> now.isBefore(start) ? early(step.move()) : null;
        };
    }

    private @Nullable Refusal limitOfTheResident(Move move, Instant now) {
        if (!now.isBefore(slot.startsAt())) {
            return over(move);
        }
        return now.isAfter(slot.cancelUntil())
                ? Refusal.conflict(
                        "TOO_LATE",
                        "离开始不到%s了，不能在这里%s；请打电话告诉社区".formatted(slot.inWords(slot.cancelUntil()), move.chinese()))
                : null;
    }

    private static Refusal over(Move move) {
        return Refusal.conflict("TOO_LATE", "时间已经过了，不能再%s".formatted(move.chinese()));
    }

    private static Refusal early(Move move) {
        return Refusal.conflict("TOO_EARLY", "还没到时间，现在不能%s".formatted(move.chinese()));
    }

    /** Staff who undo what a resident counts on say why. */
    private static void mustSayWhy(Step step, Part as, Order order) {
        boolean undoes = step.move() == Move.CANCEL || step.move() == Move.RESCHEDULE;
        if (undoes && as != Part.BOOKER && (order.note() == null || order.note().isBlank())) {
            throw Refusal.invalid(new Fault("note", "请写明原因，居民会看到"));
        }
    }

    private void mustLeadSomewhere(Order order, Part as, Instant now) {
        Slot to = order.slot();
        if (to == null) {
            throw Refusal.invalid(new Fault("slotId", "请选择要改到的时段"));
        }
        if (to.id().equals(slot.id()) && stored == State.BOOKED) {
            throw Refusal.invalid(new Fault("slotId", "已经约在这个时段了，请选择别的时段"));
        }
        if (!to.service().equals(slot.service())) {
            throw Refusal.invalid(new Fault("slotId", "改时间请选同一种服务；要换服务，请取消后重新预约"));
        }
        to.mustBeBookable(now, as == Part.BOOKER);
    }
}
