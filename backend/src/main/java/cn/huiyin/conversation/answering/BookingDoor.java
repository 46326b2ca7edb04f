package cn.huiyin.conversation.answering;

import cn.huiyin.appointment.OwnAppointment;
import cn.huiyin.appointment.OwnAppointments;
import cn.huiyin.appointment.OwnAppointments.Offer;
import cn.huiyin.appointment.SlotView;
import cn.huiyin.conversation.ConversationSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door of bookings as the bot knocks at it: always as the one who speaks, and never for long. */
@Component
class BookingDoor {

    private final OwnAppointments own;
    private final Duration limit;

    BookingDoor(OwnAppointments own, ConversationSettings settings) {
        this.own = own;
        this.limit = settings.lookLimit();
    }

    List<Offer> offers() {
        return own.offers();
    }

    List<Offer> meantBy(String words) {
        return own.meantBy(words);
    }

    Mono<List<SlotView>> free(Talk talk, String service, int most) {
        return own.free(talk.caller(), service, most).timeout(limit);
    }

    Mono<SlotView> slot(Talk talk, String id) {
        return own.slot(talk.caller(), id).timeout(limit);
    }

    Mono<OwnAppointment> book(Talk talk, String slot, String purpose) {
        return own.book(talk.caller(), slot, purpose, talk.repeat("book", slot)).timeout(limit.multipliedBy(2));
    }

    Mono<List<OwnAppointment>> toCome(Talk talk, int most) {
        return own.toCome(talk.caller(), most).timeout(limit);
    }

    Mono<OwnAppointment> find(Talk talk, String no) {
        return own.find(talk.caller(), no).timeout(limit);
    }

    Mono<OwnAppointment> cancel(Talk talk, String no) {
        return own.cancel(talk.caller(), no).timeout(limit.multipliedBy(2));
    }
}
