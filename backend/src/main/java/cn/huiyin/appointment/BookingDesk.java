package cn.huiyin.appointment;

import cn.huiyin.appointment.AppointmentViews.Names;
import cn.huiyin.appointment.domain.Actor;
import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Part;
import cn.huiyin.appointment.domain.PlainWords;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.store.Appointments;
import cn.huiyin.appointment.store.Appointments.Booking;
import cn.huiyin.appointment.store.Appointments.Next;
import cn.huiyin.appointment.store.StoredAppointment;
import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes bookings. Who gets the last place is decided by one statement of the database. */
@Component
public class BookingDesk {

    private final Appointments appointments;
    private final Accounts accounts;
    private final Community community;
    private final Needs needs;
    private final AppointmentViews views;
    private final Vault vault;
    private final Repeats repeats;
    private final JsonMapper json;

    BookingDesk(
            Appointments appointments,
            Accounts accounts,
            Community community,
            Needs needs,
            AppointmentViews views,
            Vault vault,
            Repeats repeats,
            JsonMapper json) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.community = community;
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
                                visitedBy(caller, asked),
                                appointments.next(slot).switchIfEmpty(Mono.error(BookingDesk::noSuchSlot)))
                        .flatMap(found -> book(caller, asked, found.getT1(), found.getT2(), repeat)));
    }

    /**
     * Whose appointment it is to be.
     *
     * @param recorder the staff member, if it is booked through them
     */
    private record Visited(
            AccountId booker,
            @Nullable AccountId recorder,
            PlacePath home,
            @Nullable String room) {

        /** Whose limits count: those behind one door, as far as it is known. */
        String household() {
            return room == null || room.isBlank()
                    ? "account/" + booker
                    : home.last() + "/" + room.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        }
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
        BookingAsked.Family family = asked.family();
        Said said = new Said(
                asked.purpose().strip(),
                family == null ? null : family.name().strip(),
                family == null ? null : family.phone());
        String sealed = said.sealed(vault, next.no());
        Part as = visited.recorder() == null
                ? Part.BOOKER
                : caller.is(Role.DISPATCHER, visited.home()) ? Part.DISPATCHER : Part.GRID_WORKER;
        Appointment draft = draft(asked, visited, next);
        return new Booking(
                next.no(),
                next.slot().id(),
                visited.booker(),
                visited.recorder(),
                visited.household(),
                personOf(visited, said),
                visited.home(),
                visited.room(),
                sealed,
                draft.relation(),
                draft.needs(),
                Boolean.TRUE.equals(asked.queue()),
                new Actor(caller.id(), caller.displayName(), EnumSet.of(as)),
                as,
                Map.of(
                        "BOOKED", shown(draft, State.BOOKED, sealed, caller, as, next, names),
                        "WAITING", shown(draft, State.WAITING, sealed, caller, as, next, names)),
                "/api/v1/appointments/" + next.no(),
                "\"1.new\"",
                repeat);
    }

    private Appointment draft(BookingAsked asked, Visited visited, Next next) {
        BookingAsked.Family family = asked.family();
        return new Appointment(
                next.no(),
                next.slot(),
                State.BOOKED,
                visited.booker(),
                visited.recorder(),
                visited.home(),
                visited.room(),
                needs.of(asked.needs(), asked.purpose()),
                family == null ? null : family.relation().strip(),
                next.now(),
                1);
    }

    /** One is in one place at a time; somebody of the household is known by their name there. */
    private String personOf(Visited visited, Said said) {
        return said.name() == null
                ? "account/" + visited.booker()
                : "family/" + vault.blindIndex(said.name(), "visit/person/" + visited.household());
    }

    /** The answer as it will be if it ends in this state. */
    private String shown(
            Appointment draft, State state, String sealed, Caller caller, Part as, Next next, Names names) {
        var first = new StoredAppointment.Event(
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
        var stored = new StoredAppointment(it, sealed, 0, List.of(first), next.now());
        return json.writeValueAsString(views.appointment(stored, Parts.of(it, caller), names));
    }

    private Mono<Visited> visitedBy(Caller caller, BookingAsked asked) {
        BookingAsked.Resident resident = asked.resident();
        return resident == null ? byOneself(caller) : throughStaff(caller, resident);
    }

    private Mono<Visited> byOneself(Caller caller) {
        return accounts.homeOf(caller.id())
                .map(home -> new Visited(caller.id(), null, home.path(), home.room()))
                .switchIfEmpty(Mono.error(BookingDesk::homeUnknown));
    }

    private Mono<Visited> throughStaff(Caller caller, BookingAsked.Resident resident) {
        PlacePath home = community
                .atlas()
                .place(new PlaceId(resident.buildingId()))
                .filter(place -> place.kind() == PlaceKind.BUILDING)
                .orElseThrow(() -> Refusal.invalid(new Fault("resident.buildingId", "没有这栋楼")))
                .path();
        if (!caller.is(Role.DISPATCHER, home) && !caller.is(Role.GRID_WORKER, home)) {
            return Mono.error(Refusal.notYours("OUT_OF_REACH", "只有本社区的工作人员可以替居民预约"));
        }
        return accounts.residentByPhone(resident.phone(), resident.name())
                .map(id -> new Visited(id, caller.id(), home, resident.room()));
    }

    private static void checkWords(BookingAsked asked) {
        List<Fault> faults = new ArrayList<>();
        PlainWords.fault("purpose", asked.purpose()).ifPresent(faults::add);
        Set<String> words = asked.needs() == null ? Set.of() : Set.copyOf(asked.needs());
        words.forEach(word -> PlainWords.fault("needs", word).ifPresent(faults::add));
        BookingAsked.Family family = asked.family();
        if (family != null) {
            PlainWords.fault("family.name", family.name()).ifPresent(faults::add);
            PlainWords.fault("family.relation", family.relation()).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    static Refusal noSuchSlot() {
        return Refusal.unknown("SLOT_NOT_FOUND", "没有找到这个时段");
    }

    static Refusal homeUnknown() {
        return Refusal.conflict("HOME_UNKNOWN", "请先在“我的住址”里选好住在哪栋楼，再来预约");
    }
}
