package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the contract shows it to one caller.
 *
 * @param purpose what it is about; null for those it is not meant for
 * @param suggestedService who would fit the needs better than the one who is booked; null where nobody does
 * @param family who is visited, where that is not the one who booked
 * @param resident the one who booked
 * @param home where they live
 * @param ahead how many wait before; null where it does not wait
 * @param moves what the caller may do now
 */
public record AppointmentView(
        String id,
        State state,
        String stateName,
        SlotView slot,
        @Nullable String purpose,
        List<Named> needs,
        @Nullable Named suggestedService,
        @Nullable Family family,
        String resident,
        String home,
        Instant bookedAt,
        @Nullable Integer ahead,
        List<Move> moves,
        List<Line> timeline,
        int version) {

    /** A code with its name. */
    public record Named(String code, String name) {}

    /** Somebody of the household; the phone is masked. */
    public record Family(
            String name,
            @Nullable String relation,
            @Nullable String phone) {}

    /** One line of the timeline. */
    public record Line(
            Instant at,
            Move move,
            String moveName,
            String by,
            Part as,
            State state,
            @Nullable String note) {}

    AppointmentView saying(@Nullable String purpose, @Nullable Family family) {
        return new AppointmentView(
                id,
                state,
                stateName,
                slot,
                purpose,
                needs,
                suggestedService,
                family,
                resident,
                home,
                bookedAt,
                ahead,
                moves,
                timeline,
                version);
    }

    /** Strong: changes with the version and with everything that the clock or others change. */
    public String etag() {
        return "\"%d.%08x\"".formatted(version, toString().hashCode());
    }
}
