package cn.huiyin.identity;

import cn.huiyin.community.PlaceId;
import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.ContactStore;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.identity.store.PhoneStore;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The door of other modules to people. */
@Service
public class Accounts {

    private static final int NAME_LIMIT = 40;

    private final AccountStore accounts;
    private final ContactStore contacts;
    private final HomeStore homes;
    private final PhoneStore phones;

    public Accounts(AccountStore accounts, ContactStore contacts, HomeStore homes, PhoneStore phones) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.homes = homes;
        this.phones = phones;
    }

    /**
     * How to reach these people, by the ids that were asked for; unknown ones are left out. Somebody whom staff recorded
     * and who has since logged in with the same phone is reached where they are now.
     */
    public Mono<Map<AccountId, Contact>> contacts(Collection<AccountId> ids) {
        return contacts.find(ids).collectMap(Contact::id, Function.identity());
    }

    /** Who this is and what they are trusted with; empty where there is no such account. */
    public Mono<Caller> find(AccountId id) {
        return accounts.find(id).map(Account::asCaller);
    }

    /** Who speaks to us through the mini-program by this openid; empty where nobody has logged in by it. */
    public Mono<Caller> ofMiniapp(String openid) {
        return accounts.find(openid).map(Account::asCaller);
    }

    /**
     * Who speaks to us through the official account by this openid. The two identities meet through the unionid; empty
     * until they have.
     */
    public Mono<Caller> ofOfficialAccount(String openid) {
        return accounts.findFollower(openid).map(Account::asCaller);
    }

    /** Where they say they live, confirmed or not; empty where they did not say or it was refused. */
    public Mono<Home> homeOf(AccountId id) {
        return homes.find(id).filter(home -> home.state() != HomeState.REFUSED);
    }

    /** Whose home in this building a grid worker has confirmed; at most 500. */
    public Mono<List<Home>> livingIn(PlaceId building) {
        return homes.confirmedIn(building);
    }

    /**
     * The resident with this phone, recorded now if nobody has it: for staff who take something in on somebody's behalf.
     * Refuses a phone that is not a mobile number and a name of more than 40 characters, as fields {@code phone} and
     * {@code name}.
     *
     * @param name what to call somebody new; null for 居民 and a number
     */
    public Mono<AccountId> residentByPhone(String phone, @Nullable String name) {
        return Mono.fromCallable(() -> PhoneNumber.read(phone)
                        .orElseThrow(() -> Refusal.invalid(new Fault("phone", "手机号码不正确，请填写 11 位手机号"))))
                .flatMap(number -> phones.residentWith(number, nameOrNothing(name)));
    }

    /**
     * The whole number, for somebody who has to call. The look is kept in the audit chain before the number is handed
     * out. Empty where no number is known.
     *
     * @param why what the call is about, such as {@code ticket/HY2026112200042}
     */
    public Mono<String> phoneOf(AccountId whose, AccountId reader, String why) {
        return phones.read(whose, reader, why).map(PhoneNumber::digits);
    }

    private static @Nullable String nameOrNothing(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String stripped = name.strip();
        if (stripped.codePointCount(0, stripped.length()) > NAME_LIMIT) {
            throw Refusal.invalid(new Fault("name", "姓名最多 40 个字"));
        }
        return stripped;
    }
}
