package cn.huiyin.appointment.domain;

import cn.huiyin.appointment.domain.Flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a move comes to.
 *
 * @param as what the one who moved is to the appointment
 */
public record Moved(Appointment before, Step step, Part as, Order order) {

    /** The outbox knows appointments by this word. */
    public static final String SUBJECT = "visit";

    /** Who hears what. Nobody is told of what they have done themselves, but that a new time is theirs. */
    public @Nullable String residentHears() {
        boolean oneself = as == Part.BOOKER;
        return switch (step.move()) {
            case RESCHEDULE -> oneself ? "VISIT_BOOKED" : "VISIT_CHANGED";
            case CANCEL -> oneself ? null : "VISIT_CANCELLED";
            case NO_SHOW -> "VISIT_NO_SHOW";
            default -> null;
        };
    }

    /** Whoever comes now. */
    public @Nullable String visitorHears() {
        boolean knewOfIt = before.stored() == State.BOOKED;
        return switch (step.move()) {
            case RESCHEDULE -> knewOfIt && staysWithThem() ? "VISIT_TO_MAKE_CHANGED" : "VISIT_TO_MAKE";
            case CANCEL -> knewOfIt && as != Part.VISITOR ? "VISIT_TO_MAKE_CANCELLED" : null;
            default -> null;
        };
    }

    private boolean staysWithThem() {
        Slot to = order.slot();
        return to != null && to.staff().equals(before.slot().staff());
    }

    /** Whoever would have come before, where it is somebody else now. */
    public @Nullable String formerVisitorHears() {
        boolean theirs = step.move() == Move.RESCHEDULE && before.stored() == State.BOOKED;
        return theirs && as != Part.VISITOR ? "VISIT_TO_MAKE_CANCELLED" : null;
    }
}
