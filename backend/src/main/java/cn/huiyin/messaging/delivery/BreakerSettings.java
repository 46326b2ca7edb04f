package cn.huiyin.messaging.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a channel is left alone for a while ({@code huiyin.messaging.breaker.*}).
 *
 * @param calls how many of the latest calls are looked at
 * @param least so many must have been made
 * @param failures the part of them, in percent, that failed for the channel's own fault
 * @param pause how long it is left alone; then one call tries it
 * @param longest what is not urgent waits no longer than this for its next look, however often it has waited
 */
@ConfigurationProperties("huiyin.messaging.breaker")
public record BreakerSettings(
        @DefaultValue("50") int calls,
        @DefaultValue("10") int least,
        @DefaultValue("60") int failures,
        @DefaultValue("30s") Duration pause,
        @DefaultValue("5m") Duration longest) {}
