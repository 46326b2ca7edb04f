package cn.huiyin.messaging;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Contact;
import cn.huiyin.messaging.delivery.Addresses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where accounts can be reached, as the identity module knows them. */
@Component
class AccountAddresses implements Addresses {

    private final Accounts accounts;

    AccountAddresses(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<Map<String, String>> of(long account) {
        return accounts.contacts(List.of(new AccountId(account)))
                .map(contacts -> contacts.values().stream()
                        .findFirst()
                        .map(AccountAddresses::byChannel)
                        .orElseGet(Map::of));
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
