package cn.huiyin.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL whose program was killed and which still holds the files; it is asked to stop before the next starts. */
final class PostmasterLeftBehind {

    private PostmasterLeftBehind() {}

    static void stopIn(Path data, Duration patience) {
        var pidFile = data.resolve("postmaster.pid");
        pidIn(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(process -> isPostgresOf(process, data))
                .ifPresent(process -> stop(process, patience));
        forget(pidFile);
    }

    private static Optional<Long> pidIn(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? Optional.of(
                            Long.valueOf(Files.readAllLines(pidFile).get(0).trim()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process id may have been given to somebody else since. */
    private static boolean isPostgresOf(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }

    private static void stop(ProcessHandle process, Duration patience) {
        Child.interrupt(process.pid());
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the PostgreSQL left behind (process " + process.pid() + ") does not stop", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Left after a kill -9; PostgreSQL would look at the process id, which may be somebody else's by now. */
    private static void forget(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
