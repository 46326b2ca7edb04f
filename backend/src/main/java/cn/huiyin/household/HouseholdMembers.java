package cn.huiyin.household;

import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.store.Files;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Reader;
import cn.huiyin.household.store.StoredFile;
import cn.huiyin.identity.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Who belongs to somebody's home, for whoever arranges something for one of them on their word. What it tells is sealed
 * elsewhere: names are for the people of that home alone and must not be kept open.
 */
@Service
public class HouseholdMembers {

    private final Households households;
    private final Files files;

    HouseholdMembers(Households households, Files files) {
        this.households = households;
        this.files = files;
    }

    /**
     * Somebody of a home.
     *
     * @param id within this home, such as {@code m1}
     * @param relation to the household, in words
     * @param account who they are in the program, where that is known
     */
    public record Member(
            HouseholdId home,
            String id,
            String name,
            String relation,
            @Nullable AccountId account) {

        /** A person must not be printed by accident. */
        @Override
        public String toString() {
            return home + "/" + id;
        }
    }

    /** The members of the home of somebody whose address is confirmed; none where it is not, or has no file yet. */
    public Mono<List<Member>> of(AccountId account) {
        Reader resident = new Reader(account.value(), List.of(), List.of());
        return households
                .addressOf(account)
                .flatMap(address ->
                        files.ofRoom(address.building().last().value(), address.roomKey(), resident, Asked.TODAY))
                .map(HouseholdMembers::members)
                .defaultIfEmpty(List.of());
    }

    private static List<Member> members(StoredFile stored) {
        return stored.file().members().stream()
                .map(member -> member(stored.home().id(), member))
                .toList();
    }

    private static Member member(HouseholdId home, Fact.Member known) {
        Long account = known.account();
        return new Member(
                home,
                known.id(),
                known.name(),
                known.relation().chinese(),
                account == null ? null : new AccountId(account));
    }
}
