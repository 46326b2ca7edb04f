package cn.huiyin.messaging;

import cn.huiyin.identity.AccountId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what WeChat itself says about subscription grants. May be told twice or late. */
@Component
public class Grants {

    /** The person answered a question of the mini-program: {@code accept} or {@code reject}. */
    public Mono<Void> answered(AccountId who, String templateId, String answer) {
        return Mono.empty();
    }

    /** The person changed their mind in WeChat's settings: {@code accept} or {@code reject}. */
    public Mono<Void> changed(AccountId who, String templateId, String answer) {
        return Mono.empty();
    }
}
