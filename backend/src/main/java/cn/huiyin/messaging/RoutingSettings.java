package cn.huiyin.messaging;

import cn.huiyin.messaging.domain.Entry.Audience;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How messages are routed.
 *
 * @param policy where the policy is read from
 * @param limits messages a day for one person, in place of the policy's: {@code huiyin.messaging.routing.limits.resident}
 */
@ConfigurationProperties("huiyin.messaging.routing")
record RoutingSettings(
        @DefaultValue("classpath:messages/routing.yaml") Resource policy,
        @DefaultValue Map<Audience, Integer> limits) {}
