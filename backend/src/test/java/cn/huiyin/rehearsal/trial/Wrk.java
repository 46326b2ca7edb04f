package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps so many connections busy with one kind of request, by wrk and the scripts beside infra/bench. */
record Wrk(Path scripts, Path tokens, int connections, int seconds) {

    Wrk lasting(int otherwise) {
        return new Wrk(scripts, tokens, connections, otherwise);
    }

    /** One of so many that do together what this does alone. */
    Wrk sharedBy(int many) {
        return new Wrk(scripts, tokens, Math.max(2, connections / many), seconds);
    }

    /** Requests a second, milliseconds, and how many were not answered well. */
    record Measured(double rate, double p50, double p99, long answers, long wrong) {

        /** No more than one in a thousand were told anything else than an answer. */
        boolean isGood() {
            return answers > 0 && wrong <= answers / 1000;
        }

        Measured good(Path raw) {
            if (!isGood()) {
                throw new IllegalStateException(wrong + " of " + answers + " were not answered well, see " + raw);
            }
            return this;
        }
    }

    /** The same request again and again. */
    Measured reading(String address, List<String> headers, Path raw) throws IOException, InterruptedException {
        var options = new ArrayList<String>();
        headers.forEach(header -> options.addAll(List.of("-H", header)));
        return run("report.lua", options, address, Map.of(), raw);
    }

    /**
     * One thing after another.
     *
     * @param asked a file, in each line a token and a path
     */
    Measured asking(String address, Path asked, Path raw) throws IOException, InterruptedException {
        return run("asked.lua", List.of(), address, Map.of("BENCH_ASKED", asked.toString()), raw);
    }

    /**
     * Filings by one resident after another, each under a key of its own.
     *
     * @param run begins the keys
     */
    Measured filing(String address, String run, Path raw) throws IOException, InterruptedException {
        return run("submit.lua", List.of(), address, Map.of("BENCH_RUN", run, "BENCH_TOKENS", tokens.toString()), raw);
    }

    private Measured run(String script, List<String> options, String address, Map<String, String> told, Path raw)
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
        var environment = new HashMap<>(told);
        environment.put("BENCH_FOLDER", scripts.toString());
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
