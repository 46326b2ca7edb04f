package cn.huiyin.household.web;

import cn.huiyin.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The version of a file that the caller has read, from {@code If-Match}. */
final class Version {

    private Version() {}

    static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新，再进行操作");
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException other) {
            throw Refusal.of(412, "STALE", "内容刚刚有了变化，请刷新后再操作");
        }
    }
}
