package cn.huiyin.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keptFor how long an answer can be asked for again; the contract promises 24 hours
 * @param every how often old ones are removed
 * @param batch how many at once
 */
@ConfigurationProperties("huiyin.idempotency")
record ForgettingSettings(
        @DefaultValue("48h") Duration keptFor,
        @DefaultValue("10m") Duration every,
        @DefaultValue("500") int batch) {}
