package cn.huiyin.rehearsal.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Thousands of messages, and tickets filed over HTTP, while the program is killed again and again and PostgreSQL once, over a
 * WeChat that fails and hangs. Then what was promised is held against what is stored and what WeChat was asked to send.
 */
final class MessageFaults implements Trial {

    /** Shorter than the product's, so that the trial ends within minutes: what is tried again comes again sooner. */
    private static final Map<String, String> HURRY =
            Map.of("huiyin.messaging.delivery.ladder", "2s,5s,10s,20s,30s,30s,30s,30s");

    private static final int MESSAGES = 3000;
    private static final int KILLS = 25;
    private static final int TICKETS = 20;
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Crowd crowd = new Crowd(MESSAGES / 4);
    private final Random chance = new Random(20261122);
    private final List<Death> deaths = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger wanted = new AtomicInteger();
    private int databaseDeaths;
    private List<String> tickets = List.of();
    private Town town;
    private Ground ground;

    @Override
    public Finding run(Path folder) throws Exception {
        var begun = Instant.now();
        var oracle = new Oracle();
        Files.createDirectories(folder.resolve("ground"));
        crowd.tellWechat(folder.resolve("ground/wechat-journal"));
        town = new Town(folder, 20);
        ground = town.ground;
        town.settings.putAll(HURRY);
        prepare();
        var over = new AtomicBoolean();
        var promising = new Thread(() -> promise(over), "promises");
        promising.start();
        var load = new Load(town, 6, Duration.ofMillis(50)).begin();
        for (int round = 1; round <= KILLS; round++) {
            live(round, load);
        }
        wanted.set(MESSAGES);
        ground.weather(100, 0, 0);
        say("the last program stays alive, WeChat is well; what waits is sent");
        town.start();
        promising.join();
        load.end(Duration.ofSeconds(60));
        awaitQuiet();
        Kept.judge(town, load, oracle);
        town.close();
        new Verdict(ground, folder, MESSAGES, acknowledged.get(), deaths, databaseDeaths)
                .tell(oracle, Duration.between(begun, Instant.now()));
        return Finding.of(
                "the program killed × %d (SIGKILL) while 6 callers file and messages are sent over a WeChat that fails in 5 %% and hangs in 1 %%, PostgreSQL once"
                        .formatted(KILLS),
                oracle);
    }

    private void prepare() throws Exception {
        say("%d people, %d messages, %d kills of the program and one of PostgreSQL"
                .formatted(crowd.people(), MESSAGES, KILLS));
        var first = town.settle();
        try (var database = ground.connect()) {
            crowd.settle(database);
        }
        var token = first.logIn(town.residents.code(0));
        var filed = new ArrayList<String>();
        for (int i = 0; i < TICKETS; i++) {
            filed.add(first.file(token, "trial-" + i));
        }
        tickets = filed;
        first.stop();
        ground.weather(100, 0.05, 0.01);
    }

    /** Starts, works on its share of the messages, and dies in the middle of it. */
    private void live(int round, Load load) throws Exception {
        var program = town.start();
        wanted.set((int) ((long) MESSAGES * round / KILLS));
        var databaseToo = round == (KILLS + 1) / 2;
        if (databaseToo) {
            Thread.sleep(300);
            killDatabase();
        }
        Thread.sleep(200 + chance.nextInt(2300));
        var died = Instant.now();
        program.kill();
        town.trouble(died, Instant.now());
        deaths.add(new Death(Instant.now(), inDoubt()));
        say("kill %d of %d%s: %,d messages promised, %,d tickets filed so far"
                .formatted(
                        round,
                        KILLS,
                        databaseToo ? ", and PostgreSQL" : "",
                        acknowledged.get(),
                        load.filed().size()));
    }

    /** What died, and the messages of which nobody knows at that moment whether they arrived. */
    record Death(Instant at, Set<String> inDoubt) {}

    /** Their call has begun and its outcome is not written down. */
    private Set<String> inDoubt() throws SQLException {
        var marks = new HashSet<String>();
        try (var database = ground.connect();
                var answer = database.createStatement().executeQuery("""
                        SELECT substr(dedup_key, 7)
                          FROM outbox
                         WHERE state = 'WAITING'
                           AND call_open
                           AND dedup_key LIKE 'trial/%'
                        """)) {
            while (answer.next()) {
                marks.add(answer.getString(1));
            }
        }
        return marks;
    }

    /** And half a second later somebody starts it again. */
    private void killDatabase() throws InterruptedException {
        databaseDeaths++;
        var died = Instant.now();
        ground.postgres.kill();
        Thread.sleep(500);
        ground.postgres.restart();
        town.trouble(died, Instant.now());
    }

    /** What was not acknowledged is promised again under the same keys, as every cause of messages does. */
    private void promise(AtomicBoolean over) {
        Connection database = null;
        while (!over.get() && acknowledged.get() < MESSAGES) {
            try {
                if (acknowledged.get() >= wanted.get()) {
                    Thread.sleep(5);
                    continue;
                }
                database = database == null ? ground.connect() : database;
                var from = acknowledged.get();
                var to = Math.min(wanted.get(), from + AT_ONCE);
                Promise.append(
                        database,
                        IntStream.range(from, to).mapToObj(this::promised).toList());
                acknowledged.set(to);
            } catch (SQLException databaseAway) {
                database = null;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Promise promised(int number) {
        var person = number % crowd.people();
        return new Promise(
                number, crowd.account(person), tickets.get(number % TICKETS), number / crowd.people() % 2 == 1);
    }

    private void awaitQuiet() throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        var before = "";
        while (Instant.now().isBefore(deadline)) {
            var waiting =
                    ground.ask("SELECT count(*) FROM outbox WHERE state = 'WAITING' AND dedup_key LIKE 'trial/%'");
            if (waiting.equals("0")) {
                return;
            }
            if (!waiting.equals(before)) {
                say(waiting + " are still waiting for their next try or the end of a dead program's lease");
                before = waiting;
            }
            Thread.sleep(2000);
        }
    }

    static void say(String text) {
        System.err.println("· " + text);
    }
}
