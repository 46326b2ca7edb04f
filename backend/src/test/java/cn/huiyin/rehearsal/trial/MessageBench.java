package cn.huiyin.rehearsal.trial;

import cn.huiyin.messaging.store.ClaimCost;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast one node sends, how soon what is due is handed over, what a slow or dead WeChat does to those who ask the API,
 * and what a claim costs with many rows waiting. Started by {@code infra/bench/messages}.
 */
public final class MessageBench {

    private static final List<String> PROGRAM = List.of("-Xmx512m");
    private static final int DELAY_MILLIS = 100;
    private static final int CALLS_A_SECOND = 20;
    private static final int BACKGROUND_A_SECOND = 50;

    private final Ground ground;
    private final Results results;
    private final int warmUp;
    private final int messages;
    private final int seconds;
    private final int rounds;
    private final List<Integer> waiting;
    private final Crowd crowd = new Crowd(4000);
    private List<String> tickets = List.of();
    private String token = "";
    private Heap heap;

    private MessageBench(
            Ground ground, Results results, int warmUp, int messages, int seconds, int rounds, List<Integer> waiting) {
        this.ground = ground;
        this.results = results;
        this.warmUp = warmUp;
        this.messages = messages;
        this.seconds = seconds;
        this.rounds = rounds;
        this.waiting = waiting;
        this.heap = new Heap(ground, crowd, tickets);
    }

    /** {@code folder warm-up messages seconds rounds waiting,waiting,…} */
    public static void main(String[] arguments) throws Exception {
        var results = new Results(Path.of(arguments[0]));
        var ground = new Ground(results.file("ground"));
        Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
        new MessageBench(
                        ground,
                        results,
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]),
                        List.of(arguments[5].split(",")).stream()
                                .map(Integer::valueOf)
                                .toList())
                .run();
        System.exit(0);
    }

    private void run() throws Exception {
        ground.weather(0, 0, 0);
        ground.wechatDies();
        crowd.tellWechat(ground.journal);
        ground.wechatComesBack();
        var program = ground.program("program", PROGRAM, Town.asOftenAsTheyLike());
        program.awaitReady();
        prepare(program);
        ground.weather(DELAY_MILLIS, 0, 0);
        throughput(program);
        promptness(program);
        callers(program);
        program.stop();
        claims();
        results.tell();
    }

    private void prepare(Program program) throws Exception {
        try (var database = ground.connect();
                var statement = database.createStatement()) {
            crowd.settle(database);
            // A working day's morning, whenever this is run: nobody's quiet hours.
            statement.execute("UPDATE rehearsal_clock SET ahead = timestamptz '2026-11-24 10:00:00+08' - now()");
        }
        token = program.logIn("demo-resident");
        var filed = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            filed.add(program.file(token, "bench-" + i));
        }
        tickets = filed;
        heap = new Heap(ground, crowd, tickets);
    }

    /** Two heaps of messages, each due at once: the first meets a node that has just started, the second a warm one. */
    private void throughput(Program program) throws Exception {
        var before = program.residentKilobytes();
        var cold = leave(warmUp, "cold", program);
        var warm = leave(messages, "warm", program);
        Files.writeString(results.file("metrics.txt"), program.metrics());
        results.heading("one node, WeChat answers in " + DELAY_MILLIS + " ms", "");
        results.row(
                "messages/s of %,d, from a tenth to nine tenths of them".formatted(messages),
                "%.0f".formatted(warm.rate()));
        results.row(
                "the same of the %,d before, just after the start".formatted(warmUp), "%.0f".formatted(cold.rate()));
        results.row(
                "resident memory before, and most (MB)",
                "%d, %d".formatted(before / 1024, Math.max(cold.kilobytes(), warm.kilobytes()) / 1024));
    }

    private record Left(double rate, long kilobytes) {}

    private Left leave(int size, String name, Program program) throws Exception {
        MessageFaults.say("%,d messages are due at once, the node is %s".formatted(size, name));
        var most = new AtomicLong();
        var samples = heap.leave(size, () -> most.accumulateAndGet(resident(program), Math::max));
        samples.forEach(sample ->
                results.raw("throughput.tsv", "%s\t%.3f\t%d".formatted(name, sample.nanos() / 1e9, sample.left())));
        return new Left(Heap.rate(samples, size), most.get());
    }

    private static long resident(Program program) {
        try {
            return program.residentKilobytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fifty a second, each due at once. */
    private void promptness(Program program) throws Exception {
        MessageFaults.say(BACKGROUND_A_SECOND + " messages a second for " + seconds + " s");
        var from = heap.promised();
        paced(seconds, BACKGROUND_A_SECOND, n -> () -> heap.promise(1));
        awaitAllSent();
        var handed = handedOver(from);
        handed.sorted().forEach(value -> results.raw("promptness.tsv", "%.1f".formatted(value)));
        results.heading("from due to handed to WeChat, at " + BACKGROUND_A_SECOND + "/s", "");
        results.row("p50 ms", "%.0f".formatted(handed.at(0.50)));
        results.row("p95 ms (aim: under 2000)", "%.0f".formatted(handed.at(0.95)));
        results.row("p99 ms", "%.0f".formatted(handed.at(0.99)));
    }

    private Figures handedOver(int from) throws IOException, SQLException {
        var due = new LinkedHashMap<String, Double>();
        try (var database = ground.connect();
                var answer = database.createStatement().executeQuery("""
                        SELECT substr(dedup_key, 7), extract(epoch FROM due_at - ahead) * 1000
                          FROM outbox, rehearsal_clock
                         WHERE dedup_key LIKE 'trial/%'
                           AND dedup_key >= 'trial/m'\
                        """ + " || to_char(" + from + ", 'FM000000')")) {
            while (answer.next()) {
                due.put(answer.getString(1), answer.getDouble(2));
            }
        }
        var shown = Arrivals.read(ground.journal).shown();
        return Figures.of(due.entrySet().stream()
                .filter(entry -> shown.containsKey(entry.getKey()))
                .map(entry -> shown.get(entry.getKey()).get(0).at().toEpochMilli() - entry.getValue())
                .toList());
    }

    private enum Wechat {
        WELL,
        SLOW,
        DEAD
    }

    private record Callers(ConcurrentLinkedQueue<Double> submit, ConcurrentLinkedQueue<Double> progress) {}

    /** Those who file and those who look, while messages keep falling due; WeChat well, slow and dead in turn. */
    private void callers(Program program) throws Exception {
        var measured = new LinkedHashMap<Wechat, Callers>();
        for (int round = 0; round <= rounds; round++) {
            for (var wechat : Wechat.values()) {
                MessageFaults.say("callers while WeChat is " + wechat + (round == 0 ? ", not counted" : ""));
                set(wechat);
                var into = round == 0
                        ? new Callers(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>())
                        : measured.computeIfAbsent(
                                wechat, w -> new Callers(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>()));
                call(program, into);
                if (wechat == Wechat.DEAD) {
                    ground.wechatComesBack();
                }
                ground.weather(DELAY_MILLIS, 0, 0);
            }
        }
        results.heading(
                "callers, %d/s each, beside %d messages/s".formatted(CALLS_A_SECOND, BACKGROUND_A_SECOND),
                "submit p50 | p99 ms | progress p50 | p99 ms | p99 of WELL's");
        var well = measured.get(Wechat.WELL);
        measured.forEach((wechat, callers) -> {
            var submit = Figures.of(callers.submit());
            var progress = Figures.of(callers.progress());
            submit.sorted().forEach(value -> results.raw("callers.tsv", wechat + "\tsubmit\t%.2f".formatted(value)));
            progress.sorted()
                    .forEach(value -> results.raw("callers.tsv", wechat + "\tprogress\t%.2f".formatted(value)));
            results.row(
                    "WeChat " + wechat,
                    "%.1f | %.1f | %.1f | %.1f | %.2f, %.2f"
                            .formatted(
                                    submit.at(0.5),
                                    submit.at(0.99),
                                    progress.at(0.5),
                                    progress.at(0.99),
                                    submit.at(0.99) / Figures.of(well.submit()).at(0.99),
                                    progress.at(0.99)
                                            / Figures.of(well.progress()).at(0.99)));
        });
    }

    private void set(Wechat wechat) throws Exception {
        switch (wechat) {
            case WELL -> ground.weather(DELAY_MILLIS, 0, 0);
            case SLOW -> ground.weather(5000, 0, 0);
            case DEAD -> ground.wechatDies();
        }
    }

    private void call(Program program, Callers into) throws Exception {
        var clients = Executors.newFixedThreadPool(64);
        var begun = heap.promised() + "-" + System.nanoTime();
        paced(seconds, 2 * CALLS_A_SECOND + BACKGROUND_A_SECOND, n -> {
            var turn = n % (2 * CALLS_A_SECOND + BACKGROUND_A_SECOND);
            if (turn >= 2 * CALLS_A_SECOND) {
                return () -> heap.promise(1);
            }
            var request = turn % 2 == 0
                    ? program.filing(token, "bench-" + begun + "-" + n)
                    : program.progress(token, tickets.get(n % tickets.size()));
            var times = turn % 2 == 0 ? into.submit() : into.progress();
            return () -> clients.execute(() -> times.add(timed(program, request)));
        });
        clients.shutdown();
        clients.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static double timed(Program program, HttpRequest request) {
        var from = System.nanoTime();
        try {
            var status = program.send(request).statusCode();
            if (status >= 300) {
                MessageFaults.say(request.uri() + " answered " + status);
            }
        } catch (IOException | InterruptedException e) {
            MessageFaults.say(request.uri() + ": " + e);
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private interface Deed {
        void run() throws Exception;
    }

    /** So many a second, evenly; what is late catches up. */
    private static void paced(int seconds, int each, IntFunction<Deed> deeds) throws Exception {
        var start = System.nanoTime();
        for (int n = 0; n < seconds * each; n++) {
            var wait = start + n * 1_000_000_000L / each - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            deeds.apply(n).run();
        }
    }

    /** In plans of their own, each rolled back. */
    private void claims() throws SQLException {
        results.heading("a claim of 128", "median ms | p95 ms | of the first | pages touched | of the first");
        double first = 0;
        double firstPages = 0;
        try (var database = ground.connect();
                var statement = database.createStatement()) {
            statement.execute("TRUNCATE outbox, inbox, todo");
            int have = 0;
            for (int rows : waiting) {
                MessageFaults.say("a claim with %,d rows waiting".formatted(rows));
                fill(database, have, rows);
                have = rows;
                var cost = claim(database);
                var pages = pagesOfAClaim(database);
                first = first == 0 ? cost.at(0.5) : first;
                firstPages = firstPages == 0 ? pages : firstPages;
                cost.sorted().forEach(value -> results.raw("claims.tsv", rows + "\t%.3f".formatted(value)));
                results.row(
                        "%,d rows waiting, half of them due".formatted(rows),
                        "%.2f | %.2f | %.2f | %,d | %.2f"
                                .formatted(
                                        cost.at(0.5), cost.at(0.95), cost.at(0.5) / first, pages, pages / firstPages));
            }
        }
    }

    /** What does not depend on who else uses the machine: pages of tables and indexes that PostgreSQL looks at. */
    private static long pagesOfAClaim(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement();
                var plan = statement.executeQuery(
                        "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) " + ClaimCost.sql(128))) {
            plan.next();
            var whole = JsonMapper.shared().readTree(plan.getString(1)).at("/0/Plan");
            return whole.path("Shared Hit Blocks").asLong()
                    + whole.path("Shared Read Blocks").asLong();
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    private static void fill(Connection database, int from, int to) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    INSERT INTO outbox (street, occasion, dedup_key, subject_kind, subject_id, recipient, urgent, due_at, not_before)
                    SELECT 'qinghe', 'TICKET_RECEIVED', 'key ' || n, 'ticket', 'HY' || n, n, n %% 10 = 0, at, at
                      FROM (SELECT n, huiyin_now() + make_interval(secs => (n::bigint * 7919 %% 200000) - 100000) AS at
                              FROM generate_series(%d, %d) AS n) AS promised
                    """.formatted(from + 1, to));
            statement.execute("VACUUM ANALYZE outbox");
        }
    }

    private static Figures claim(Connection database) throws SQLException {
        var times = new ArrayList<Double>();
        database.setAutoCommit(false);
        try (var claim = database.prepareStatement(ClaimCost.sql(128))) {
            for (int i = 0; i < 60; i++) {
                var from = System.nanoTime();
                claim.executeQuery().close();
                if (i >= 10) {
                    times.add((System.nanoTime() - from) / 1e6);
                }
                database.rollback();
            }
        } finally {
            database.setAutoCommit(true);
        }
        return Figures.of(times);
    }

    private void awaitAllSent() throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (heap.sent() < heap.promised() && Instant.now().isBefore(deadline)) {
            Thread.sleep(250);
        }
    }
}
