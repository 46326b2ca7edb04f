package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.RetryLadder;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param enabled whether this node sends by itself; off where tests drive it
 * @param pollEvery how often it looks for what is due, ± a fifth
 * @param atOnce messages in hand at once, those that wait for the same person's included; what bounds the memory. More
 *     than {@code huiyin.wechat.limits.send-threads}, for most are with the database: six short steps beside one call.
 *     They take no more connections for being more: each step of many messages is one statement
 * @param lease how long a claim holds; each call renews it. Longer than {@code callLimit}, shorter than the 10 minutes in
 *     which WeChat tells doubles
 * @param lookLimit how long a subject may take to say how it stands
 * @param callLimit how long a channel may take, beyond its own limit
 * @param stopLimit how long a stop waits for the calls in progress
 * @param ladder waits before the next try; after the last one the message is dead
 */
@ConfigurationProperties("huiyin.messaging.delivery")
public record DeliverySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration pollEvery,
        @DefaultValue("256") int atOnce,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("10s") Duration lookLimit,
        @DefaultValue("30s") Duration callLimit,
        @DefaultValue("20s") Duration stopLimit,
        @DefaultValue({"10s", "1m", "5m", "30m", "2h"}) List<Duration> ladder) {

    public DeliverySettings {
        if (lease.compareTo(callLimit) <= 0 || atOnce < 1 || pollEvery.isZero() || pollEvery.isNegative()) {
            throw new IllegalArgumentException("huiyin.messaging.delivery: the lease must be longer than call-limit, "
                    + "at-once at least 1, poll-every more than nothing");
        }
        ladder = List.copyOf(ladder);
    }

    /** How often the pump looks whether there is room for more. */
    Duration breath() {
        var breath = pollEvery.dividedBy(100);
        return breath.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : breath;
    }

    public RetryLadder retryLadder() {
        return new RetryLadder(ladder);
    }
}
