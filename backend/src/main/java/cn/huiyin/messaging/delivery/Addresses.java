package cn.huiyin.messaging.delivery;

import java.util.Map;
import reactor.core.publisher.Mono;

/** Where a person can be reached. */
public interface Addresses {

    /** By channel: the openid that the channel knows the account by. Empty where it knows none. */
    Mono<Map<String, String>> of(long account);
}
