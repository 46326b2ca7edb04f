package cn.huiyin.rights;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests to be forgotten are treated.
 *
 * @param coolingOff how long somebody may still change their mind; 15 working days are the most that are usual for closing
 *     an account
 * @param lookEvery how often is looked for requests whose time has come
 */
@ConfigurationProperties("huiyin.rights")
public record RightsSettings(
        @DefaultValue("7d") Duration coolingOff,
        @DefaultValue("30s") Duration lookEvery) {}
