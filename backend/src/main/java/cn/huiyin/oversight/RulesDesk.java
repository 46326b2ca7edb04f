package cn.huiyin.oversight;

import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.oversight.domain.Rules;
import cn.huiyin.oversight.store.RuleRow;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The figures of oversight: everybody may read them, an administrator changes them. Draws keep those of their promise. */
@Component
public class RulesDesk {

    private final RuleRow row;

    RulesDesk(RuleRow row) {
        this.row = row;
    }

    public Mono<Rules> show() {
        return row.read();
    }

    public Mono<Rules> put(Caller caller, RulesAsked asked, Seen seen) {
        if (!caller.isChief()) {
            throw Refusal.notYours("ADMIN_ONLY", "只有街道管理员可以修改监督规则");
        }
        return LastingWrite.of(row.read()
                .doOnNext(now -> seen.check(now.version()))
                .flatMap(now -> row.keep(asked.after(now.version()), caller.id()))
                .switchIfEmpty(Mono.error(Seen::stale)));
    }
}
