package cn.huiyin.rehearsal;

import cn.huiyin.privacy.Keys;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the service under test to the servers of this JVM. */
public final class OnTestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new ServiceSettings(
                        TestServers.postgres(),
                        TestServers.newDatabase(),
                        TestServers.redis(),
                        Keys.fresh(),
                        TestServers.folder("huiyin-test-media"),
                        FreePort.any(),
                        null)
                .initialize(context);
    }
}
