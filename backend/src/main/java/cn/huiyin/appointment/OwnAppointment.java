package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Move;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has booked, as it is told to them.
 *
 * @param ahead how many wait before; null where it does not wait
 * @param cancellable whether they may still cancel it themselves
 */
public record OwnAppointment(
        String no,
        SlotView slot,
        String stateName,
        @Nullable Integer ahead,
        boolean cancellable) {

    static OwnAppointment of(AppointmentView view) {
        return new OwnAppointment(
                view.id(),
                view.slot(),
                view.stateName(),
                view.ahead(),
                view.moves().contains(Move.CANCEL));
    }
}
