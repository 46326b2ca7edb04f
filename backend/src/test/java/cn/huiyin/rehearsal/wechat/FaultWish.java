package cn.huiyin.rehearsal.wechat;

import static cn.huiyin.rehearsal.wechat.WechatRehearsalController.invalid;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A failure as it is asked for.
 *
 * @param path the call, such as /cgi-bin/message/subscribe/send
 * @param errcode WeChat's own no
 * @param status an HTTP status with a page of HTML
 * @param delay how late the answer is: ISO 8601 (PT2S) or a number of milliseconds
 * @param times how often; once where nothing is said
 */
record FaultWish(
        @Nullable String path,
        @Nullable Integer errcode,
        @Nullable Integer status,
        @Nullable JsonNode delay,
        @Nullable Integer times) {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int MOST = 100_000;

    Fault fault(Collection<String> paths) {
        if (path == null || !paths.contains(path)) {
            throw invalid("path", "微信替身只有这些接口：" + String.join("，", paths));
        }
        var late = lateness();
        if (errcode == null && status == null && late == null || errcode != null && status != null) {
            throw invalid("errcode", "errcode 和 status 选一个，也可以只写 delay");
        }
        if (errcode != null && errcode == 0) {
            throw invalid("errcode", "errcode 0 表示成功，不是故障");
        }
        if (status != null && (status < 400 || status > 599)) {
            throw invalid("status", "status 写 400 到 599");
        }
        var count = times == null ? 1 : times;
        if (count < 1 || count > MOST) {
            throw invalid("times", "times 写 1 到 100000");
        }
        return new Fault(path, errcode, status, late, count);
    }

    private @Nullable Duration lateness() {
        if (delay == null || delay.isNull()) {
            return null;
        }
        var duration = delay.isNumber() ? Duration.ofMillis(delay.asLong()) : parsed(delay.asString(""));
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw refused();
        }
        return duration;
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw refused();
        }
    }

    private static RuntimeException refused() {
        return invalid("delay", "delay 写成 PT2S 或毫秒数，最长两分钟");
    }

    /** A failure as it is told. */
    record View(
            String path,
            @Nullable Integer errcode,
            @Nullable Integer status,
            @Nullable String delay,
            int times) {

        static View of(Fault fault) {
            return new View(
                    fault.path(),
                    fault.errcode(),
                    fault.status(),
                    fault.delay() == null ? null : fault.delay().toString(),
                    fault.times());
        }
    }
}
