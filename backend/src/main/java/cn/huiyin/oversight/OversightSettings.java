package cn.huiyin.oversight;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How oversight runs by itself ({@code huiyin.oversight.*}); shares and limits are figures of the database.
 *
 * @param enabled whether this node draws, and opens look-backs
 * @param lookEvery how often it looks whether the time has come
 * @param at the time of day of reminders, in Shanghai
 */
@ConfigurationProperties("huiyin.oversight")
public record OversightSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1m") Duration lookEvery,
        @DefaultValue("09:00") LocalTime at) {}
