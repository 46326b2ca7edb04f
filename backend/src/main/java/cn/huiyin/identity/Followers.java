package cn.huiyin.identity;

import cn.huiyin.identity.store.ContactStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who follows the official account 公众号; told by the module that hears it from WeChat. May be told twice. */
@Service
public class Followers {

    private final ContactStore contacts;

    public Followers(ContactStore contacts) {
        this.contacts = contacts;
    }

    /** @param unionid where the platform names it; without it the two identities cannot meet */
    public Mono<Void> came(String mpOpenid, @Nullable String unionid) {
        return contacts.follow(mpOpenid, unionid);
    }

    /** Whether the platform has named their unionid, so that the two identities can meet. */
    public Mono<Boolean> hasMet(String mpOpenid) {
        return contacts.hasMet(mpOpenid);
    }

    public Mono<Void> left(String mpOpenid) {
        return contacts.unfollow(mpOpenid);
    }
}
