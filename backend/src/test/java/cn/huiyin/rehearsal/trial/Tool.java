package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Somebody else's program, run to its end. */
final class Tool {

    private Tool() {}

    /** What it said, which is kept in a file too; fails where it did. */
    static String run(List<String> command, Map<String, String> environment, Path raw)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(raw.toFile());
        builder.environment().putAll(environment);
        var code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + code + ", see " + raw);
        }
        return Files.readString(raw);
    }

    /** Lets a process stand still, or go on. */
    static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }
}
