package cn.huiyin.oversight;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Contact;
import cn.huiyin.oversight.CheckView.Person;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Staff by their names. */
@Component("oversightPeople")
class People {

    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    Mono<Names> names(Collection<Long> ids) {
        return ids.isEmpty()
                ? Mono.just(new Names(Map.of()))
                : accounts.contacts(ids.stream().map(AccountId::new).collect(Collectors.toSet()))
                        .map(Names::new);
    }

    record Names(Map<AccountId, Contact> known) {

        Person of(long id) {
            Contact contact = known.get(new AccountId(id));
            String otherwise = id == AccountId.SYSTEM.value() ? "系统" : "工作人员";
            return new Person(Long.toString(id), contact == null ? otherwise : contact.displayName());
        }

        @Nullable Person orNone(@Nullable Long id) {
            return id == null ? null : of(id);
        }
    }
}
