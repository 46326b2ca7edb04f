package cn.huiyin.rehearsal.trial;

import cn.huiyin.rehearsal.trial.Abreast.Figure;
import cn.huiyin.rehearsal.trial.Abreast.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * One, two and three nodes over one PostgreSQL and one Redis on one machine: how much they answer and send, and whether anything
 * is done twice. Started by {@code infra/bench/replicas}.
 */
public final class ReplicaBench {

    private static final int NODES = 3;
    private static final int RESIDENTS = 40;
    private static final int DELAY_MILLIS = 100;
    private static final int TICKETS = 50;
    private static final int KEYS = 20;
    private static final int AT_ONCE = 4;
    private static final int CALLERS = 12;
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(120);

    private final Crowd crowd = new Crowd(2000);
    private final List<Program> nodes = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Results results;
    private final Town town;
    private final Abreast abreast;
    private final int seconds;
    private final int warmUp;
    private final int rounds;
    private final int messages;

    private ReplicaBench(Results results, Wrk wrk, int warmUp, int rounds, int messages) throws Exception {
        this.results = results;
        this.seconds = wrk.seconds();
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.messages = messages;
        Files.createDirectories(results.file("ground"));
        crowd.tellWechat(results.file("ground/wechat-journal"));
        this.town = new Town(results.file(""), RESIDENTS);
        this.abreast = new Abreast(town, nodes, wrk, results);
    }

    /** {@code folder scripts seconds warm-up rounds connections messages}; ends with 1 where anything was done twice. */
    public static void main(String[] arguments) throws Exception {
        var results = new Results(Path.of(arguments[0]).toAbsolutePath());
        var wrk = new Wrk(
                Path.of(arguments[1]),
                results.file("tokens"),
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[2]));
        var broken = new ReplicaBench(
                        results,
                        wrk,
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]),
                        Integer.parseInt(arguments[6]))
                .run();
        broken.forEach(line -> System.out.println("✗ " + line));
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private List<String> run() throws Exception {
        start();
        var planned = new Oracle();
        var key = new Oracle();
        var filed = new Oracle();
        MessageFaults.say("the clock goes over mornings and deadlines");
        Planned.judge(town, nodes, planned);
        MessageFaults.say("one key to all nodes at once");
        OneKey.ask(town, nodes, AT_ONCE, KEYS, key);
        file(filed);
        var heap = measure();
        var stored = new Oracle();
        count(stored);
        var handed = new Oracle();
        HandedOver.judge(town.ground, heap.promised(), handed);
        table();
        results.heading("with %d nodes, nothing done twice".formatted(NODES), "counted | ");
        verdict("mornings and deadlines pass, all nodes plan", planned);
        verdict("one key %d times at once to each node, then once more".formatted(AT_ONCE), key);
        verdict("%d callers, each request to the next node".formatted(CALLERS), filed);
        verdict("filed by wrk", stored);
        verdict("handed to WeChat, in all of this", handed);
        results.tell();
        nodes.forEach(Program::kill);
        return broken;
    }

    private void start() throws Exception {
        town.settings.putAll(Planned.OFTEN);
        nodes.add(town.settle());
        for (int number = 2; number <= NODES; number++) {
            nodes.add(town.start("program-" + number, List.of(), "127.0.0.1", Map.of()));
        }
        try (var database = town.ground.connect()) {
            crowd.settle(database);
        }
    }

    /** Whose answer comes late asks again, at another node: the same key there. */
    private void file(Oracle oracle) throws Exception {
        MessageFaults.say(CALLERS + " callers file, each request at the next node");
        var turn = new AtomicInteger();
        var load = new Load(
                        town,
                        () -> nodes.get(Math.floorMod(turn.getAndIncrement(), NODES)),
                        CALLERS,
                        Duration.ofMillis(50))
                .begin();
        Thread.sleep(warmUp * 1000L);
        load.end(Duration.ofSeconds(30));
        Kept.judge(town, load, oracle);
    }

    private Heap measure() throws Exception {
        var token = town.tokens().get(0);
        Files.write(results.file("tokens"), town.tokens().values());
        var tickets = new ArrayList<String>();
        for (int number = 0; number < TICKETS; number++) {
            tickets.add(nodes.get(number % NODES).file(token, "looked-at-" + number));
        }
        var heap = new Heap(town.ground, crowd, tickets);
        town.awaitQuiet(QUIET_WITHIN);
        for (int round = 0; round <= rounds; round++) {
            for (int many : round == 0 ? List.of(NODES) : List.of(1, 2, NODES)) {
                int lasting = round == 0 ? warmUp : seconds;
                abreast.submit(round, many, lasting);
                abreast.progress(round, many, lasting, token, tickets.get(0));
            }
        }
        town.ground.weather(DELAY_MILLIS, 0, 0);
        for (int round = 0; round <= rounds; round++) {
            for (int many : round == 0 ? List.of(NODES) : List.of(1, 2, NODES)) {
                abreast.send(round, many, heap, messages);
            }
        }
        return heap;
    }

    /** Each filing under a key of its own: as many tickets as answers kept, and as many as clients were told, but for those cut off. */
    private void count(Oracle oracle) {
        var ofWrk = "WHERE t.description = '3号楼2单元的楼道灯坏了，晚上看不见路'";
        long stored = Long.parseLong(town.ground.ask("SELECT count(*) FROM ticket t " + ofWrk));
        long withOneAnswer = Long.parseLong(town.ground.ask("""
                SELECT count(*)
                  FROM ticket t
                """ + ofWrk + """
                   AND 1 = (SELECT count(*) FROM kept_answer k WHERE k.caller = t.reporter AND k.location = '/api/v1/tickets/' || t.no)
                """));
        long acknowledged = TICKETS + abreast.acknowledged();
        oracle.count("acknowledged", acknowledged);
        oracle.count("stored", stored);
        oracle.insist(
                withOneAnswer == stored, "%d of %d have not one kept answer".formatted(stored - withOneAnswer, stored));
        oracle.insist(
                stored >= acknowledged && stored - acknowledged <= abreast.cutOffAtMost(),
                "%d acknowledged, at most %d cut off, %d stored"
                        .formatted(acknowledged, abreast.cutOffAtMost(), stored));
    }

    private void verdict(String what, Oracle oracle) {
        results.row(what, oracle.figures() + " | " + (oracle.broken().isEmpty() ? "kept" : "**BROKEN**"));
        oracle.broken().forEach(line -> broken.add(what + ": " + line));
    }

    private void table() {
        results.heading("nodes on one machine", "1 | 2 | of one | 3 | of one");
        row(Kind.SUBMIT, "submit/s, all it causes sent meanwhile", "%.0f", Figure::rate);
        row(Kind.SUBMIT, "p99 ms", "%.1f", Figure::p99);
        row(Kind.SUBMIT, "CPU ms of the nodes", "%.2f", Figure::cpu);
        row(Kind.SUBMIT, "CPU ms of PostgreSQL", "%.2f", Figure::database);
        row(Kind.PROGRESS, "progress/s", "%.0f", Figure::rate);
        row(Kind.PROGRESS, "p99 ms", "%.1f", Figure::p99);
        row(Kind.PROGRESS, "CPU ms of the nodes", "%.2f", Figure::cpu);
        row(Kind.PROGRESS, "CPU ms of PostgreSQL", "%.2f", Figure::database);
        row(Kind.SENDING, "messages/s, WeChat answers in %d ms".formatted(DELAY_MILLIS), "%.0f", Figure::rate);
        row(Kind.SENDING, "CPU ms of the nodes", "%.2f", Figure::cpu);
        row(Kind.SENDING, "CPU ms of PostgreSQL", "%.2f", Figure::database);
    }

    private void row(Kind kind, String what, String format, ToDoubleFunction<Figure> figure) {
        double one = abreast.median(kind, 1, figure);
        double two = abreast.median(kind, 2, figure);
        double three = abreast.median(kind, NODES, figure);
        results.row(
                what,
                "%s | %s | **%.2f** | %s | **%.2f**"
                        .formatted(
                                format.formatted(one),
                                format.formatted(two),
                                two / one,
                                format.formatted(three),
                                three / one));
    }
}
