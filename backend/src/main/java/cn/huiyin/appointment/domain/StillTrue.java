package cn.huiyin.appointment.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a message about an appointment is still true when it is about to leave. */
public final class StillTrue {

    private StillTrue() {}

    /**
     * Why it is no longer true; empty if it still is.
     *
     * @param facts with which it was promised: the version {@code v}, the {@code slot}, whether it is about waiting in vain
     */
    public static Optional<String> notBecause(Appointment it, String occasion, Map<String, String> facts, Instant now) {
        boolean sameVersion = Integer.toString(it.version()).equals(facts.get("v"));
        return switch (occasion) {
            case "VISIT_CANCELLED" ->
                facts.containsKey("lapsed")
                        ? unless(!sameVersion || it.stored() != State.WAITING, "已不在排队")
                        : unless(it.stored() != State.CANCELLED, "没有取消");
            case "VISIT_TO_MAKE_CANCELLED" ->
                unless(it.stored() != State.CANCELLED && isStillAt(it, facts.get("slot")), "没有取消");
            case "VISIT_NO_SHOW" -> unless(!sameVersion || it.stored() != State.NO_SHOW, "没有记为未到");
            default ->
                unless(!sameVersion || it.stored() != State.BOOKED, "预约已有变化")
                        .or(() -> unless(!now.isBefore(it.slot().endsAt()), "时间已过"));
        };
    }

    /** The same of a reminder to whoever comes to a slot. */
    public static Optional<String> notBecause(Slot slot, Instant now) {
        return unless(!slot.open() || slot.taken() == 0, "没有人约").or(() -> unless(!now.isBefore(slot.endsAt()), "时间已过"));
    }

    private static boolean isStillAt(Appointment it, @Nullable String slot) {
        return it.slot().id().toString().equals(slot);
    }

    private static Optional<String> unless(boolean gone, String why) {
        return gone ? Optional.of(why) : Optional.empty();
    }
}
