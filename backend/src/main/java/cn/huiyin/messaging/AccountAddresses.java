package cn.huiyin.messaging;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Contact;
import cn.huiyin.messaging.delivery.Addresses;
import cn.huiyin.together.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where accounts can be reached, as the identity module knows them. */
@Component
class AccountAddresses implements Addresses {

    private final Accounts accounts;
    private final Together<AccountId, Map<String, String>> contacts = Together.of("messages.addresses", this::ofAll);

    AccountAddresses(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<Map<String, String>> of(long account) {
        return contacts.ask(new AccountId(account));
    }

    private Mono<List<Map<String, String>>> ofAll(List<AccountId> people) {
        return accounts.contacts(people)
                .map(found -> people.stream()
                        .map(person -> Optional.ofNullable(found.get(person))
                                .map(AccountAddresses::byChannel)
                                .orElseGet(Map::of))
                        .toList());
    }

    private static Map<String, String> byChannel(Contact contact) {
        var addresses = new HashMap<String, String>();
        if (contact.miniappOpenid() != null) {
            addresses.put("SUBSCRIBE", contact.miniappOpenid());
        }
        if (contact.mpOpenid() != null) {
            addresses.put("TEMPLATE", contact.mpOpenid());
        }
        return addresses;
    }
}
