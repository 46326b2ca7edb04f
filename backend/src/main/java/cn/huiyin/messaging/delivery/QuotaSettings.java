package cn.huiyin.messaging.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often each of WeChat's calls may be made in a day ({@code huiyin.messaging.quota.*}).
 *
 * @param calls by channel; what is not named has the figures that WeChat publishes for an account with up to 100,000
 *     followers, and what those do not name has no limit
 * @param reserve the part, in percent, that is left for what is urgent
 */
@ConfigurationProperties("huiyin.messaging.quota")
public record QuotaSettings(
        @Nullable Map<String, Long> calls,
        @DefaultValue("10") int reserve) {

    /** 订阅消息 1000 万次，模板消息 10 万次，客服消息 50 万次. */
    private static final Map<String, Long> PUBLISHED =
            Map.of("SUBSCRIBE", 10_000_000L, "TEMPLATE", 100_000L, "CUSTOMER_SERVICE", 500_000L);

    public QuotaSettings {
        if (reserve < 0 || reserve > 100) {
            throw new IllegalArgumentException("huiyin.messaging.quota.reserve is a part in percent, 0 to 100");
        }
    }

    long calls(String channel) {
        var named = calls == null ? null : calls.get(channel);
        return named == null ? PUBLISHED.getOrDefault(channel, Long.MAX_VALUE) : named;
    }
}
