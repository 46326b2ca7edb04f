package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.store.QuotaRows;
import cn.huiyin.messaging.store.Steps.Allowance;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What of a day's calls a message may use: what is urgent all of them, everything else what is not kept for that. */
@Component
public class Quotas {

    private final QuotaSettings settings;
    private final QuotaRows rows;

    public Quotas(QuotaSettings settings, QuotaRows rows) {
        this.settings = settings;
        this.rows = rows;
    }

    Allowance allowance(String channel, boolean urgent) {
        var day = settings.calls(channel);
        return new Allowance(urgent, urgent || day == Long.MAX_VALUE ? day : day - day * settings.reserve() / 100);
    }

    /** WeChat knows better than we how much is left. */
    Mono<Void> noteIfUsedUp(String channel, Outcome outcome) {
        return outcome instanceof Outcome.Park ? rows.exhausted(channel) : Mono.empty();
    }
}
