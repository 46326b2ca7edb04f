package cn.huiyin.appointment;

import cn.huiyin.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Which version somebody has seen of what several change. */
public record Seen(@Nullable String ifMatch) {

    /** Tries against others who change it at the same time, for whoever did not name a version. */
    private static final long TRIES = 5;

    private static final String ANY = "*";

    /** 428 where staff do not say what they saw, 412 where it has changed since. */
    void check(int version, boolean staff) {
        if (ifMatch == null && staff) {
            throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新，再进行操作");
        }
        if (ifMatch != null && !ifMatch.strip().equals(ANY) && !names(version)) {
            throw Outcomes.refusal("STALE");
        }
    }

    private boolean names(int version) {
        for (String tag : java.util.Objects.requireNonNull(ifMatch).split(",", -1)) {
            if (tag.strip().equals("\"%d\"".formatted(version)) || tag.strip().startsWith("\"%d.".formatted(version))) {
                return true;
            }
        }
        return false;
    }

    long retries() {
        return ifMatch == null || ifMatch.strip().equals(ANY) ? TRIES : 0;
    }
}
