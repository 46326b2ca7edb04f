package cn.huiyin.identity.web;

import cn.huiyin.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The strong {@code ETag} of what several people change: its version in quotes. */
final class EntityTag {

    private EntityTag() {}

    static String of(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /** The version that the caller has read: 428 where they do not say, 412 where there never was such a one. */
    static int required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新，再进行操作");
        }
        try {
            return Integer.parseInt(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException other) {
            throw Refusal.of(412, "STALE", "内容刚刚有了变化，请刷新后再操作");
        }
    }
}
