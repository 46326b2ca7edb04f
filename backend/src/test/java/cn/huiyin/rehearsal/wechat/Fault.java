package cn.huiyin.rehearsal.wechat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure that was asked for.
 *
 * @param path which call fails
 * @param errcode answered in place of the real answer; nothing is done
 * @param status the HTTP status of a page of HTML in place of the real answer; nothing is done
 * @param delay the call is done at once and answered this much later
 * @param times how often from now on
 */
public record Fault(
        String path,
        @Nullable Integer errcode,
        @Nullable Integer status,
        @Nullable Duration delay,
        int times) {

    Fault once() {
        return new Fault(path, errcode, status, delay, times - 1);
    }
}
