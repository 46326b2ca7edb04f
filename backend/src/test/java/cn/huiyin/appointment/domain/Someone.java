package cn.huiyin.appointment.domain;

import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.SlotId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people and the slots of these tests: 林小满 books the doctor for Wednesday at two. */
final class Someone {

    /** 2026-12-02, a Wednesday, 14:00 in China. */
    static final Instant TWO = Instant.parse("2026-12-02T06:00:00Z");

    static final Instant LONG_BEFORE = TWO.minus(Duration.ofDays(5));

    private static final PlacePath COMMUNITY = new PlacePath("/qinghe/qinghe-c1/");
    private static final AccountId LIN = new AccountId(1001);
    private static final AccountId DOCTOR = new AccountId(2001);

    private Someone() {}

    static Slot slot(long id) {
        return slot(id, "COMMUNITY_DOCTOR", DOCTOR, true);
    }

    static Slot slot(long id, String service, AccountId staff, boolean open) {
        return new Slot(
                new SlotId(id),
                COMMUNITY,
                service,
                staff,
                TWO,
                TWO.plus(Duration.ofMinutes(30)),
                1,
                1,
                0,
                false,
                "党群服务中心",
                null,
                TWO.minus(Duration.ofHours(2)),
                TWO.minus(Duration.ofHours(4)),
                false,
                open,
                null,
                1);
    }

    static Appointment booked() {
        return in(State.BOOKED);
    }

    static Appointment in(State stored) {
        return new Appointment(
                new AppointmentNo("YY26112800000001"),
                slot(7),
                stored,
                LIN,
                null,
                new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1/"),
                "502",
                List.of("HEALTH"),
                null,
                LONG_BEFORE,
                3);
    }

    static Actor as(Part first, Part... others) {
        return new Actor(LIN, "林小满", EnumSet.of(first, others));
    }

    static Order order(Move move) {
        return order(move, "临时有事");
    }

    static Order order(Move move, @Nullable String note) {
        return new Order(move, note, move == Move.RESCHEDULE ? slot(8) : null);
    }
}
