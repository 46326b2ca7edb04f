package cn.huiyin.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A Redis of our own on 127.0.0.1, its files in one folder. */
public final class EmbeddedRedisServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final Path program;
    private volatile Child child;

    private EmbeddedRedisServer(Path folder, int port) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        Files.createDirectories(folder);
        this.program = unpack();
        this.child = launch();
    }

    public static EmbeddedRedisServer start(Path folder, int port) {
        try {
            return new EmbeddedRedisServer(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started in " + folder, e);
        }
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    public long pid() {
        return child.pid();
    }

    /** SIGKILL. */
    public void kill() {
        child.kill();
    }

    /** Starts it again on the same port and files, after it died. */
    public synchronized void restart() {
        if (!child.isAlive()) {
            child.stop(Duration.ZERO);
            child = launch();
        }
    }

    @Override
    public void close() {
        child.stop(PATIENCE);
    }

    /** The bundle names its program after its version; we stop one left behind before the file is written anew. */
    private Path unpack() throws IOException {
        var draft = Files.createTempDirectory(folder, "unpack");
        var unpacked =
                ExecutableProvider.newJarResourceProvider(draft.toFile()).get().toPath();
        var kept = folder.resolve("redis-server");
        LeftBehind.stopRedis(pidFile(), kept, PATIENCE);
        Files.move(unpacked, kept, StandardCopyOption.REPLACE_EXISTING);
        Folders.delete(draft);
        return kept;
    }

    private Child launch() {
        var command = List.of(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--appendonly",
                "yes",
                "--save",
                "",
                "--pidfile",
                pidFile().toString());
        var started = Child.start(command, folder, log());
        awaitReady(started);
        return started;
    }

    private Path pidFile() {
        return folder.resolve("redis.pid");
    }

    private Path log() {
        return folder.resolve("redis.log");
    }

    private void awaitReady(Child started) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!FreePort.answers(port)) {
            if (!started.isAlive() || Instant.now().isAfter(deadline)) {
                started.stop(Duration.ZERO);
                throw new IllegalStateException("Redis did not start; see " + log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
