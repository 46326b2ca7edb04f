package cn.huiyin.wechat.push;

import cn.huiyin.identity.Followers;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody no longer follows the official account. */
@Component
class Unfollow implements PushListener {

    private final Followers followers;

    Unfollow(Followers followers) {
        this.followers = followers;
    }

    @Override
    public PushApp app() {
        return PushApp.MP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("event:unsubscribe");
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        return followers.left(pushed.sender()).then(Mono.empty());
    }
}
