package cn.huiyin.rehearsal.trial;

import cn.huiyin.rehearsal.trial.Pgbench.Filed;
import cn.huiyin.rehearsal.trial.Wrk.Measured;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How many requests the service answers, beside pgbench asking the service's own statements and beside the same service
 * built to block, each alone on the same machine in turn. Started by {@code infra/bench/requests}.
 */
public final class RequestBench {

    private static final String TWIN = "cn.huiyin.twin.Twin";
    private static final int RESIDENTS = 32;
    private static final int TICKETS = 25;

    /**
     * What is asked, and what share of the seconds of warming up it gets: a program that has just started compiles itself,
     * and what an earlier kind has warmed a later one needs no more.
     */
    enum Kind {
        W("submit", 1),
        W_SENDING("submit, and all it causes is sent by the same node meanwhile", 0.5),
        R("progress", 0.5),
        N("progress, unchanged", 0.125),
        L("list of 20", 0.25);

        final String words;
        final double warmUp;

        Kind(String words, double warmUp) {
            this.words = words;
            this.warmUp = warmUp;
        }

        boolean files() {
            return this == W || this == W_SENDING;
        }
    }

    /** Who answers. */
    enum Who {
        SERVICE,
        PGBENCH,
        TWIN
    }

    /** @param cpu milliseconds of the process that answers, for a request; of PostgreSQL where that is asked by itself
     * @param database milliseconds of PostgreSQL for a request */
    private record Figure(Who who, double rate, double p50, double p99, double cpu, double database) {}

    private final Ground ground;
    private final Results results;
    private final Wrk wrk;
    private final int seconds;
    private final int warmUp;
    private final int rounds;
    private final boolean twin;
    private final List<Kind> kinds;
    private final List<String> javaOptions;
    private final Map<Kind, Pgbench> pgbenches = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Figure>> figures = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<Who, Program>> programs = new EnumMap<>(Kind.class);
    private final List<Program> all = new ArrayList<>();
    private String reader = "";
    private String no = "";
    private String etag = "";

    private RequestBench(
            Ground ground,
            Results results,
            Wrk wrk,
            int warmUp,
            int rounds,
            boolean twin,
            List<Kind> kinds,
            List<String> javaOptions) {
        this.ground = ground;
        this.results = results;
        this.wrk = wrk;
        this.seconds = wrk.seconds();
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.twin = twin;
        this.kinds = kinds;
        this.javaOptions = javaOptions;
    }

    /** {@code folder scripts seconds warm-up rounds connections twin|alone kind,… java-option…} */
    public static void main(String[] arguments) throws Exception {
        var results = new Results(Path.of(arguments[0]));
        var ground = new Ground(results.file("ground"));
        Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
        var wrk = new Wrk(
                Path.of(arguments[1]),
                results.file("tokens"),
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[2]));
        new RequestBench(
                        ground,
                        results,
                        wrk,
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]),
                        arguments[6].equals("twin"),
                        Stream.of(arguments[7].split(",")).map(Kind::valueOf).toList(),
                        List.of(arguments).subList(8, arguments.length))
                .run();
        System.exit(0);
    }

    private void run() throws Exception {
        ground.weather(0, 0, 0);
        start();
        prepare();
        capture();
        if (twin) {
            startTwin();
        }
        for (int round = 0; round <= rounds; round++) {
            for (var kind : kinds) {
                var order = new ArrayList<>(contestants(kind));
                java.util.Collections.rotate(order, round);
                for (var who : order) {
                    measure(round, kind, who);
                }
            }
        }
        table();
        results.tell();
        all.forEach(Program::kill);
    }

    /** One node that only answers, one that also sends. */
    private void start() throws Exception {
        var answering = service("answering", false);
        var whole = service("whole", true);
        for (var kind : Kind.values()) {
            var by = new EnumMap<Who, Program>(Who.class);
            by.put(Who.SERVICE, kind == Kind.W_SENDING ? whole : answering);
            programs.put(kind, by);
        }
    }

    private Program service(String name, boolean sends) throws InterruptedException {
        var settings = new LinkedHashMap<>(Town.asOftenAsTheyLike());
        settings.put("huiyin.messaging.delivery.enabled", Boolean.toString(sends));
        settings.put("huiyin.safety.enabled", Boolean.toString(sends));
        MessageFaults.say(name + " starts");
        return ready(ground.program(name, javaOptions, settings));
    }

    /** Knows the service's statements from what was taken down, and from nowhere else. */
    private void startTwin() throws InterruptedException {
        MessageFaults.say("the twin starts");
        var settings = Map.of("twin.folder", scripts().toString(), "spring.flyway.enabled", "false");
        var program = ready(ground.program("twin", System.getenv("TWIN_CLASSPATH"), TWIN, javaOptions, settings));
        programs.forEach((kind, by) -> {
            if (kind != Kind.W_SENDING) {
                by.put(Who.TWIN, program);
            }
        });
        program.still(true);
    }

    private Program ready(Program program) throws InterruptedException {
        program.awaitReady();
        all.add(program);
        return program;
    }

    private Path scripts() {
        return results.file("twin").toAbsolutePath();
    }

    /** The one who reads is none of those who submit, so that the list stays as long as it is. */
    private void prepare() throws Exception {
        MessageFaults.say("%d residents log in, and one more files %d tickets to read".formatted(RESIDENTS, TICKETS));
        // A working day's morning, whenever this is run: nobody's quiet hours.
        ground.ask("UPDATE rehearsal_clock SET ahead = timestamptz '2026-11-24 10:00:00+08' - now() RETURNING 1");
        var program = service(Kind.R);
        var tokens = new ArrayList<String>();
        for (int i = 0; i < RESIDENTS; i++) {
            tokens.add(program.logIn("bench-" + i));
        }
        Files.write(results.file("tokens"), tokens);
        reader = program.logIn("bench-reader");
        for (int i = 0; i < TICKETS; i++) {
            no = program.file(reader, "prepared-" + i);
        }
        awaitQuiet();
        etag = program.send(program.progress(reader, no))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private void awaitQuiet() throws InterruptedException {
        while (!"0".equals(ground.ask("""
                SELECT (SELECT count(*) FROM outbox WHERE state = 'WAITING' AND not_before < huiyin_now())
                     + (SELECT count(*) FROM content_check WHERE state = 'PENDING')
                """))) {
            Thread.sleep(200);
        }
        Thread.sleep(1000);
    }

    /** Lets the service say once what it says for each kind, and gives that to pgbench. Nobody else speaks, now and later. */
    private void capture() throws Exception {
        var program = service(Kind.R);
        all.stream().filter(other -> other != program).forEach(other -> other.still(true));
        Files.createDirectories(scripts());
        read(Kind.R, no, program.progress(reader, no));
        read(Kind.L, "SUBMITTED", program.mine(reader));
        read(Kind.N, no, program.unchanged(reader, no, etag));
        var key = "captured-" + System.nanoTime();
        var person = program.logIn("bench-captured");
        var account = Long.parseLong(ground.ask("SELECT max(id) FROM account"));
        var said = Said.during(ground, () -> program.file(person, key));
        var save = only(said, key);
        var number = said.stream()
                .takeWhile(each -> each != save)
                .filter(each -> each.sql().contains("nextval("))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("a filing did not ask for a number"));
        var filed = ground.ask("SELECT no FROM ticket WHERE reporter = " + account);
        var captured = new Filed(account, filed, key);
        var answer = program.send(program.filing(person, key)).body();
        number.script(scripts().resolve("number.json"), UnaryOperator.identity(), "");
        save.script(scripts().resolve("W.json"), captured::marked, answer);
        // Accounts are numbered in the order they came: the residents, the reader, the one just captured.
        var pgbench = Pgbench.filing(
                ground.postgresUri(),
                results.file("W.sql"),
                number,
                save,
                captured,
                account - 1 - RESIDENTS,
                account - 2);
        pgbenches.put(Kind.W, pgbench);
        pgbenches.put(Kind.W_SENDING, pgbench);
        program.still(true);
        sweep();
    }

    private void read(Kind kind, String mentioned, HttpRequest request) throws Exception {
        var program = service(Kind.R);
        var answer = new AtomicReference<String>();
        var said =
                only(Said.during(ground, () -> answer.set(program.send(request).body())), mentioned);
        said.script(scripts().resolve(kind + ".json"), UnaryOperator.identity(), answer.get());
        pgbenches.put(kind, Pgbench.reading(ground.postgresUri(), results.file(kind + ".sql"), said));
    }

    /** More than one round trip would have to be measured as more than one. */
    private static Said only(List<Said> said, String mentioned) {
        var found = said.stream().filter(each -> each.mentions(mentioned)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("one statement was expected that mentions " + mentioned + ": " + found);
        }
        return found.get(0);
    }

    private List<Who> contestants(Kind kind) {
        var who = new ArrayList<>(programs.get(kind).keySet());
        if (kind != Kind.W_SENDING) {
            who.add(1, Who.PGBENCH);
        }
        return who;
    }

    /** Whoever is not asked stands still meanwhile. */
    private void measure(int round, Kind kind, Who who) throws Exception {
        var raw = results.file("%d-%s-%s.txt".formatted(round, kind, who));
        var database = Cpu.millis(ground.postgres.pid());
        var figure =
                who == Who.PGBENCH ? pgbench(round, kind, database, raw) : answered(round, kind, who, database, raw);
        if (kind.files()) {
            sweep();
        }
        MessageFaults.say("%s  %-9s %-8s %8.0f/s  p50 %6.1f  p99 %6.1f ms  cpu %.2f + %.2f ms"
                .formatted(
                        round == 0 ? "warming up" : "round " + round + "/" + rounds,
                        kind,
                        who,
                        figure.rate(),
                        figure.p50(),
                        figure.p99(),
                        figure.cpu(),
                        figure.database()));
        results.raw(
                "rounds.tsv",
                "%d\t%s\t%s\t%.1f\t%.2f\t%.2f\t%.3f\t%.3f"
                        .formatted(
                                round,
                                kind,
                                who,
                                figure.rate(),
                                figure.p50(),
                                figure.p99(),
                                figure.cpu(),
                                figure.database()));
        if (round > 0) {
            figures.computeIfAbsent(kind, none -> new ArrayList<>()).add(figure);
        }
    }

    private Figure pgbench(int round, Kind kind, double before, Path raw) throws Exception {
        var pgbench = pgbenches.get(kind);
        var rate = round == 0 ? pgbench.best(Math.max(2, seconds / 2), raw) : pgbench.run(seconds, raw);
        var database = (Cpu.millis(ground.postgres.pid()) - before) / (rate * seconds);
        return new Figure(Who.PGBENCH, rate, 1000.0 * pgbench.clients() / rate, Double.NaN, 0, database);
    }

    private Figure answered(int round, Kind kind, Who who, double databaseBefore, Path raw) throws Exception {
        var program = programs.get(kind).get(who);
        var before = Cpu.millis(program.pid());
        program.still(false);
        var measured = ask(program, round, kind, "%s-%d-%s-%s".formatted(System.nanoTime(), round, kind, who), raw);
        program.still(true);
        return new Figure(
                who,
                measured.rate(),
                measured.p50(),
                measured.p99(),
                (Cpu.millis(program.pid()) - before) / measured.answers(),
                (Cpu.millis(ground.postgres.pid()) - databaseBefore) / measured.answers());
    }

    private Measured ask(Program program, int round, Kind kind, String run, Path raw) throws Exception {
        var authorization = "Authorization: Bearer " + reader;
        var wrk = round == 0 ? this.wrk.lasting((int) Math.ceil(warmUp * kind.warmUp)) : this.wrk;
        var measured = switch (kind) {
            case W, W_SENDING -> wrk.filing(program.address() + "/api/v1/tickets", run, raw);
            case R -> wrk.reading(program.address() + "/api/v1/tickets/" + no, List.of(authorization), raw);
            case N ->
                wrk.reading(
                        program.address() + "/api/v1/tickets/" + no,
                        List.of(authorization, "If-None-Match: " + etag),
                        raw);
            case L -> wrk.reading(program.address() + "/api/v1/tickets?scope=mine", List.of(authorization), raw);
        };
        // While it warms up some wait too long.
        return round > 0 ? measured.good(raw) : measured;
    }

    /** What was filed is not sent later, while something else is measured. */
    private void sweep() {
        ground.ask("""
                WITH waiting AS (
                    UPDATE outbox SET state = 'WITHDRAWN', finished_at = huiyin_now() WHERE state = 'WAITING' RETURNING 1),
                pending AS (
                    UPDATE content_check SET state = 'PASSED', words = NULL, finished_at = huiyin_now()
                     WHERE state = 'PENDING' RETURNING 1)
                SELECT (SELECT count(*) FROM waiting) + (SELECT count(*) FROM pending)
                """);
    }

    private Program service(Kind kind) {
        return programs.get(kind).get(Who.SERVICE);
    }

    private void table() {
        results.heading(
                "",
                "service/s | p50 ms | p99 ms | CPU ms | of PostgreSQL | pgbench/s | CPU ms of PostgreSQL | **service of pgbench** | twin/s | p99 ms | CPU ms | twin of pgbench");
        var pgbench = new TreeMap<Kind, Double>();
        for (var kind : kinds) {
            var asked = kind == Kind.W_SENDING ? Kind.W : kind;
            pgbench.put(kind, median(asked, Who.PGBENCH, Figure::rate));
            var has = has(kind, Who.TWIN);
            var twinRate = median(kind, Who.TWIN, Figure::rate);
            results.row(
                    asked + " " + kind.words,
                    "%.0f | %.1f | %.1f | %.2f | %.2f | %.0f | %.2f | **%.2f** | %s | %s | %s | %s"
                            .formatted(
                                    median(kind, Who.SERVICE, Figure::rate),
                                    median(kind, Who.SERVICE, Figure::p50),
                                    median(kind, Who.SERVICE, Figure::p99),
                                    median(kind, Who.SERVICE, Figure::cpu),
                                    median(kind, Who.SERVICE, Figure::database),
                                    pgbench.get(kind),
                                    median(asked, Who.PGBENCH, Figure::database),
                                    median(kind, Who.SERVICE, Figure::rate) / pgbench.get(kind),
                                    has ? "%.0f".formatted(twinRate) : "–",
                                    has ? "%.1f".formatted(median(kind, Who.TWIN, Figure::p99)) : "–",
                                    has ? "%.2f".formatted(median(kind, Who.TWIN, Figure::cpu)) : "–",
                                    has ? "%.2f".formatted(twinRate / pgbench.get(kind)) : "–"));
        }
        results.remark("N of R: %.2f. pgbench with %s clients (W, R, N, L)."
                .formatted(
                        median(Kind.N, Who.SERVICE, Figure::rate) / median(Kind.R, Who.SERVICE, Figure::rate),
                        String.join(
                                ", ",
                                List.of(Kind.W, Kind.R, Kind.N, Kind.L).stream()
                                        .map(kind -> Integer.toString(
                                                pgbenches.get(kind).clients()))
                                        .toList())));
    }

    private boolean has(Kind kind, Who who) {
        return figures.getOrDefault(kind, List.of()).stream().anyMatch(figure -> figure.who() == who);
    }

    private double median(Kind kind, Who who, ToDoubleFunction<Figure> what) {
        return Figures.of(figures.getOrDefault(kind, List.of()).stream()
                        .filter(figure -> figure.who() == who)
                        .map(what::applyAsDouble)
                        .toList())
                .median();
    }
}
