package cn.huiyin.safety.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What somebody who judges content answered. */
public sealed interface Finding {

    /**
     * A judgement.
     *
     * @param label the kind of content, as WeChat numbers it; 100 is ordinary
     */
    record Judged(Suggest suggest, int label) implements Finding {}

    /** Taken; the judgement comes by event under this name. */
    record Submitted(String traceId) implements Finding {}

    /** Nobody was there to judge: an outage, a limit, settings of ours. The content is not to blame. */
    record Away(String why, @Nullable Duration after) implements Finding {}

    /** Asked and refused in a way that another try may mend, but not for ever. */
    record Failed(String why) implements Finding {}

    /** It will not be told about this author or this content, however often one asks. */
    record CannotTell(String why) implements Finding {}

    /** What WeChat suggests, the mildest first. */
    enum Suggest {
        PASS,
        REVIEW,
        RISKY
    }
}
