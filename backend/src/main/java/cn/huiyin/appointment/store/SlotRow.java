package cn.huiyin.appointment.store;

import cn.huiyin.appointment.SlotId;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of table {@code visit_slot}, those columns that the program reads. */
record SlotRow(
        long id,
        String community,
        String service,
        long staff,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int taken,
        int waiting,
        boolean atHome,
        @Nullable String point,
        @Nullable String building,
        Instant bookUntil,
        Instant cancelUntil,
        boolean offHours,
        String state,
        @Nullable String note,
        int version) {

    Slot slot() {
        return new Slot(
                new SlotId(id),
                new PlacePath(community),
                service,
                new AccountId(staff),
                startsAt,
                endsAt,
                capacity,
                taken,
                waiting,
                atHome,
                point,
                building == null ? null : new PlaceId(building),
                bookUntil,
                cancelUntil,
                offHours,
                state.equals("OPEN"),
                note,
                version);
    }
}
