package cn.huiyin.appointment;

import cn.huiyin.appointment.store.Slots;
import cn.huiyin.appointment.store.Slots.Asked;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Home;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of times: those a resident may book, those on somebody's desk. */
@Component
public class SlotRegister {

    /** How far ahead a list looks where nobody says. */
    private static final Duration AHEAD = Duration.ofDays(14);

    private static final Duration LONGEST = Duration.ofDays(100);

    private final Slots slots;
    private final AppointmentViews views;
    private final Accounts accounts;
    private final Reaches reaches;

    SlotRegister(Slots slots, AppointmentViews views, Accounts accounts, Reaches reaches) {
        this.slots = slots;
        this.views = views;
        this.accounts = accounts;
        this.reaches = reaches;
    }

    /** A page of a list. */
    public record Page(List<SlotView> items, @Nullable String nextCursor) {}

    /**
     * What is looked for.
     *
     * @param from now if null
     * @param to two weeks after {@code from} if null
     */
    public record Wanted(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String service,
            PageCursor after,
            int size) {}

    /** What can be booked in the community where the caller lives. */
    public Mono<Page> bookable(Caller caller, Wanted wanted) {
        return accounts.homeOf(caller.id())
                .switchIfEmpty(Mono.error(BookingDesk::homeUnknown))
                .map(SlotRegister::communityOf)
                .flatMap(community -> asked(wanted, List.of(community), null))
                .flatMap(slots::bookable)
                .flatMap(found -> page(found, wanted.size()));
    }

    /** All slots of the places within the caller's reach, and those where it is they who come. */
    public Mono<Page> desk(Caller caller, Wanted wanted) {
        Set<PlacePath> communities = reaches.communitiesOf(caller);
        return asked(wanted, List.copyOf(communities), caller)
                .flatMap(slots::desk)
                .flatMap(found -> page(found, wanted.size()));
    }

    private static PlacePath communityOf(Home home) {
        return Reaches.communityOf(home.path());
    }

    private Mono<Asked> asked(Wanted wanted, List<PlacePath> communities, @Nullable Caller staff) {
        return slots.now().map(now -> {
            Instant from = wanted.from() == null ? now : wanted.from();
            Instant to = wanted.to() == null ? from.plus(AHEAD) : wanted.to();
            if (to.isBefore(from)) {
                throw Refusal.invalid(new Fault("to", "结束时间不能早于开始时间"));
            }
            if (Duration.between(from, to).compareTo(LONGEST) > 0) {
                throw Refusal.invalid(new Fault("to", "一次最多查看%d天".formatted(LONGEST.toDays())));
            }
            return new Asked(
                    communities,
                    staff == null ? null : staff.id(),
                    from,
                    to,
                    wanted.service(),
                    wanted.after().at(),
                    wanted.after().number(),
                    wanted.size() + 1);
        });
    }

    private Mono<Page> page(List<Slots.Seen> found, int size) {
        List<Slots.Seen> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? cursorOf(shown.get(size - 1)) : null;
        return views.names(shown.stream().map(seen -> seen.slot().staff()).toList())
                .map(names -> new Page(
                        shown.stream()
                                .map(seen -> views.slot(seen.slot(), seen.now(), names))
                                .toList(),
                        next));
    }

    private static String cursorOf(Slots.Seen last) {
        return new PageCursor(last.slot().startsAt(), last.slot().id().toString()).written();
    }
}
