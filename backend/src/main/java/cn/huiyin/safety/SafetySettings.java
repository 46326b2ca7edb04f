package cn.huiyin.safety;

import cn.huiyin.safety.domain.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How content is checked.
 *
 * @param enabled whether this node checks by itself; off where tests drive it
 * @param publicBaseUrl where WeChat reaches this service from outside, such as {@code https://huiyin.example.cn}; without
 *     it no photo can be checked by WeChat, and each is for a human
 * @param pollEvery how often it looks for what is due: often, for a message quotes only what has passed
 * @param atOnce checks claimed together and asked about side by side
 * @param lease how long a claim holds; longer than {@code callLimit} for all pieces of a text
 * @param callLimit how long WeChat may take, beyond the adapter's own limit
 * @param answerWithin how long WeChat's event about a photo may take before the photo is handed in again
 * @param submits how often a photo is handed in before a human looks
 * @param failures how often in a row a check may fail before a human looks
 * @param awayAtMost after so long without WeChat a human looks
 * @param waits before the next try; the last one again and again
 * @param trustStaff what WeChat cannot tell about passes where staff wrote it
 */
@ConfigurationProperties("huiyin.safety")
public record SafetySettings(
        @DefaultValue("true") boolean enabled,
        @Nullable URI publicBaseUrl,
        @DefaultValue("250ms") Duration pollEvery,
        @DefaultValue("8") int atOnce,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("30s") Duration callLimit,
        @DefaultValue("30m") Duration answerWithin,
        @DefaultValue("3") int submits,
        @DefaultValue("5") int failures,
        @DefaultValue("24h") Duration awayAtMost,
        @DefaultValue({"5s", "30s", "2m", "10m"}) List<Duration> waits,
        @DefaultValue("true") boolean trustStaff) {

    public SafetySettings {
        if (lease.compareTo(callLimit) <= 0 || atOnce < 1 || pollEvery.isZero() || pollEvery.isNegative()) {
            throw new IllegalArgumentException("huiyin.safety: the lease must be longer than call-limit, "
                    + "at-once at least 1, poll-every more than nothing");
        }
        waits = List.copyOf(waits);
    }

    public Patience patience() {
        return new Patience(answerWithin, submits, failures, awayAtMost, waits, trustStaff);
    }
}
