package cn.huiyin.safety.domain;

import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.spi.Finding.Suggest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a check does next. */
public sealed interface Step {

    /** There is a last word, of WeChat's or of the policy's. */
    record Settle(
            CheckState state,
            @Nullable Suggest suggest,
            @Nullable Integer label,
            @Nullable String why) implements Step {}

    /** WeChat has it and answers by event under this name. */
    record Await(String traceId, Duration atMost) implements Step {}

    /** Again after a while. */
    record Later(Duration after, String why) implements Step {}
}
