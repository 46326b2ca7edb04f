package cn.huiyin.messaging;

import cn.huiyin.identity.Accounts;
import cn.huiyin.messaging.store.Preferences;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what WeChat says about who agreed to be told as an employee 用工关系. */
@Component
public class EmployeeBindings {

    private final Accounts accounts;
    private final Preferences preferences;

    public EmployeeBindings(Accounts accounts, Preferences preferences) {
        this.accounts = accounts;
        this.preferences = preferences;
    }

    /** The person took it back in WeChat, or never agreed. */
    public Mono<Void> ended(String miniappOpenid) {
        return accounts.ofMiniapp(miniappOpenid)
                .flatMap(caller -> preferences.bind(caller.id().value(), false));
    }
}
