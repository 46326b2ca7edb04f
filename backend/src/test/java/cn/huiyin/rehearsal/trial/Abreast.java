package cn.huiyin.rehearsal.trial;

import cn.huiyin.rehearsal.trial.Wrk.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/** Some of several nodes at work, by turns one, two and more of them, while the others stand still. */
final class Abreast {

    private static final Duration QUIET_WITHIN = Duration.ofSeconds(120);

    /** What they do. */
    enum Kind {
        SUBMIT,
        PROGRESS,
        SENDING
    }

    /**
     * @param p99 milliseconds, of the slowest node
     * @param cpu milliseconds of the nodes at work, for each request or message
     * @param database of PostgreSQL
     */
    record Figure(double rate, double p99, double cpu, double database) {}

    private record Done(double rate, double p99, long count) {}

    /** One request's worth of work for {@link Wrk}. */
    private interface Load {
        Measured on(Wrk wrk, Program node, Path raw) throws Exception;
    }

    private interface Deed {
        Done by(List<Program> atWork) throws Exception;
    }

    private final Town town;
    private final List<Program> nodes;
    private final Wrk wrk;
    private final Results results;
    private final Map<Kind, Map<Integer, List<Figure>>> figures = new EnumMap<>(Kind.class);
    private long acknowledged;
    private long cutOffAtMost;

    Abreast(Town town, List<Program> nodes, Wrk wrk, Results results) {
        this.town = town;
        this.nodes = nodes;
        this.wrk = wrk;
        this.results = results;
    }

    /** Filings over all nodes at work alike; round 0 is not counted. */
    void submit(int round, int many, int seconds) throws Exception {
        measure(round, many, Kind.SUBMIT, atWork -> {
            var done = requests(
                    round,
                    Kind.SUBMIT,
                    atWork,
                    seconds,
                    (each, node, raw) -> each.filing(
                            node.address() + "/api/v1/tickets", raw.getFileName() + "-" + System.nanoTime(), raw));
            acknowledged += done.count();
            cutOffAtMost += wrk.connections();
            return done;
        });
    }

    void progress(int round, int many, int seconds, String token, String no) throws Exception {
        var authorization = List.of("Authorization: Bearer " + token);
        measure(
                round,
                many,
                Kind.PROGRESS,
                atWork -> requests(
                        round,
                        Kind.PROGRESS,
                        atWork,
                        seconds,
                        (each, node, raw) ->
                                each.reading(node.address() + "/api/v1/tickets/" + no, authorization, raw)));
    }

    void send(int round, int many, Heap heap, int size) throws Exception {
        measure(round, many, Kind.SENDING, atWork -> {
            var samples = heap.leave(size, () -> {});
            return new Done(Heap.rate(samples, size), Double.NaN, size);
        });
    }

    /** How many filings clients were told of. */
    long acknowledged() {
        return acknowledged;
    }

    /** How many may have been filed while their clients had gone already: those under way when a measurement ended. */
    long cutOffAtMost() {
        return cutOffAtMost;
    }

    double median(Kind kind, int many, ToDoubleFunction<Figure> what) {
        return Figures.of(figures.get(kind).get(many).stream()
                        .map(what::applyAsDouble)
                        .toList())
                .median();
    }

    /** Whoever is not at work stands still meanwhile; afterwards all help until nothing is left to do. */
    private void measure(int round, int many, Kind kind, Deed deed) throws Exception {
        var atWork = new ArrayList<Program>();
        var others = new ArrayList<Program>();
        for (int number = 0; number < nodes.size(); number++) {
            (number < many ? atWork : others).add(nodes.get((number + round) % nodes.size()));
        }
        others.forEach(node -> node.still(true));
        var cpu = cpu(atWork);
        var database = Cpu.millis(town.ground.postgres.pid());
        var done = deed.by(atWork);
        var figure = new Figure(
                done.rate(),
                done.p99(),
                (cpu(atWork) - cpu) / done.count(),
                (Cpu.millis(town.ground.postgres.pid()) - database) / done.count());
        others.forEach(node -> node.still(false));
        town.awaitQuiet(QUIET_WITHIN);
        if (round > 0) {
            figures.computeIfAbsent(kind, none -> new TreeMap<>())
                    .computeIfAbsent(many, none -> new ArrayList<>())
                    .add(figure);
        }
        results.raw(
                "rounds.tsv",
                "%d\t%s\t%d\t%.1f\t%.2f\t%.3f\t%.3f"
                        .formatted(round, kind, many, figure.rate(), figure.p99(), figure.cpu(), figure.database()));
        MessageFaults.say("%s  %-8s %d at work  %6.0f/s  p99 %6.1f ms  cpu %.2f + %.2f ms"
                .formatted(
                        round == 0 ? "warming up" : "round " + round,
                        kind,
                        many,
                        figure.rate(),
                        figure.p99(),
                        figure.cpu(),
                        figure.database()));
    }

    private static double cpu(List<Program> atWork) throws IOException {
        double millis = 0;
        for (var node : atWork) {
            millis += Cpu.millis(node.pid());
        }
        return millis;
    }

    /** The connections are shared out, each node has its own wrk, and all begin at once. */
    private Done requests(int round, Kind kind, List<Program> atWork, int seconds, Load load) throws Exception {
        var each = wrk.sharedBy(atWork.size()).lasting(seconds);
        var loads = new ArrayList<Callable<Measured>>();
        for (int number = 0; number < atWork.size(); number++) {
            var node = atWork.get(number);
            var raw = results.file("%d-%s-%d-%d.txt".formatted(round, kind, atWork.size(), number + 1));
            loads.add(() -> {
                var measured = load.on(each, node, raw);
                return round > 0 ? measured.good(raw) : measured;
            });
        }
        var all = OneKey.atOnce(loads);
        return new Done(
                all.stream().mapToDouble(Measured::rate).sum(),
                all.stream().mapToDouble(Measured::p99).max().orElseThrow(),
                all.stream()
                        .mapToLong(measured -> measured.answers() - measured.wrong())
                        .sum());
    }
}
