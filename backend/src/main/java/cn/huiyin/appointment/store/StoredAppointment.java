package cn.huiyin.appointment.store;

import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.safety.Marks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it was read.
 *
 * @param sealed what was said with it, still sealed; null where it has been forgotten
 * @param ahead how many wait before it
 * @param events its timeline; empty where it was not asked for
 * @param marks which of its words are not free for all
 * @param now the moment by the one clock
 */
public record StoredAppointment(
        Appointment appointment, @Nullable String sealed, int ahead, List<Event> events, Marks marks, Instant now) {

    /** One line of its timeline. */
    public record Event(
            int seq,
            Instant at,
            String move,
            String byName,
            Part asPart,
            State toState,
            long slot,
            @Nullable String note) {}
}
