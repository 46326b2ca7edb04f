package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Appointment;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.appointment.store.AppointmentLists;
import cn.huiyin.appointment.store.AppointmentLists.Reach;
import cn.huiyin.appointment.store.StoredAppointment;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of appointments: one's own, and those on one's desk. */
@Component
public class AppointmentRegister {

    private final AppointmentLists lists;
    private final AppointmentViews views;
    private final Reaches reaches;

    AppointmentRegister(AppointmentLists lists, AppointmentViews views, Reaches reaches) {
        this.lists = lists;
        this.views = views;
        this.reaches = reaches;
    }

    /** A page of a list. */
    public record Page(
            List<AppointmentView> items, @Nullable String nextCursor) {}

    /** Those the caller booked, or had booked for them; the newest first. */
    public Mono<Page> mine(Caller caller, Set<State> states, PageCursor after, int size) {
        return lists.mine(caller.id(), states, after.id(), size + 1)
                .flatMap(found -> page(caller, found, size, last -> Instant.EPOCH));
    }

    /** Those where it is the caller who comes, and those of the places within reach; by the time they begin. */
    public Mono<Page> desk(
            Caller caller,
            Set<State> states,
            @Nullable Instant from,
            @Nullable Instant to,
            PageCursor after,
            int size) {
        List<PlacePath> places = reaches.of(caller);
        var reach = new Reach(caller.id(), reaches.communitiesOf(caller), places);
        return lists.desk(reach, states, from, to, after.at(), after.id(), size + 1)
                .flatMap(found -> page(caller, found, size, last -> last.slot().startsAt()));
    }

    private Mono<Page> page(
            Caller caller, List<StoredAppointment> found, int size, Function<Appointment, Instant> sortedBy) {
        List<StoredAppointment> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? cursor(shown.get(size - 1).appointment(), sortedBy) : null;
        return views.names(people(shown))
                .map(names -> new Page(
                        shown.stream()
                                .map(one -> views.appointment(one, Parts.of(one.appointment(), caller), names))
                                .toList(),
                        next));
    }

    private static String cursor(Appointment last, Function<Appointment, Instant> sortedBy) {
        return new PageCursor(sortedBy.apply(last), last.no().value()).written();
    }

    private static Set<AccountId> people(List<StoredAppointment> shown) {
        return shown.stream()
                .map(StoredAppointment::appointment)
                .flatMap(it -> Stream.of(it.booker(), it.slot().staff()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
