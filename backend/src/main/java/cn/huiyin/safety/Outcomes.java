package cn.huiyin.safety;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.safety.domain.Judgement;
import cn.huiyin.safety.domain.Step;
import cn.huiyin.safety.domain.Step.Await;
import cn.huiyin.safety.domain.Step.Later;
import cn.huiyin.safety.domain.Step.Settle;
import cn.huiyin.safety.spi.Finding.Judged;
import cn.huiyin.safety.spi.Finding.Suggest;
import cn.huiyin.safety.store.Checks;
import cn.huiyin.safety.store.Checks.Trace;
import cn.huiyin.safety.store.Job;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down what came of a check, with the promise to tell whoever must look. */
@Component
class Outcomes {

    private final Checks checks;
    private final Judgement judgement;
    private final ContentMeters meters;

    Outcomes(Checks checks, SafetySettings settings, ContentMeters meters) {
        this.checks = checks;
        this.judgement = new Judgement(settings.patience());
        this.meters = meters;
    }

    Judgement judgement() {
        return judgement;
    }

    Mono<Void> keep(Job job, Step step) {
        if (step instanceof Settle settle) {
            return checks.settle(job, settle, notices(job, settle))
                    .doOnNext(kept -> meters.settled(settle, kept))
                    .then();
        }
        if (step instanceof Await await) {
            return checks.await(job, await).flatMap(this::meet);
        }
        return checks.later(job, (Later) step);
    }

    /** Where our handing-in and WeChat's event have both come, there is something to be decided. */
    Mono<Void> meet(Trace trace) {
        Long id = trace.check();
        Integer errcode = trace.errcode();
        return id == null || errcode == null
                ? Mono.empty()
                : checks.pending(id).flatMap(job -> keep(job, said(job, trace, errcode)));
    }

    private Step said(Job job, Trace trace, int errcode) {
        Optional<Suggest> suggest = suggest(trace.suggest());
        if (errcode != 0 || suggest.isEmpty()) {
            return judgement.lost("微信没能核对（%d）".formatted(errcode), job.known());
        }
        Integer label = trace.label();
        return judgement.of(new Judged(suggest.get(), label == null ? 0 : label), job.known());
    }

    private static Optional<Suggest> suggest(@Nullable String word) {
        return Arrays.stream(Suggest.values())
                .filter(suggest -> suggest.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** Whoever reviews has a task; of what WeChat calls risky they hear at once. */
    private static List<Notice> notices(Job job, Settle settle) {
        if (settle.state() == CheckState.PASSED) {
            return List.of();
        }
        Notice task = notice(job, settle, "CONTENT_REVIEW", null);
        return settle.suggest() == Suggest.RISKY
                ? List.of(task, notice(job, settle, "CONTENT_RISKY", null))
                : List.of(task);
    }

    private static Notice notice(Job job, Settle settle, String occasion, @Nullable AccountId to) {
        return new Notice(
                occasion,
                "content/%d/%s".formatted(job.id(), occasion),
                job.street(),
                ContentSubject.KIND,
                Long.toString(job.id()),
                to,
                null,
                Map.of("why", String.valueOf(settle.why())));
    }
}
