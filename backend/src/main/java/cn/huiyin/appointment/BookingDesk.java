package cn.huiyin.appointment;

import cn.huiyin.appointment.AppointmentViews.Names;
import cn.huiyin.appointment.domain.Actor;
import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.Spoken;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.store.Appointments;
import cn.huiyin.appointment.store.Appointments.Booking;
import cn.huiyin.appointment.store.Appointments.Next;
import cn.huiyin.appointment.store.StoredAppointment;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.Marks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes bookings. Who gets the last place is decided by one statement of the database. */
@Component
public class BookingDesk {

    private static final String FOR_FAMILY = "；替家人预约时可以填在“电话”一栏，会加密保存";

    private final Appointments appointments;
    private final VisitedPeople visitedPeople;
    private final Needs needs;
    private final AppointmentViews views;
    private final Vault vault;
    private final Repeats repeats;
    private final JsonMapper json;

    BookingDesk(
            Appointments appointments,
            VisitedPeople visitedPeople,
            Needs needs,
            AppointmentViews views,
            Vault vault,
            Repeats repeats,
            JsonMapper json) {
        this.appointments = appointments;
        this.visitedPeople = visitedPeople;
        this.needs = needs;
        this.views = views;
        this.vault = vault;
        this.repeats = repeats;
        this.json = json;
    }

    /** Books it, or says why not; the same request again gets the same answer. */
    public Mono<Answer> book(Caller caller, BookingAsked asked, Repeat repeat) {
        checkWords(asked);
        SlotId slot = SlotId.read(asked.slotId()).orElseThrow(BookingDesk::noSuchSlot);
        return repeats.once(
                        repeat,
                        () -> Mono.zip(
                                        visitedPeople.of(caller, asked),
                                        appointments.next(slot).switchIfEmpty(Mono.error(BookingDesk::noSuchSlot)))
                                .flatMap(found -> book(caller, asked, found.getT1(), found.getT2(), repeat)))
                .flatMap(answer -> whole(caller, answer));
    }

    /** What is kept for a repeated request lies open, so what was said is put in from its seal, each time the same. */
    private Mono<Answer> whole(Caller caller, Answer kept) {
        AppointmentView view = json.readValue(kept.body(), AppointmentView.class);
        return appointments
                .find(new AppointmentNo(view.id()))
                .map(stored -> views.saying(view, stored, Parts.of(stored.appointment(), caller)))
                .map(said -> new Answer(kept.status(), kept.location(), kept.etag(), json.writeValueAsString(said)));
    }

    private Mono<Answer> book(Caller caller, BookingAsked asked, Visited visited, Next next, Repeat repeat) {
        if (!next.slot().community().covers(visited.home())) {
            throw noSuchSlot();
        }
        next.slot().mustBeBookable(next.now(), visited.recorder() == null);
        return views.names(List.of(next.slot().staff(), visited.booker()))
                .map(names -> booking(caller, asked, visited, next, names, repeat))
                .flatMap(booking -> appointments
                        .book(booking)
                        .map(booked -> new Answer(
                                201, booking.location(), booking.etag(), bodyOf(booked.outcome(), booked.body()))));
    }

    private static String bodyOf(String outcome, @Nullable String body) {
        if (body == null) {
            throw Outcomes.refusal(outcome);
        }
        return body;
    }

    private Booking booking(Caller caller, BookingAsked asked, Visited visited, Next next, Names names, Repeat repeat) {
        Said said = new Said(asked.purpose().strip(), visited.name(), visited.phone());
        Part as = visited.recorder() == null
                ? Part.BOOKER
                : caller.is(Role.DISPATCHER, visited.home()) ? Part.DISPATCHER : Part.GRID_WORKER;
        Appointment draft = draft(asked, visited, next);
        Actor by = new Actor(caller.id(), caller.displayName(), EnumSet.of(as));
        return new Booking(
                next.no(),
                next.slot().id(),
                visited.booker(),
                visited.recorder(),
                visited.household(),
                visited.person(),
                visited.home(),
                visited.room(),
                said.sealed(vault, next.no()),
                draft.relation(),
                draft.needs(),
                Boolean.TRUE.equals(asked.queue()),
                by,
                as,
                Spoken.purpose(
                        next.no().value(),
                        visited.home(),
                        by,
                        as,
                        asked.purpose().strip()),
                Map.of(
                        "BOOKED", shown(draft, State.BOOKED, caller, as, next, names),
                        "WAITING", shown(draft, State.WAITING, caller, as, next, names)),
                "/api/v1/appointments/" + next.no(),
                "\"1.new\"",
                repeat);
    }

    private Appointment draft(BookingAsked asked, Visited visited, Next next) {
        return new Appointment(
                next.no(),
                next.slot(),
                State.BOOKED,
                visited.booker(),
                visited.recorder(),
                visited.home(),
                visited.room(),
                needs.of(asked.needs(), asked.purpose()),
                visited.relation(),
                next.now(),
                1);
    }

    /** The answer as it will be if it ends in this state, without what was said. */
    private String shown(Appointment draft, State state, Caller caller, Part as, Next next, Names names) {
        var first = new StoredAppointment.Event(
                1,
                next.now(),
                Move.BOOK.name(),
                caller.displayName(),
                as,
                state,
                next.slot().id().value(),
                null);
        var it = new Appointment(
                draft.no(),
                draft.slot().givenTo(state),
                state,
                draft.booker(),
                draft.recorder(),
                draft.home(),
                draft.room(),
                draft.needs(),
                draft.relation(),
                draft.bookedAt(),
                draft.version());
        var stored = new StoredAppointment(it, null, 0, List.of(first), Marks.NONE, next.now());
        return json.writeValueAsString(views.appointment(stored, Parts.of(it, caller), names));
    }

    private static void checkWords(BookingAsked asked) {
        List<Fault> faults = new ArrayList<>();
        PlainWords.fault("purpose", asked.purpose(), FOR_FAMILY).ifPresent(faults::add);
        Set<String> words = asked.needs() == null ? Set.of() : Set.copyOf(asked.needs());
        words.forEach(word -> PlainWords.fault("needs", word).ifPresent(faults::add));
        BookingAsked.Family family = asked.family();
        if (family != null) {
            check("family.name", family.name(), faults);
            check("family.relation", family.relation(), faults);
        }
        BookingAsked.Resident resident = asked.resident();
        if (resident != null) {
            check("resident.name", resident.name(), faults);
            check("resident.room", resident.room(), faults);
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private static void check(String field, @Nullable String words, List<Fault> faults) {
        if (words != null) {
            PlainWords.fault(field, words).ifPresent(faults::add);
        }
    }

    static Refusal noSuchSlot() {
        return Refusal.unknown("SLOT_NOT_FOUND", "没有找到这个时段");
    }

    static Refusal homeUnknown() {
        return Refusal.conflict("HOME_UNKNOWN", "请先在“我的住址”里选好住在哪栋楼，再来预约");
    }
}
