package cn.huiyin.visit.store;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.visit.AppointmentNo;
import cn.huiyin.visit.domain.Appointment;
import cn.huiyin.visit.domain.State;
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
        String sealed,
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
