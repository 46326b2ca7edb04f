package cn.huiyin.appointment.store;

import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of table {@code visit_appointment}, those columns that the program reads. */
record AppointmentRow(
        String no,
        long booker,
        @Nullable Long recorder,
        String path,
        @Nullable String room,
        @Nullable String sealed,
        @Nullable String relation,
        List<String> needs,
        State state,
        Instant bookedAt,
        int version) {

    Appointment appointment(SlotRow slot) {
        return new Appointment(
                new AppointmentNo(no),
                slot.slot(),
                state,
                new AccountId(booker),
                recorder == null ? null : new AccountId(recorder),
                new PlacePath(path),
                room,
                needs,
                relation,
                bookedAt,
                version);
    }
}
