package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Move;
import cn.huiyin.appointment.domain.Service;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.store.Slots;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.snapshot.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The door for whoever books by talking with people: always as the one who speaks. */
@Component
public class OwnAppointments {

    private static final Set<State> TO_COME = EnumSet.of(State.WAITING, State.BOOKED);

    private final Slots slots;
    private final BookingDesk bookings;
    private final AppointmentDesk desk;
    private final AppointmentRegister register;
    private final AppointmentViews views;
    private final Accounts accounts;
    private final Snapshot<Services> services;
    private final Needs needs;
    private final JsonMapper json;

    OwnAppointments(
            Slots slots,
            BookingDesk bookings,
            AppointmentDesk desk,
            AppointmentRegister register,
            AppointmentViews views,
            Accounts accounts,
            Snapshot<Services> services,
            Needs needs,
            JsonMapper json) {
        this.slots = slots;
        this.bookings = bookings;
        this.desk = desk;
        this.register = register;
        this.views = views;
        this.accounts = accounts;
        this.services = services;
        this.needs = needs;
        this.json = json;
    }

    /** Who can be booked. */
    public record Offer(String code, String name) {}

    public List<Offer> offers() {
        return services.get().all().stream()
                .filter(Service::active)
                .map(OwnAppointments::offer)
                .toList();
    }

    /** Who is meant by these words: by their name, else by what they are for; none where nothing speaks of anybody. */
    public List<Offer> meantBy(String words) {
        Services known = services.get();
        Stream<Service> named =
                known.all().stream().filter(Service::active).filter(service -> words.contains(service.name()));
        List<String> needed =
                needs.in(words).stream().map(found -> found.need()).toList();
        return Stream.concat(named, known.suggestedFor(needed).stream())
                .distinct()
                .map(OwnAppointments::offer)
                .toList();
    }

    private static Offer offer(Service service) {
        return new Offer(service.code(), service.name());
    }

    /** The words without numbers that belong to a person: fit to be remembered, and to be said with a booking. */
    public static String withoutNumbers(String words) {
        return PlainWords.masked(words);
    }

    /** The next times with a place left where the caller lives; HOME_UNKNOWN where nobody knows that. */
    public Mono<List<SlotView>> free(Caller caller, String service, int most) {
        return community(caller)
                .flatMap(community -> slots.free(community, service, most))
                .flatMap(found -> views.names(
                                found.stream().map(seen -> seen.slot().staff()).toList())
                        .map(names -> found.stream()
                                .map(seen -> views.slot(seen.slot(), seen.now(), names))
                                .toList()));
    }

    /** One of them as it is now, whether or not a place is left. */
    public Mono<SlotView> slot(Caller caller, String id) {
        return community(caller)
                .flatMap(community -> Mono.justOrEmpty(SlotId.read(id))
                        .flatMap(slots::find)
                        .filter(seen -> seen.slot().community().equals(community)))
                .switchIfEmpty(Mono.error(BookingDesk::noSuchSlot))
                .flatMap(seen -> views.names(List.of(seen.slot().staff()))
                        .map(names -> views.slot(seen.slot(), seen.now(), names)));
    }

    private Mono<PlacePath> community(Caller caller) {
        return accounts.homeOf(caller.id())
                .map(home -> Reaches.communityOf(home.path()))
                .switchIfEmpty(Mono.error(BookingDesk::homeUnknown));
    }

    /** For oneself, at home. */
    public Mono<OwnAppointment> book(Caller caller, String slot, String purpose, Repeat repeat) {
        var asked = new BookingAsked(slot, purpose, null, false, null, null);
        return bookings.book(caller, asked, repeat)
                .map(Answer::body)
                .map(body -> OwnAppointment.of(json.readValue(body, AppointmentView.class)));
    }

    /** What is still to come, the newest first. */
    public Mono<List<OwnAppointment>> toCome(Caller caller, int most) {
        return register.mine(caller, TO_COME, PageCursor.START, most)
                .map(page -> page.items().stream().map(OwnAppointment::of).toList());
    }

    public Mono<OwnAppointment> cancel(Caller caller, String no) {
        return desk.move(new AppointmentNo(no), caller, new MoveAsked(Move.CANCEL, null, null), new Seen(null))
                .map(OwnAppointment::of);
    }

    public Mono<OwnAppointment> find(Caller caller, String no) {
        return desk.show(new AppointmentNo(no), caller).map(OwnAppointment::of);
    }
}
