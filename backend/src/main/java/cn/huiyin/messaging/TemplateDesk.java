package cn.huiyin.messaging;

import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.messaging.delivery.TemplateWatch;
import cn.huiyin.messaging.domain.TemplateVerdict;
import cn.huiyin.messaging.store.StoppedTemplates;
import cn.huiyin.messaging.store.StoppedTemplates.Stopped;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** For whoever runs it: which templates are set, whether WeChat has them as we think, and which were stopped. */
@Component
public class TemplateDesk {

    private static final Refusal NOT_YOURS = Refusal.notYours("NOT_ALLOWED", "只有管理员可以查看消息模板的情况");

    private final TemplateWatch watch;
    private final StoppedTemplates stopped;

    TemplateDesk(TemplateWatch watch, StoppedTemplates stopped) {
        this.watch = watch;
        this.stopped = stopped;
    }

    /** Few: there are no more than in the catalogue. */
    public Mono<List<Shown>> all(Caller caller) {
        return caller.is(Role.ADMIN) ? stopped.all().map(this::shown) : Mono.error(NOT_YOURS);
    }

    private List<Shown> shown(List<Stopped> refused) {
        var byId = refused.stream().collect(Collectors.toMap(Stopped::templateId, Function.identity()));
        return watch.verdicts().stream().map(verdict -> shown(verdict, byId)).toList();
    }

    private static Shown shown(TemplateVerdict verdict, Map<String, Stopped> stopped) {
        var refused = verdict.id() == null ? null : stopped.get(verdict.id());
        return new Shown(
                verdict.template().key(),
                verdict.template().channel(),
                verdict.template().title(),
                verdict.id(),
                verdict.state(),
                verdict.differences(),
                refused == null ? null : refused.reason());
    }

    /** @param stopped why nothing is sent by it any more; null where it was not stopped */
    public record Shown(
            String key,
            String channel,
            String title,
            @Nullable String templateId,
            TemplateVerdict.State state,
            List<String> differences,
            @Nullable String stopped) {}
}
