package cn.huiyin.visit;

import cn.huiyin.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Which version staff have seen of what several change, from {@code If-Match}. */
final class SeenVersion {

    private static final String ANY = "*";

    private SeenVersion() {}

    /** 428 where nobody says what they saw, 412 where it has changed since. */
    static void check(@Nullable String ifMatch, int version) {
        if (ifMatch == null) {
            throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新，再进行操作");
        }
        if (!ifMatch.strip().equals(ANY) && !ifMatch.strip().equals("\"%d\"".formatted(version))) {
            throw VisitOutcomes.refusal("STALE");
        }
    }
}
