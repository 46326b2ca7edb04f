package cn.huiyin.wechat.push;

import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What we know of and have no use for; positions of people among it, which are not kept. */
@Component
class OfNoUse implements PushListener {

    @Override
    public PushApp app() {
        return PushApp.MP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("event:view", "event:view_miniprogram", "event:location");
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        return Mono.empty();
    }
}
