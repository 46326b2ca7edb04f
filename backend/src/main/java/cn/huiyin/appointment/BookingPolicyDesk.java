package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.Policy;
import cn.huiyin.appointment.store.PolicyRow;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The rules of booking as figures: everybody may read them, an administrator changes them. Slots keep those of their opening. */
@Component
public class BookingPolicyDesk {

    private final PolicyRow row;

    BookingPolicyDesk(PolicyRow row) {
        this.row = row;
    }

    public Mono<Policy> show() {
        return row.read();
    }

    public Mono<Policy> put(Caller caller, PolicyAsked asked, Seen seen) {
        if (!caller.isChief()) {
            throw Refusal.notYours("ADMIN_ONLY", "只有街道管理员可以修改预约规则");
        }
        if (asked.farMinutes() < asked.nearMinutes()) {
            throw Refusal.invalid(new Fault("farMinutes", "去别的网格的时间不能比同一网格内的短"));
        }
        return LastingWrite.of(row.read()
                .doOnNext(now -> seen.check(now.version(), true))
                .flatMap(now -> row.keep(asked.after(now.version()), caller.id()))
                .switchIfEmpty(Mono.error(() -> Outcomes.refusal("STALE"))));
    }
}
