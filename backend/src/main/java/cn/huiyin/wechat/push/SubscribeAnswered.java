package cn.huiyin.wechat.push;

import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.Grants;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people answered to the mini-program's question, and what they changed in WeChat's settings since. */
@Component
class SubscribeAnswered implements PushListener {

    private static final String POPUP = "event:subscribe_msg_popup_event";
    private static final String CHANGE = "event:subscribe_msg_change_event";

    private final Accounts accounts;
    private final Grants grants;

    SubscribeAnswered(Accounts accounts, Grants grants) {
        this.accounts = accounts;
        this.grants = grants;
    }

    @Override
    public PushApp app() {
        return PushApp.MINIAPP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(POPUP, CHANGE);
    }

    /** Nothing for somebody who has never logged in: there is no account to count for. */
    @Override
    public Mono<String> hear(Pushed pushed) {
        return accounts.ofMiniapp(pushed.sender())
                .flatMap(caller -> Flux.fromIterable(pushed.list(Pushed.LIST))
                        .concatMap(item -> told(caller, pushed, item))
                        .then())
                .then(Mono.empty());
    }

    private Mono<Void> told(Caller caller, Pushed pushed, Map<String, String> item) {
        var template = item.getOrDefault("TemplateId", "");
        var answer = item.getOrDefault("SubscribeStatusString", "");
        return pushed.kind().equals(POPUP)
                ? grants.answered(caller.id(), template, answer, pushed.key())
                : grants.changed(caller.id(), template, answer, pushed.key());
    }
}
