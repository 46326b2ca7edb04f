package cn.huiyin.safety.domain;

import java.time.Duration;
import java.util.List;

/**
 * How long a piece of content is tried, and what then.
 *
 * @param answerWithin how long WeChat may take to judge a photo before it is handed in again (WeChat says 30 minutes)
 * @param submits how often a photo is handed in
 * @param failures how often in a row a check may fail that was asked
 * @param awayAtMost after so long without WeChat a human looks
 * @param waits before the next try; the last one again and again
 * @param trustStaff what WeChat cannot tell about passes if staff wrote it, who answer for their words; a resident's is
 *     for a human
 */
public record Patience(
        Duration answerWithin,
        int submits,
        int failures,
        Duration awayAtMost,
        List<Duration> waits,
        boolean trustStaff) {

    public Patience {
        waits = List.copyOf(waits);
        if (waits.isEmpty() || submits < 1 || failures < 1) {
            throw new IllegalArgumentException(
                    "huiyin.safety: waits must name a wait, submits and failures be at least 1");
        }
    }

    Duration waitAfter(int failures) {
        return waits.get(Math.min(failures, waits.size() - 1));
    }
}
