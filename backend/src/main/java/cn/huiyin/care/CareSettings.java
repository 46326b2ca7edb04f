package cn.huiyin.care;

import cn.huiyin.care.domain.Rhythm;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When cares are spoken of ({@code huiyin.care.*}).
 *
 * @param enabled whether this node plans reminders
 * @param planWithin from a specialist's first day to the plan; ours
 * @param reviewEvery from a plan or review to the next (S3 §2.2.2: each month)
 * @param remindDays so many days before a review is due the specialist is reminded
 * @param at the time of day of reminders, in Shanghai
 * @param planEvery how often it looks which communities have somebody without a specialist
 */
@ConfigurationProperties("huiyin.care")
public record CareSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("P7D") Period planWithin,
        @DefaultValue("P1M") Period reviewEvery,
        @DefaultValue("3") int remindDays,
        @DefaultValue("09:00") LocalTime at,
        @DefaultValue("5m") Duration planEvery) {

    Rhythm rhythm() {
        return new Rhythm(planWithin, reviewEvery);
    }
}
