package cn.huiyin.rehearsal;

import cn.huiyin.privacy.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the service under test to the servers of this JVM, and to a file of keys, which a test may change as an operator would. */
public final class OnTestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new ServiceSettings(
                        TestServers.postgres(),
                        TestServers.newDatabase(),
                        TestServers.redis(),
                        keys().toString(),
                        TestServers.folder("huiyin-test-media"),
                        FreePort.any(),
                        null)
                .initialize(context);
    }

    private static Path keys() {
        try {
            Path file = TestServers.folder("huiyin-test-keys").resolve("keyset.json");
            return Files.writeString(file, Keys.fresh());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
