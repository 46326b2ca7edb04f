package cn.huiyin.problem;

import org.jspecify.annotations.Nullable;

/** Which version somebody has read of what several change, from {@code If-Match}. */
public record Seen(@Nullable String ifMatch) {

    /** 428 where none is named, 412 where there never was such a one. */
    public int version() {
        if (ifMatch == null) {
            throw Refusal.of(428, "IF_MATCH_REQUIRED", "请先刷新，再进行操作");
        }
        try {
            return Integer.parseInt(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException other) {
            throw stale();
        }
    }

    /** 428 where none is named, 412 where it is not this one. */
    public void check(int version) {
        if (version() != version) {
            throw stale();
        }
    }

    /** Somebody else changed it since. */
    public static Refusal stale() {
        return Refusal.of(412, "STALE", "内容刚刚有了变化，请刷新后再操作");
    }
}
