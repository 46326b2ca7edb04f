package cn.huiyin.safety;

import cn.huiyin.safety.store.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what WeChat says later about a photo or voice. May be told twice, late, early, or never. */
@Component
public class CheckResults {

    private final Checks checks;
    private final Outcomes outcomes;

    CheckResults(Checks checks, Outcomes outcomes) {
        this.checks = checks;
        this.outcomes = outcomes;
    }

    /**
     * What came under a trace that we know, or will know in a moment.
     *
     * @param errcode 0 for a judgement; −1008 where WeChat could not fetch the file
     * @param suggest {@code pass}, {@code review} or {@code risky}; null where there is none
     * @param label the kind of content, as WeChat numbers it
     */
    public Mono<Void> media(String traceId, int errcode, @Nullable String suggest, int label) {
        return checks.heard(traceId, errcode, suggest, label).flatMap(outcomes::meet);
    }
}
