package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Actor;
import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Order;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.appointment.store.Appointments;
import cn.huiyin.appointment.store.Slots;
import cn.huiyin.appointment.store.StoredAppointment;
import cn.huiyin.household.FileView;
import cn.huiyin.household.Households;
import cn.huiyin.household.VisitorCards;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Arranges what people do with appointments: read, decide, keep. */
@Component
public class AppointmentDesk {

    private final Appointments appointments;
    private final Slots slots;
    private final AppointmentViews views;
    private final Accounts accounts;
    private final Vault vault;
    private final Households households;
    private final VisitorCards cards;

    AppointmentDesk(
            Appointments appointments,
            Slots slots,
            AppointmentViews views,
            Accounts accounts,
            Vault vault,
            Households households,
            VisitorCards cards) {
        this.appointments = appointments;
        this.slots = slots;
        this.views = views;
        this.accounts = accounts;
        this.vault = vault;
        this.households = households;
        this.cards = cards;
    }

    /** The appointment as the caller may see it; 404 for whom it does not concern. */
    public Mono<AppointmentView> show(AppointmentNo no, Caller caller) {
        return seen(no, caller).flatMap(stored -> shown(stored, caller));
    }

    /** A move, by whoever may make it; staff say which version they have seen. */
    public Mono<AppointmentView> move(AppointmentNo no, Caller caller, MoveAsked asked, Seen seen) {
        if (asked.note() != null) {
            PlainWords.fault("note", asked.note()).ifPresent(fault -> {
                throw Refusal.invalid(fault);
            });
        }
        return LastingWrite.of(Mono.defer(() -> attempt(no, caller, asked, seen))
                        .retryWhen(Retry.max(seen.retries())
                                .filter(MovedMeanwhile.class::isInstance)
                                .onRetryExhaustedThrow((spec, last) -> last.failure()))
                        .onErrorMap(MovedMeanwhile.class, stale -> Outcomes.refusal("STALE")))
                .then(Mono.defer(() -> show(no, caller)));
    }

    private Mono<String> attempt(AppointmentNo no, Caller caller, MoveAsked asked, Seen seen) {
        return seen(no, caller).flatMap(stored -> {
            Actor actor = Parts.actor(stored.appointment(), caller);
            seen.check(stored.appointment().version(), !actor.parts().contains(Part.BOOKER));
            return order(asked, stored)
                    .map(order -> stored.appointment().move(order, actor, stored.now()))
                    .flatMap(moved -> appointments.save(moved, actor))
                    .map(AppointmentDesk::saved);
        });
    }

    private static String saved(String said) {
        return switch (said) {
            case "SAVED" -> said;
            case "STALE" -> throw new MovedMeanwhile();
            default -> throw Outcomes.refusal(said);
        };
    }

    private Mono<Order> order(MoveAsked asked, StoredAppointment stored) {
        if (asked.move() != Move.RESCHEDULE) {
            return Mono.just(new Order(asked.move(), asked.note(), null));
        }
        return target(asked.slotId(), stored)
                .map(slot -> new Order(asked.move(), asked.note(), slot))
                .defaultIfEmpty(new Order(asked.move(), asked.note(), null));
    }

    /** Empty where none was named; the flow says so then. */
    private Mono<Slot> target(@Nullable String slotId, StoredAppointment stored) {
        if (slotId == null || slotId.isBlank()) {
            return Mono.empty();
        }
        return slots.find(SlotId.read(slotId).orElseThrow(BookingDesk::noSuchSlot))
                .map(Slots.Seen::slot)
                .filter(slot -> slot.community().covers(stored.appointment().home()))
                .switchIfEmpty(Mono.error(BookingDesk::noSuchSlot));
    }

    /**
     * The number to call about this visit: of the one who is visited, else of the one who booked. For whoever comes and
     * for the dispatcher; the look is kept in the audit chain before the number is handed out.
     */
    public Mono<String> phone(AppointmentNo no, Caller caller) {
        return seen(no, caller).flatMap(stored -> {
            Set<Part> parts = Parts.of(stored.appointment(), caller);
            if (!parts.contains(Part.VISITOR) && !parts.contains(Part.DISPATCHER)) {
                return Mono.error(Refusal.notYours("NOT_ALLOWED", "只有上门的服务人员和社区管理员可以看电话"));
            }
            String given = Said.open(vault, no, stored.sealed()).phone();
            Mono<String> known = given == null
                    ? accounts.phoneOf(stored.appointment().booker(), caller.id(), "visit/" + no)
                    : appointments.noteLook(no, caller.id()).thenReturn(given);
            return known.switchIfEmpty(Mono.error(() -> Refusal.unknown("PHONE_UNKNOWN", "没有留电话")));
        });
    }

    /**
     * A masked card of the home, for whoever is expected there, from the day before until the day after; the household sees
     * the look.
     */
    public Mono<FileView> card(AppointmentNo no, Caller caller) {
        return seen(no, caller).flatMap(stored -> {
            Appointment it = stored.appointment();
            if (!Parts.of(it, caller).contains(Part.VISITOR) || !it.slot().atHome()) {
                return Mono.error(Refusal.notYours("NOT_ALLOWED", "只有上门的服务人员可以看这户人家的卡片"));
            }
            if (!it.isNear(stored.now())) {
                return Mono.error(Refusal.conflict("NOT_EXPECTED", "约好后，从前一天起到结束后一天可以看"));
            }
            return households
                    .of(it.booker())
                    .flatMap(home -> cards.card(home.id(), caller.id()))
                    .switchIfEmpty(Mono.error(() -> Refusal.unknown("HOUSEHOLD_NOT_FOUND", "这户人家还没有家庭档案")));
        });
    }

    private Mono<StoredAppointment> seen(AppointmentNo no, Caller caller) {
        Mono<StoredAppointment> found = no.isWellFormed() ? appointments.find(no) : Mono.empty();
        return found.filter(stored -> !Parts.of(stored.appointment(), caller).isEmpty())
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("APPOINTMENT_NOT_FOUND", "没有找到这次预约")));
    }

    private Mono<AppointmentView> shown(StoredAppointment stored, Caller caller) {
        var it = stored.appointment();
        return views.names(List.of(it.booker(), it.slot().staff()))
                .map(names -> views.appointment(stored, Parts.of(it, caller), names));
    }

    /** Somebody else moved it between reading and keeping. */
    private static final class MovedMeanwhile extends RuntimeException {
        MovedMeanwhile() {
            super("moved meanwhile", null, false, false);
        }
    }
}
