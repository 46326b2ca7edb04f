package cn.huiyin.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams are kept.
 *
 * @param breath how often a node looks at what is watched: one statement for all who watch, none while nobody does
 * @param heartbeat how often a stream says that it lives, and looks whether its session does
 * @param longest after this long a stream ends by itself; whoever still watches opens the next
 * @param perPerson streams of one account on one node
 * @param perNode streams of one node
 */
@ConfigurationProperties("huiyin.live")
public record LiveSettings(
        @DefaultValue("500ms") Duration breath,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("8") int perPerson,
        @DefaultValue("5000") int perNode) {}
