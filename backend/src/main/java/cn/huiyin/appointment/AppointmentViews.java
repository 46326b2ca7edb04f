package cn.huiyin.appointment;

import cn.huiyin.appointment.AppointmentView.Family;
import cn.huiyin.appointment.AppointmentView.Line;
import cn.huiyin.appointment.AppointmentView.Named;
import cn.huiyin.appointment.SlotView.Where;
import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.appointment.domain.Slot;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.domain.Times;
import cn.huiyin.appointment.store.StoredAppointment;
import cn.huiyin.community.Community;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Contact;
import cn.huiyin.privacy.Mask;
import cn.huiyin.privacy.Vault;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Sight;
import cn.huiyin.safety.Sight.Viewer;
import cn.huiyin.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Slots and appointments as they are shown, to each what is meant for them. */
@Component
class AppointmentViews {

    /** Who has to know what it is about. */
    private static final Set<Part> IN_IT = EnumSet.of(Part.BOOKER, Part.VISITOR, Part.DISPATCHER);

    private static final String IN_ITS_PLACE = "（内容正在核对）";

    private final Accounts accounts;
    private final Community community;
    private final Snapshot<Services> services;
    private final Vault vault;

    AppointmentViews(Accounts accounts, Community community, Snapshot<Services> services, Vault vault) {
        this.accounts = accounts;
        this.community = community;
        this.services = services;
        this.vault = vault;
    }

    /** Names of people by their ids. */
    record Names(Map<AccountId, Contact> known) {

        String of(AccountId id) {
            Contact contact = known.get(id);
            return contact == null ? "工作人员" : contact.displayName();
        }
    }

    Mono<Names> names(Collection<AccountId> ids) {
        return ids.isEmpty()
                ? Mono.just(new Names(Map.of()))
                : accounts.contacts(Set.copyOf(ids)).map(Names::new);
    }

    SlotView slot(Slot slot, Instant now, Names names) {
        return new SlotView(
                slot.id().toString(),
                slot.service(),
                services.get().nameOf(slot.service()),
                slot.staff().toString(),
                names.of(slot.staff()),
                slot.startsAt(),
                slot.endsAt(),
                Times.ofSlot(slot.startsAt(), slot.endsAt()),
                slot.atHome() ? Where.HOME : Where.POINT,
                placeOf(slot),
                slot.capacity(),
                slot.free(),
                slot.waiting(),
                slot.offHours(),
                slot.bookUntil(),
                slot.cancelUntil(),
                slot.open() && !now.isAfter(slot.bookUntil()),
                !slot.open(),
                slot.note(),
                "\"%d\"".formatted(slot.version()));
    }

    static String placeOf(Slot slot) {
        return slot.point() == null ? "您家里" : slot.point();
    }

    AppointmentView appointment(StoredAppointment stored, Set<Part> parts, Names names) {
        Appointment it = stored.appointment();
        Said said = Said.open(vault, it.no(), stored.sealed());
        State state = it.stateAt(stored.now());
        boolean inIt = !Collections.disjoint(parts, IN_IT);
        String resident = names.of(it.booker());
        return new AppointmentView(
                it.no().value(),
                state,
                state.chinese(),
                slot(it.slot(), stored.now(), names),
                inIt ? purpose(stored, said, parts) : null,
                it.needs().stream()
                        .map(need -> new Named(need, services.get().nameOfNeed(need)))
                        .toList(),
                better(it),
                family(it, said, inIt),
                inIt ? resident : Mask.name(resident),
                home(it),
                it.bookedAt(),
                state == State.WAITING ? stored.ahead() : null,
                it.open(parts, stored.now()),
                stored.events().stream()
                        .map(event -> line(stored, event, parts))
                        .toList(),
                it.version());
    }

    /** A view that was kept without what nobody else may read, completed for one who may. */
    AppointmentView saying(AppointmentView kept, StoredAppointment stored, Set<Part> parts) {
        Said said = Said.open(vault, stored.appointment().no(), stored.sealed());
        boolean inIt = !Collections.disjoint(parts, IN_IT);
        return kept.saying(inIt ? purpose(stored, said, parts) : null, family(stored.appointment(), said, inIt));
    }

    /** Who fits the needs, where that is not the one who is booked. */
    private @Nullable Named better(Appointment it) {
        var fitting = services.get().suggestedFor(it.needs());
        boolean fits = fitting.isEmpty()
                || fitting.stream()
                        .anyMatch(service -> service.code().equals(it.slot().service()));
        return fits ? null : new Named(fitting.get(0).code(), fitting.get(0).name());
    }

    private static @Nullable Family family(Appointment it, Said said, boolean inIt) {
        String name = said.name();
        if (name == null) {
            return null;
        }
        return new Family(
                inIt ? name : Mask.name(name), it.relation(), said.phone() == null ? null : Mask.phone(said.phone()));
    }

    private String home(Appointment it) {
        String building = community.atlas().inWords(it.home());
        return it.room() == null ? building : building + " " + it.room();
    }

    private static @Nullable String purpose(StoredAppointment stored, Said said, Set<Part> parts) {
        boolean byStaff = stored.appointment().recorder() != null;
        return words(said.purpose(), stored, Marks.DESCRIPTION, byStaff, parts);
    }

    /** What somebody wrote, or what stands in its place while the content check has doubts. */
    private static @Nullable String words(
            @Nullable String words, StoredAppointment stored, String part, boolean byStaff, Set<Part> parts) {
        return words == null
                ? null
                : Sight.of(stored.marks().of(part), viewer(byStaff, parts)).words(words, IN_ITS_PLACE);
    }

    /** Of staff none is the author: whoever reviews sees it, and others must not. */
    private static Viewer viewer(boolean byStaff, Set<Part> parts) {
        if (parts.contains(Part.DISPATCHER) || parts.contains(Part.SUPERVISOR)) {
            return Viewer.REVIEWER;
        }
        if (parts.contains(Part.BOOKER)) {
            return byStaff ? Viewer.ADDRESSEE : Viewer.AUTHOR;
        }
        return Viewer.ACTING;
    }

    private static Line line(StoredAppointment stored, StoredAppointment.Event event, Set<Part> parts) {
        Move move = Move.valueOf(event.move());
        boolean byStaff = event.asPart() != Part.BOOKER;
        return new Line(
                event.at(),
                move,
                move.chinese(),
                event.byName(),
                event.asPart(),
                event.toState(),
                words(event.note(), stored, Marks.event(event.seq()), byStaff, parts));
    }
}
