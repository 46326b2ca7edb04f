package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of this machine. */
final class Shell {

    private Shell() {}

    /** @param exit its exit code; @param said all that it wrote */
    record Said(int exit, String said) {}

    static Said run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said);
    }

    /** What it said, which is kept in a file meanwhile; must succeed. */
    static String kept(Path file, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file.toFile());
        builder.environment().putAll(environment);
        var code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + code + ", see " + file);
        }
        return Files.readString(file);
    }

    /** Must succeed. */
    static void must(String... command) throws IOException, InterruptedException {
        var outcome = run(Map.of(), command);
        if (outcome.exit() != 0) {
            throw new IOException(String.join(" ", command) + ": " + outcome.said());
        }
    }

    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return run(Map.of(), command).exit() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
