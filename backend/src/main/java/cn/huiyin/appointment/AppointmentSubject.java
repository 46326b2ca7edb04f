package cn.huiyin.appointment;

import cn.huiyin.appointment.AppointmentViews.Names;
import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.Moved;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.appointment.domain.StillTrue;
import cn.huiyin.appointment.domain.Times;
import cn.huiyin.appointment.store.Appointments;
import cn.huiyin.appointment.store.Slots;
import cn.huiyin.appointment.store.StoredAppointment;
import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.privacy.Mask;
import cn.huiyin.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Bookings as messages are about them: appointments by their number, and the slots of those who come as {@code slot-7}, for
 * one reminder however many are expected. Looked at again just before each message leaves.
 */
@Component
class AppointmentSubject implements Subject {

    static final String A_SLOT = "slot-";

    private static final int OTHERS = 2;

    private final Appointments appointments;
    private final Slots slots;
    private final AppointmentViews views;
    private final Snapshot<Services> services;
    private final Community community;

    AppointmentSubject(
            Appointments appointments,
            Slots slots,
            AppointmentViews views,
            Snapshot<Services> services,
            Community community) {
        this.appointments = appointments;
        this.slots = slots;
        this.views = views;
        this.services = services;
        this.community = community;
    }

    @Override
    public String kind() {
        return Moved.SUBJECT;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        Mono<Standing> standing = message.subjectId().startsWith(A_SLOT)
                ? seen(message.subjectId().substring(A_SLOT.length())).flatMap(seen -> ofSlot(seen, message))
                : appointments
                        .find(new AppointmentNo(message.subjectId()))
                        .flatMap(stored -> ofAppointment(stored, message));
        return standing.defaultIfEmpty(new Gone("没有这次预约"));
    }

    private Mono<Slot> slotOf(@Nullable String id) {
        return id == null ? Mono.empty() : seen(id).map(Slots.Seen::slot);
    }

    private Mono<Slots.Seen> seen(String id) {
        return Mono.justOrEmpty(SlotId.read(id)).flatMap(slots::find);
    }

    private Mono<Standing> ofSlot(Slots.Seen seen, Waiting message) {
        Slot slot = seen.slot();
        boolean closed = message.occasion().equals("VISIT_TO_MAKE_CANCELLED");
        var gone = closed ? Optional.<String>empty() : StillTrue.notBecause(slot, seen.now());
        if (gone.isPresent()) {
            return Mono.just(new Gone(gone.get()));
        }
        return views.names(List.of(slot.staff())).map(names -> {
            Map<String, String> facts = facts(slot, slot.community(), names, message.facts());
            facts.put("no", message.subjectId());
            if (slot.atHome()) {
                facts.put("place", homeOf(slot));
            }
            if (!closed) {
                facts.put("resident", "共%d人".formatted(slot.taken()));
                facts.put("count", Integer.toString(slot.taken()));
            }
            return new Stands(List.of(slot.staff()), facts);
        });
    }

    private String homeOf(Slot slot) {
        return slot.building() == null
                ? "居民家"
                : community
                        .atlas()
                        .pathOf(slot.building())
                        .map(community.atlas()::inWords)
                        .orElse("居民家");
    }

    private Mono<Standing> ofAppointment(StoredAppointment stored, Waiting message) {
        var gone = StillTrue.notBecause(stored.appointment(), message.occasion(), message.facts(), stored.now());
        if (gone.isPresent()) {
            return Mono.just(new Gone(gone.get()));
        }
        return slotOf(message.facts().get("slot"))
                .defaultIfEmpty(stored.appointment().slot())
                .flatMap(slot -> stands(stored, slot, message));
    }

    private Mono<Standing> stands(StoredAppointment stored, Slot slot, Waiting message) {
        Appointment it = stored.appointment();
        boolean toStaff = message.occasion().startsWith("VISIT_TO_MAKE");
        AccountId hearer = toStaff ? slot.staff() : it.booker();
        return Mono.zip(views.names(List.of(slot.staff(), it.booker())), others(stored, message))
                .map(known -> {
                    Map<String, String> facts = facts(slot, it.home(), known.getT1(), message.facts());
                    facts.put("no", it.no().value());
                    if (toStaff) {
                        facts.put("resident", Mask.name(known.getT1().of(it.booker())));
                        if (slot.atHome()) {
                            facts.put("place", community.atlas().inWords(it.home()));
                        }
                    }
                    note(facts, message, known.getT2());
                    return new Stands(List.of(hearer), facts);
                });
    }

    /** Why, and what else there is. */
    private static void note(Map<String, String> facts, Waiting message, String others) {
        String why = message.facts().containsKey("lapsed") ? "一直没有空出名额" : facts.getOrDefault("note", "");
        String note = others.isEmpty() ? why : why.isEmpty() ? "还可以约" + others : why + "；还可以约" + others;
        if (!note.isEmpty()) {
            facts.put("note", note);
        }
    }

    /** Other times for whoever lost theirs through no fault of their own. */
    private Mono<String> others(StoredAppointment stored, Waiting message) {
        if (!message.occasion().equals("VISIT_CANCELLED")) {
            return Mono.just("");
        }
        Slot lost = stored.appointment().slot();
        return slots.free(lost.community(), lost.service(), OTHERS)
                .map(found -> found.stream()
                        .map(seen ->
                                Times.ofSlot(seen.slot().startsAt(), seen.slot().endsAt()))
                        .collect(Collectors.joining("、")));
    }

    private Map<String, String> facts(Slot slot, PlacePath where, Names names, Map<String, String> planned) {
        Map<String, String> facts = new TreeMap<>(planned);
        facts.put("service", services.get().nameOf(slot.service()));
        facts.put("time", Times.exact(slot.startsAt()));
        facts.put("place", AppointmentViews.placeOf(slot));
        facts.put("placePath", where.value());
        facts.put("by", names.of(slot.staff()));
        return facts;
    }
}
