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
import java.util.function.Predicate;

/** A server whose program was killed and which still holds the files; it is asked to stop before the next one starts. */
final class LeftBehind {

    private LeftBehind() {}

    /** The postmaster of this data folder. */
    static void stopPostgres(Path data, Duration patience) {
        stop(data.resolve("postmaster.pid"), process -> commandLine(process).contains(data.toString()), patience);
    }

    /** The Redis that was started with this program. */
    static void stopRedis(Path pidFile, Path program, Duration patience) {
        stop(
                pidFile,
                process -> process.info()
                        .command()
                        .filter(program.toString()::equals)
                        .isPresent(),
                patience);
    }

    private static void stop(Path pidFile, Predicate<ProcessHandle> isOurs, Duration patience) {
        var process = pidIn(pidFile).flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return;
        }
        if (isOurs.test(process.get())) {
            stop(process.get(), patience);
        } else {
            forget(pidFile);
        }
    }

    private static Optional<Long> pidIn(Path pidFile) {
        try {
            var lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : java.util.List.<String>of();
            return lines.stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private static void stop(ProcessHandle process, Duration patience) {
        Child.askToStop(process.pid());
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the server left behind (process " + process.pid() + ") does not stop", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The number belongs to somebody else by now, and PostgreSQL would take that one for a server. Where nobody has the
     * number the file stays: PostgreSQL itself then looks whether children of the dead one still hold its memory.
     */
    private static void forget(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
