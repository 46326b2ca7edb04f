package cn.huiyin.household;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.domain.Room;
import cn.huiyin.household.store.Homes;
import cn.huiyin.household.store.Homes.After;
import cn.huiyin.household.store.Homes.Wanted;
import cn.huiyin.household.store.HouseholdIds;
import cn.huiyin.household.store.Saving;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.household.store.Saving.NewHome;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Home;
import cn.huiyin.identity.HomeState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The door of other modules to homes. What it tells holds nothing sealed. It does not ask who is
 * asking: whoever calls it sees to the reach.
 */
@Service
public class Households {

    private final Homes homes;
    private final Saving saving;
    private final HouseholdIds ids;
    private final Accounts accounts;

    public Households(Homes homes, Saving saving, HouseholdIds ids, Accounts accounts) {
        this.homes = homes;
        this.saving = saving;
        this.ids = ids;
        this.accounts = accounts;
    }

    /** Empty where there is none. */
    public Mono<Household> find(HouseholdId id) {
        return homes.find(id);
    }

    /** Those of these that there are, in no order. */
    public Flux<Household> find(Collection<HouseholdId> some) {
        return homes.find(some);
    }

    /** What a door is called, whether it has a file or not and however its room is spelt. */
    public static String door(PlaceId building, String room) {
        return building.value() + "/" + Room.key(room);
    }

    /** The home with this room, however it is spelt; empty where it has no file. */
    public Mono<Household> at(PlaceId building, String room) {
        return homes.ofRoom(building.value(), Room.key(room));
    }

    /**
     * The home of somebody whose address a grid worker has confirmed; its file is begun now where there is none. Empty as
     * long as no address with a room is confirmed.
     */
    public Mono<Household> of(AccountId account) {
        return addressOf(account)
                .flatMap(address -> homes.ofRoom(address.building().last().value(), address.roomKey())
                        .switchIfEmpty(Mono.defer(() -> begin(address))
                                .then(Mono.defer(() ->
                                        homes.ofRoom(address.building().last().value(), address.roomKey())))));
    }

    /** A confirmed address. */
    record Address(PlacePath building, String room) {

        String roomKey() {
            return Room.key(room);
        }

        boolean is(Household home) {
            return building.equals(home.path()) && roomKey().equals(home.roomKey());
        }
    }

    Mono<Address> addressOf(AccountId account) {
        return accounts.homeOf(account)
                .filter(home -> home.state() == HomeState.CONFIRMED)
                .filter(home -> home.room() != null && !home.room().isBlank())
                .map(home -> new Address(home.path(), String.valueOf(home.room())));
    }

    Mono<Boolean> begin(Address address) {
        return homes.today()
                .map(today -> new NewHome(ids.fresh(), address.building(), address.room(), today))
                .flatMap(begun -> saving.open(begun, List.of(), AccountId.SYSTEM.value(), Beside.NOTHING));
    }

    /** Everybody whose confirmed address is this home. */
    public Mono<List<AccountId>> accountsOf(Household home) {
        return accounts.livingIn(home.building())
                .map(all -> all.stream()
                        .filter(one ->
                                one.room() != null && Room.key(one.room()).equals(home.roomKey()))
                        .map(Home::account)
                        .toList());
    }

    /**
     * Which homes.
     *
     * @param within a street, community, grid or building
     * @param kinds null for all classes
     * @param statuses null for all
     * @param tag a code of the tag table, or null
     * @param touchDue only those that somebody should have been in touch with by today
     * @param reviseDue only those whose file should have been gone through by today
     */
    public record Choice(
            PlacePath within,
            @Nullable Set<HouseholdClass> kinds,
            @Nullable Set<Occupancy> statuses,
            @Nullable String tag,
            boolean touchDue,
            boolean reviseDue) {

        public static Choice all(PlacePath within) {
            return new Choice(within, null, null, null, false, false);
        }
    }

    /**
     * A page of homes in the order of buildings and rooms.
     *
     * @param last the last home of the page before; null for the first page
     * @param limit at most 1,000
     */
    public Flux<Household> page(Choice choice, @Nullable Household last, int limit) {
        Wanted wanted = new Wanted(
                List.of(choice.within().value()),
                choice.within().value(),
                names(choice.kinds()),
                names(choice.statuses()),
                choice.tag(),
                null,
                choice.touchDue(),
                choice.reviseDue());
        return homes.page(wanted, last == null ? After.NOTHING : After.home(last), Math.min(limit, 1000));
    }

    private static @Nullable Set<String> names(@Nullable Set<? extends Enum<?>> words) {
        return words == null ? null : words.stream().map(Enum::name).collect(Collectors.toSet());
    }

    /**
     * Somebody was in touch with this home on that day. A statement of one's own may call
     * {@code household_touched(id, day, revised)} instead.
     *
     * @param revised whether the whole file was gone through
     */
    public Mono<Boolean> touched(HouseholdId id, LocalDate day, boolean revised) {
        return homes.touched(id, day, revised);
    }
}
