package cn.huiyin.wechat.push;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** For whoever runs it: what WeChat pushed and what became of it. */
@Component
class PushOperatorDesk {

    private static final Refusal NOT_YOURS = Refusal.notYours("NOT_ALLOWED", "只有管理员可以查看和处理微信推送");
    private static final Refusal UNKNOWN = Refusal.unknown("PUSH_NOT_FOUND", "没有这条搁置的推送");

    private final PushRows rows;

    PushOperatorDesk(PushRows rows) {
        this.rows = rows;
    }

    /** The newest first. */
    Mono<List<PushRows.Item>> page(Caller caller, String state, long before, int size) {
        return caller.is(Role.ADMIN) ? rows.page(state, before, size) : Mono.error(NOT_YOURS);
    }

    /** One that was given up is taken up again, from the beginning of its ladder. */
    Mono<Void> again(Caller caller, long id) {
        return caller.isChief()
                ? rows.takeUpAgain(id, caller.id().value()).flatMap(again -> again ? Mono.empty() : Mono.error(UNKNOWN))
                : Mono.error(NOT_YOURS);
    }
}
