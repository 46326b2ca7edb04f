package cn.huiyin.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, for whoever runs the trial by itself: {@code infra/faults/access}. */
record Report(List<Found> found, int routes, int roles) {

    static Report of(List<Found> found, int routes, int roles) {
        return new Report(found, routes, roles);
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("found.csv"), table());
        Files.writeString(folder.resolve("summary.md"), summary());
    }

    private String table() {
        Map<String, StringBuilder> lines = new LinkedHashMap<>();
        found.forEach(one -> lines.computeIfAbsent(one.operation(), StringBuilder::new)
                .append(',')
                .append(one.role())
                .append('=')
                .append(one.inWords()));
        return String.join("\n", lines.values()) + "\n";
    }

    private String summary() {
        long in = found.stream().filter(one -> one.outcome().status() < 400).count();
        return """
                | | |
                | --- | --- |
                | routes | %d |
                | roles | %d |
                | tries | %d |
                | let in | %d |
                | refused | %d |
                | **holes** (must be 0) | %d |
                | **faults, 5xx** (must be 0) | %d |
                """.formatted(
                        routes,
                        roles,
                        found.size(),
                        in,
                        found.size() - in,
                        found.stream().filter(Found::isHole).count(),
                        found.stream().filter(Found::isFault).count());
    }
}
