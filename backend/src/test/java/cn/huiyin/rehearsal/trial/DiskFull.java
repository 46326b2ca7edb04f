package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The disk that PostgreSQL lies on fills up while tickets are filed, stays full for a while, and is freed. Whoever watches
 * over PostgreSQL, such as systemd, starts it again where it gave up.
 */
final class DiskFull implements Trial {

    private static final String DEED =
            "PostgreSQL's disk (a tmpfs of 500 MB) filled up under load, full for 20 s, then freed";
    private static final Duration FULL = Duration.ofSeconds(20);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final int CHUNK = 64 * 1024;

    @Override
    public Finding run(Path folder) throws Exception {
        var disk = Files.createDirectories(folder.resolve("ground/postgres"));
        if (!Shell.isRoot() || !Shell.succeeds("mount", "-t", "tmpfs", "-o", "size=500m", "tmpfs", disk.toString())) {
            return Finding.notRun(DEED, "needs root and the right to mount");
        }
        var oracle = new Oracle();
        var over = new AtomicBoolean();
        var restarts = new AtomicInteger();
        try (var town = new Town(folder, 40)) {
            // After the town's own hook has ended PostgreSQL; a lazy one waits for its last process.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> unmount(disk)));
            town.settle();
            var watcher = new Thread(() -> watch(town, over, restarts), "watcher");
            watcher.start();
            var load = new Load(town, 16, Duration.ofMillis(20)).begin();
            Thread.sleep(4000);
            var began = Instant.now();
            var ballast = disk.resolve("ballast");
            fill(ballast);
            say("full, with %,d tickets filed".formatted(load.filed().size()));
            Thread.sleep(2000);
            var whileFull = load.filed().size();
            var until = Instant.now().plus(FULL);
            while (Instant.now().isBefore(until)) {
                fill(ballast);
                Thread.sleep(500);
            }
            var filedWhileFull = load.filed().size() - whileFull;
            Files.delete(ballast);
            town.trouble(began, Instant.now());
            var back = load.nextAfter(Instant.now(), BACK_WITHIN);
            say("freed; the next ticket is acknowledged %.1f s after".formatted(back.toMillis() / 1000.0));
            Thread.sleep(5000);
            load.end(Duration.ofSeconds(60));
            Kept.judge(town, load, oracle);
            over.set(true);
            watcher.join();
            oracle.count("filed while full", filedWhileFull);
            oracle.count("answered 503 meanwhile", load.answers("503 STORE_AWAY") + load.answers("503 TOO_SLOW"));
            oracle.count("starts of PostgreSQL by its watcher", restarts.get());
            oracle.note("serving again after", "%.1f s".formatted(back.toMillis() / 1000.0));
            oracle.insist(load.answers("503 STORE_AWAY") > 0, "the disk was never full for anybody");
            oracle.insist(back.compareTo(BACK_WITHIN) < 0, "it did not serve again by itself");
        }
        return Finding.of(DEED, oracle);
    }

    /** To the last byte. */
    private static void fill(Path ballast) throws IOException {
        var size = CHUNK;
        while (size > 0) {
            try {
                Files.write(ballast, new byte[size], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException noRoom) {
                size = size > 1024 ? size / 4 : 0;
            }
        }
    }

    private static void watch(Town town, AtomicBoolean over, AtomicInteger restarts) {
        while (!over.get()) {
            try {
                if (!town.ground.postgres.isAlive()) {
                    restarts.incrementAndGet();
                    town.ground.postgres.restart();
                }
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException stillNoRoom) {
                say("PostgreSQL does not start: " + stillNoRoom.getMessage());
            }
        }
    }

    private static void unmount(Path disk) {
        try {
            Shell.succeeds("umount", "-l", disk.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
