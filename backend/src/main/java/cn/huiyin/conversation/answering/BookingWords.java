package cn.huiyin.conversation.answering;

import cn.huiyin.appointment.OwnAppointment;
import cn.huiyin.appointment.SlotView;
import java.util.Set;

/** Bookings in the bot's words. */
final class BookingWords {

    /** Refusals after which another time may do. */
    static final Set<String> ANOTHER_TIME =
            Set.of("SLOT_FULL", "SLOT_GONE", "SLOT_NOT_FOUND", "PERSON_BUSY", "ALREADY_BOOKED", "STAFF_BUSY");

    private BookingWords() {}

    /** 12月2日（周三）14:00–14:30，您家里. */
    static String choice(SlotView slot) {
        return slot.time() + "，" + place(slot);
    }

    static String slot(SlotView slot) {
        return "%s，%s，%s%s%s"
                .formatted(
                        slot.serviceName(),
                        slot.time(),
                        place(slot),
                        slot.at() == SlotView.Where.HOME ? "，来的是" : "，接待您的是",
                        slot.staffName());
    }

    private static String place(SlotView slot) {
        return slot.at() == SlotView.Where.HOME ? "到您家里" : "在" + slot.place();
    }

    /** One of a list. */
    static String line(OwnAppointment one) {
        String ahead = one.ahead() == null ? "" : "，前面还有%d位".formatted(one.ahead());
        return "%s，%s，%s%s".formatted(one.slot().serviceName(), choice(one.slot()), one.stateName(), ahead);
    }
}
