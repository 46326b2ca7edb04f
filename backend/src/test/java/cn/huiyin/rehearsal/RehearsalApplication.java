package cn.huiyin.rehearsal;

import cn.huiyin.HuiyinApplication;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole of it on one machine: PostgreSQL, Redis, a stand-in for WeChat, a street with fictional people and a clock
 * that can be moved. Started with {@code mvn -pl backend spring-boot:test-run}.
 */
public final class RehearsalApplication {

    private static final String DATABASE = "huiyin";

    private final Farewell farewell = new Farewell();
    private final RehearsalOptions options;

    private RehearsalApplication(RehearsalOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        LoggingSystem.get(RehearsalApplication.class.getClassLoader()).beforeInitialize();
        try {
            new RehearsalApplication(RehearsalOptions.of(List.of(arguments), System.getenv())).start();
        } catch (CannotRehearse e) {
            Progress.say("\n✗ " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(farewell::bid, "farewell"));
        StartedByMaven.stopWhenItIsGone();
        Progress.say("\n回音演练 Huiyin rehearsal\n");
        insistOnPort();
        var folder = farewell.keep(RehearsalFolder.open(options.folder()));
        if (options.fresh()) {
            Progress.step("清空重来 beginning anew: " + folder.path());
            folder.clear();
        }
        var postgres = postgres(folder);
        var redis = redis(folder);
        var service = service(folder, settings(folder, postgres, redis));
        Guide.print(service, options);
    }

    private void insistOnPort() {
        if (options.port() != 0 && FreePort.answers(options.port())) {
            throw new CannotRehearse(
                    "端口 %1$d 已被占用，请换一个，例如 SERVER_PORT=8090。\n  Port %1$d is taken; choose another, such as SERVER_PORT=8090."
                            .formatted(options.port()));
        }
    }

    private EmbeddedPostgresServer postgres(RehearsalFolder folder) {
        Progress.step("PostgreSQL …");
        var postgres = farewell.keep(EmbeddedPostgresServer.durable(folder.part("postgres"), folder.port("postgres")));
        postgres.createDatabaseIfMissing(DATABASE);
        Durability.insist(postgres, DATABASE);
        farewell.keep(Watcher.over(postgres));
        Progress.step("PostgreSQL 127.0.0.1:%d  fsync=on synchronous_commit=on".formatted(postgres.port()));
        return postgres;
    }

    private EmbeddedRedisServer redis(RehearsalFolder folder) {
        var redis = farewell.keep(EmbeddedRedisServer.start(folder.part("redis"), folder.port("redis")));
        farewell.keep(Watcher.over(redis));
        Progress.step("Redis 127.0.0.1:" + redis.port());
        return redis;
    }

    /** Logging is set up before our settings are read, so these are system properties. */
    private static void logTo(Path file) {
        System.setProperty("logging.file.name", file.toString());
        System.setProperty("logging.threshold.console", "WARN");
    }

    private static ServiceSettings settings(
            RehearsalFolder folder, EmbeddedPostgresServer postgres, EmbeddedRedisServer redis) {
        return new ServiceSettings(
                postgres,
                DATABASE,
                redis,
                folder.keyset().toString(),
                folder.part("media"),
                folder.port("wechat"),
                folder.part("wechat-journal"));
    }

    private ConfigurableApplicationContext service(RehearsalFolder folder, ServiceSettings settings) {
        var log = folder.part("huiyin.log");
        Progress.step("微信替身 WeChat stand-in 127.0.0.1:" + settings.wechatPort());
        Progress.step("回音服务启动中 … the service starts (log: " + log + ")");
        logTo(log);
        var application = new SpringApplication(HuiyinApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.addInitializers(settings);
        return farewell.keep(application.run());
    }
}
