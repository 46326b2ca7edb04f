package cn.huiyin.rehearsal.trial;

import cn.huiyin.rehearsal.trial.Wrk.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What it costs to have many tickets: the same program over databases that hold few and many, each started and asked the same in
 * turn while the others stand still. Started by {@code infra/bench/growth}.
 */
public final class GrowthBench {

    /** What is asked; filing last, for it leaves something to do. */
    enum Kind {
        PROGRESS("progress"),
        MINE("list of 20, one's own"),
        DESK("list of 20, staff's"),
        SUBMIT("submit");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** @param database milliseconds of PostgreSQL's processes for a request */
    private record Figure(double p50, double p99, double database) {
        static final Figure NONE = new Figure(Double.NaN, Double.NaN, Double.NaN);
    }

    /** A program over one database, and what was found. */
    private static final class Asked {
        final Filled over;
        final Map<Kind, Path> lists = new EnumMap<>(Kind.class);
        final Map<Kind, List<Figure>> figures = new EnumMap<>(Kind.class);
        final List<Double> starts = new ArrayList<>();
        double idle;
        Program program;

        Asked(Filled over, Path folder) throws Exception {
            this.over = over;
            lists.put(Kind.PROGRESS, over.progress(folder));
            lists.put(Kind.MINE, over.mine(folder));
            lists.put(Kind.DESK, over.desk(folder));
            program = over.town().program();
        }

        double most() {
            try {
                return program.mostResidentKilobytes() / 1024.0;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        double median(Kind kind, ToDoubleFunction<Figure> what) {
            return Figures.of(
                            figures.get(kind).stream().map(what::applyAsDouble).toList())
                    .median();
        }
    }

    private final Town town;
    private final Results results;
    private final Wrk wrk;
    private final int warmUp;
    private final int rounds;
    private final int starts;
    private final int idle;
    private final List<Asked> all = new ArrayList<>();
    private final Set<String> unanswered = new TreeSet<>();

    private GrowthBench(Town town, Results results, Wrk wrk, int warmUp, int rounds, int starts, int idle) {
        this.town = town;
        this.results = results;
        this.wrk = wrk;
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.starts = starts;
        this.idle = idle;
    }

    /** {@code folder scripts sizes seconds warm-up rounds connections starts idle-seconds}; ends with 1 where requests were not answered. */
    public static void main(String[] arguments) throws Exception {
        var results = new Results(Path.of(arguments[0]).toAbsolutePath());
        var town = new Town(results.file(""), Filled.RESIDENTS);
        var wrk = new Wrk(
                Path.of(arguments[1]),
                results.file("tokens"),
                Integer.parseInt(arguments[6]),
                Integer.parseInt(arguments[3]));
        var answered = new GrowthBench(
                        town,
                        results,
                        wrk,
                        Integer.parseInt(arguments[4]),
                        Integer.parseInt(arguments[5]),
                        Integer.parseInt(arguments[7]),
                        Integer.parseInt(arguments[8]))
                .run(List.of(arguments[2].split(",")).stream()
                        .map(Integer::valueOf)
                        .sorted()
                        .toList());
        System.exit(answered ? 0 : 1);
    }

    /** Whether all was answered; in a table of times what was not would hide. */
    private boolean run(List<Integer> sizes) throws Exception {
        for (var filled : Filled.all(town, sizes)) {
            all.add(new Asked(filled, results.file("")));
        }
        Files.write(results.file("tokens"), town.tokens().values());
        for (int start = 1; start <= starts; start++) {
            for (var asked : turned(start)) {
                start(asked, start);
            }
        }
        for (int round = 1; round <= rounds; round++) {
            for (var asked : turned(round)) {
                measure(asked, round);
            }
        }
        table();
        unanswered.forEach(line -> results.remark("✗ " + line));
        results.tell();
        all.forEach(asked -> asked.program.kill());
        return unanswered.isEmpty();
    }

    private List<Asked> turned(int round) {
        var order = new ArrayList<>(all);
        Collections.rotate(order, round);
        return order;
    }

    /** The last time it stays, is left alone for a while, and is warmed up. */
    private void start(Asked asked, int number) throws Exception {
        var begun = System.nanoTime();
        asked.program = asked.over.start();
        var took = (System.nanoTime() - begun) / 1e9;
        asked.starts.add(took);
        results.raw("starts.tsv", "%d\t%d\t%.2f".formatted(asked.over.tickets(), number, took));
        MessageFaults.say("%,d tickets: ready after %.1f s".formatted(asked.over.tickets(), took));
        if (number < starts) {
            asked.program.kill();
            return;
        }
        Thread.sleep(idle * 1000L);
        asked.idle = asked.program.residentKilobytes() / 1024.0;
        for (var kind : Kind.values()) {
            ask(asked, kind, wrk.lasting(warmUp), "warm-up");
        }
        asked.over.sweep();
        asked.program.still(true);
    }

    private void measure(Asked asked, int round) throws Exception {
        asked.program.still(false);
        for (var kind : Kind.values()) {
            var before = Cpu.millis(town.ground.postgres.pid());
            var measured = ask(asked, kind, wrk, Integer.toString(round));
            var figure = !measured.isGood()
                    ? Figure.NONE
                    : new Figure(
                            measured.p50(),
                            measured.p99(),
                            (Cpu.millis(town.ground.postgres.pid()) - before) / measured.answers());
            asked.figures.computeIfAbsent(kind, none -> new ArrayList<>()).add(figure);
            results.raw(
                    "rounds.tsv",
                    "%d\t%d\t%s\t%.1f\t%.2f\t%.2f\t%.3f"
                            .formatted(
                                    round,
                                    asked.over.tickets(),
                                    kind,
                                    measured.rate(),
                                    figure.p50(),
                                    figure.p99(),
                                    figure.database()));
            MessageFaults.say("round %d/%d  %,9d tickets  %-8s %6.0f/s  p50 %6.1f  p99 %6.1f ms  PostgreSQL %.2f ms"
                    .formatted(
                            round,
                            rounds,
                            asked.over.tickets(),
                            kind,
                            measured.rate(),
                            figure.p50(),
                            figure.p99(),
                            figure.database()));
        }
        asked.over.sweep();
        asked.program.still(true);
    }

    private Measured ask(Asked asked, Kind kind, Wrk wrk, String round) throws Exception {
        var raw = results.file("%s-%d-%s.txt".formatted(round, asked.over.tickets(), kind));
        var address = asked.program.address();
        var measured = kind == Kind.SUBMIT
                ? wrk.filing(address + "/api/v1/tickets", round + "-" + System.nanoTime(), raw)
                : wrk.asking(address, asked.lists.get(kind), raw);
        if (!measured.isGood()) {
            unanswered.add("%,d tickets, %s, round %s: %d of %d were not answered well"
                    .formatted(asked.over.tickets(), kind, round, measured.wrong(), measured.answers()));
        }
        return measured;
    }

    private void table() throws Exception {
        results.heading(
                "tickets",
                all.stream()
                        .map(asked ->
                                "%,d".formatted(asked.over.tickets()) + (asked == all.get(0) ? "" : " | of the first"))
                        .collect(Collectors.joining(" | ")));
        row(
                "database, MB",
                "%.0f",
                asked -> Double.parseDouble(asked.over.ask("SELECT pg_database_size(current_database())")) / 1e6);
        row("start until ready, s", "%.1f", asked -> Figures.of(asked.starts).median());
        row("resident, idle, MB", "%.0f", asked -> asked.idle);
        row("resident, the most, MB", "%.0f", Asked::most);
        for (var kind : Kind.values()) {
            row(kind.words + ", p50 ms", "%.1f", asked -> asked.median(kind, Figure::p50));
            row("p99 ms", "%.1f", asked -> asked.median(kind, Figure::p99));
            row("CPU ms of PostgreSQL", "%.2f", asked -> asked.median(kind, Figure::database));
        }
    }

    private void row(String what, String format, ToDoubleFunction<Asked> figure) {
        double first = figure.applyAsDouble(all.get(0));
        results.row(
                what,
                all.stream()
                        .map(asked -> {
                            double value = figure.applyAsDouble(asked);
                            return (Double.isNaN(value) ? "–" : format.formatted(value))
                                    + (asked == all.get(0) ? "" : " | **%.2f**".formatted(value / first));
                        })
                        .collect(Collectors.joining(" | ")));
    }
}
