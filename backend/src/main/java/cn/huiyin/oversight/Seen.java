package cn.huiyin.oversight;

import cn.huiyin.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Which version somebody has read of what several change, from {@code If-Match}. */
public record Seen(@Nullable String ifMatch) {

    /** 428 where none is named, 412 where it is none of ours or not the one that there is. */
    void check(int version) {
        if (ifMatch == null) {
            throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新，再进行操作");
        }
        if (!ifMatch.strip().equals("\"%d\"".formatted(version))) {
            throw stale();
        }
    }

    /** Somebody else changed it since. */
    static Refusal stale() {
        return Refusal.of(412, "STALE", "内容刚刚有了变化，请刷新后再操作");
    }
}
