package cn.huiyin.rehearsal;

import cn.huiyin.privacy.Keys;
import cn.huiyin.rehearsal.wechat.WechatRehearsal;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the service under test to the servers of this JVM. */
public final class OnTestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var postgres = TestServers.postgres();
        var database = TestServers.newDatabase();
        TestPropertyValues.of(
                        "spring.r2dbc.url=" + postgres.r2dbcUrl(database),
                        "spring.flyway.url=" + postgres.jdbcUrl(database),
                        "spring.flyway.locations=classpath:db/migration,classpath:db/rehearsal",
                        "huiyin.privacy.keyset=" + Keys.fresh(),
                        "spring.data.redis.host=127.0.0.1",
                        "spring.data.redis.port=" + TestServers.redis().port(),
                        // A busy machine is not a Redis that is away.
                        "huiyin.identity.session-patience=20s")
                .and(WechatRehearsal.settings(FreePort.any(), null).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue()))
                .applyTo(context);
    }
}
