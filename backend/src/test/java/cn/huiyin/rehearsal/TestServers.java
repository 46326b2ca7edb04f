package cn.huiyin.rehearsal;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL and the Redis of this JVM's tests, started when first asked for. A template database is migrated once;
 * each test class that wants one gets a copy of it in a fraction of a second.
 */
public final class TestServers {

    private static final AtomicInteger COPIES = new AtomicInteger();

    private TestServers() {}

    public static EmbeddedPostgresServer postgres() {
        return Postgres.SERVER;
    }

    public static EmbeddedRedisServer redis() {
        return Redis.SERVER;
    }

    /** The name of a new database with every table in it and nothing in them but what migrations put there. */
    public static synchronized String newDatabase() {
        var name = "huiyin_" + COPIES.incrementAndGet();
        postgres().execute("CREATE DATABASE " + name + " TEMPLATE " + Postgres.TEMPLATE);
        return name;
    }

    /** A folder that goes when the tests are over. */
    static Path folder(String name) {
        var folder = Folders.temporary(name);
        atTheEnd(() -> {}, folder);
        return folder;
    }

    private static final class Postgres {
        static final String TEMPLATE = "huiyin_template";
        static final EmbeddedPostgresServer SERVER = start();

        private static EmbeddedPostgresServer start() {
            var folder = Folders.temporary("huiyin-test-postgres");
            // Durability is off: tests kill no database (those that do start their own), and commits are a lot quicker.
            var server = EmbeddedPostgresServer.forgetful(folder);
            atTheEnd(server, folder);
            server.execute("CREATE DATABASE " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.jdbcUrl(TEMPLATE), "postgres", "")
                    .locations("classpath:db/migration", "classpath:db/rehearsal")
                    .load()
                    .migrate();
            return server;
        }
    }

    private static final class Redis {
        static final EmbeddedRedisServer SERVER = start();

        private static EmbeddedRedisServer start() {
            var folder = Folders.temporary("huiyin-test-redis");
            var server = EmbeddedRedisServer.start(folder, FreePort.any());
            atTheEnd(server, folder);
            return server;
        }
    }

    private static void atTheEnd(AutoCloseable server, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
                Folders.delete(folder);
            } catch (Exception e) {
                System.err.println("could not clean up " + folder + ": " + e);
            }
        }));
    }
}
