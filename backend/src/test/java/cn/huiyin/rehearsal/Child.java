package cn.huiyin.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server that we started and that shall not outlive us. It has a session of its own, so that ctrl-C reaches the
 * program first, and a lifeline: a shell that waits for the end of a pipe which closes when this JVM is gone, however
 * it went, and then asks the server to stop, also one that was made to stand still.
 */
public final class Child {

    private final Process process;
    private final Process lifeline;

    private Child(Process process, Process lifeline) {
        this.process = process;
        this.lifeline = lifeline;
    }

    /** Starts the command; what it says goes to the end of the log. */
    public static Child start(List<String> command, Path folder, Path log) {
        try {
            var process = new ProcessBuilder(inOwnSession(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            return new Child(process, lifelineOf(process));
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.get(0), e);
        }
    }

    private static Process lifelineOf(Process process) throws IOException {
        var script = "trap '' INT TERM HUP; cat >/dev/null; %s; kill -CONT %d"
                .formatted(askingToStop(process.pid()), process.pid());
        return new ProcessBuilder(inOwnSession(List.of("sh", "-c", script)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> inOwnSession(List<String> command) {
        var whole = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.add("/usr/bin/setsid");
        }
        whole.addAll(command);
        return whole;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** SIGKILL: whatever it was doing, it does no more. */
    public void kill() {
        lifeline.destroyForcibly();
        process.destroyForcibly();
        process.onExit().join();
    }

    /**
     * Asks it to stop now but in order (SIGINT: PostgreSQL's fast shutdown, Redis saves), and insists after a while.
     */
    public void stop(Duration patience) {
        lifeline.destroyForcibly();
        askToStop(process.pid());
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * SIGINT, which Java cannot send by itself. Who was started in the background of a script, as anything unattended is, has
     * inherited that SIGINT means nothing; a JVM keeps to that, so SIGTERM comes behind. Whom the first reached, the second
     * tells nothing new.
     */
    private static String askingToStop(long pid) {
        return "kill -INT %1$d; kill -TERM %1$d".formatted(pid);
    }

    static void askToStop(long pid) {
        try {
            new ProcessBuilder("sh", "-c", askingToStop(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
