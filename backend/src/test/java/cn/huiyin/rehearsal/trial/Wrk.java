package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps so many connections busy with one kind of request, by wrk and the scripts beside infra/bench. */
record Wrk(Path scripts, Path tokens, int connections, int seconds) {

    Wrk lasting(int otherwise) {
        return new Wrk(scripts, tokens, connections, otherwise);
    }

    /** Requests a second, milliseconds, and how many were not answered well. */
    record Measured(double rate, double p50, double p99, long answers, long wrong) {}

    /** The same request again and again. */
    Measured reading(String address, List<String> headers, Path raw) throws IOException, InterruptedException {
        var options = new ArrayList<String>();
        headers.forEach(header -> options.addAll(List.of("-H", header)));
        return run("report.lua", options, address, "", raw);
    }

    /**
     * Filings by one resident after another, each under a key of its own.
     *
     * @param run begins the keys
     */
    Measured filing(String address, String run, Path raw) throws IOException, InterruptedException {
        return run("submit.lua", List.of(), address, run, raw);
    }

    private Measured run(String script, List<String> options, String address, String run, Path raw)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "wrk",
                "-t",
                "2",
                "-c",
                Integer.toString(connections),
                "-d",
                seconds + "s",
                "--timeout",
                "10s",
                "-s",
                scripts.resolve(script).toString()));
        command.addAll(options);
        command.add(address);
        var environment =
                Map.of("BENCH_FOLDER", scripts.toString(), "BENCH_RUN", run, "BENCH_TOKENS", tokens.toString());
        return Shell.kept(raw, environment, command)
                .lines()
                .filter(line -> line.startsWith("RESULT\t"))
                .map(line -> line.split("\t"))
                .map(said -> new Measured(
                        Double.parseDouble(said[1]),
                        Double.parseDouble(said[2]),
                        Double.parseDouble(said[3]),
                        Long.parseLong(said[4]),
                        Long.parseLong(said[5]) + Long.parseLong(said[6])))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk found nothing, see " + raw));
    }
}
