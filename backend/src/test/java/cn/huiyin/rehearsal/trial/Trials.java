package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code name folder}: one trial, its row of the table and what was broken in that folder. Ends with 0 where all promises
 * were kept, 1 where one was broken, 3 where it cannot be run here. Started by the scripts of {@code infra/faults}.
 */
public final class Trials {

    private static final Map<String, Trial> TABLE = Map.ofEntries(
            Map.entry("kill-program", new MessageFaults()),
            Map.entry("kill-postgres", new PostgresKilled()),
            Map.entry("kill-redis", new RedisKilled()),
            Map.entry("network-cut", new NetworkCut()),
            Map.entry("stand-still", new StoodStill()),
            Map.entry("wechat-ill", new WechatIll()),
            Map.entry("disk-full", new DiskFull()),
            Map.entry("wrong-clock", new WrongClock()),
            Map.entry("restore", new Restored()),
            Map.entry("terminate", new Terminated()),
            Map.entry("malformed", new Malformed()),
            Map.entry("slow-connections", new SlowConnections()),
            Map.entry("one-key", new OneKey()),
            Map.entry("last-place", new LastPlace()));

    private Trials() {}

    public static void main(String[] arguments) throws IOException {
        var name = arguments[0];
        var folder = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(folder);
        var begun = Instant.now();
        var finding = run(name, folder);
        var row = finding.row(name);
        Files.writeString(folder.resolve("row.md"), row + "\n");
        Files.writeString(folder.resolve("broken.txt"), finding.brokenLines());
        System.out.println(row);
        finding.broken().stream().limit(20).forEach(line -> System.out.println("✗ " + line));
        MessageFaults.say("%s took %d s"
                .formatted(name, Duration.between(begun, Instant.now()).toSeconds()));
        System.exit(finding.exit());
    }

    /** A trial that does not come to its end has kept no promise. */
    private static Finding run(String name, Path folder) throws IOException {
        try {
            return TABLE.get(name).run(folder);
        } catch (Exception failure) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            Files.writeString(folder.resolve("failure.txt"), trace.toString());
            return new Finding("–", "it did not come to its end", List.of(failure.toString()), true);
        }
    }
}
