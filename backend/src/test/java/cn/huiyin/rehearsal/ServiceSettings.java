package cn.huiyin.rehearsal;

import cn.huiyin.rehearsal.wechat.WechatRehearsal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What the service is told of the servers that were started for it; it outranks every other setting. */
record ServiceSettings(
        EmbeddedPostgresServer postgres,
        String database,
        EmbeddedRedisServer redis,
        String keyset,
        Path media,
        int wechatPort,
        @Nullable Path wechatJournal)
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("rehearsal", asMap()));
    }

    private Map<String, Object> asMap() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.r2dbc.url", postgres.r2dbcUrl(database));
        settings.put("spring.flyway.url", postgres.jdbcUrl(database));
        settings.put("spring.flyway.locations", "classpath:db/migration,classpath:db/rehearsal");
        settings.put("spring.data.redis.host", "127.0.0.1");
        settings.put("spring.data.redis.port", redis.port());
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        // A machine that rehearses may be small and busy: a slow answer is better than 503.
        settings.put("spring.r2dbc.pool.max-acquire-time", "20s");
        settings.put("spring.r2dbc.pool.max-create-connection-time", "20s");
        settings.put("spring.data.redis.timeout", "20s");
        settings.put("huiyin.identity.session-patience", "20s");
        settings.put("huiyin.live.heartbeat", "2s");
        // One fictional person is played by many at once.
        settings.put("huiyin.identity.sessions-per-account", 1000);
        for (String kind : List.of("login", "write", "upload", "read", "open")) {
            settings.put("huiyin.turnstile." + kind + ".at-once", 1_000_000);
        }
        settings.put("huiyin.messaging.routing.limits.resident", 1000);
        settings.put("huiyin.messaging.routing.limits.staff", 1000);
        // A leap of the clock outlives WeChat's token, and our side fetches no two within a second of real time.
        settings.put("huiyin.messaging.breaker.pause", "1s");
        settings.put("huiyin.privacy.keyset", keyset);
        settings.put("huiyin.media.folder", media.toString());
        settings.put("huiyin.media.link-key", "for rehearsals and tests, and nowhere else");
        settings.putAll(WechatRehearsal.settings(wechatPort, wechatJournal));
        return settings;
    }
}
