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
 * Thousands of messages while the program is killed again and again and PostgreSQL once, over a WeChat that fails and
 * hangs. Then what was promised is held against what is stored and what WeChat was asked to send. Started by
 * {@code infra/faults/messages}.
 */
public final class MessageFaults {

    /** Shorter than the product's, so that the trial ends within minutes: what is tried again comes again sooner. */
    private static final Map<String, String> HURRY = Map.of(
            "huiyin.messaging.delivery.lease", "40s",
            "huiyin.messaging.delivery.ladder", "2s,5s,10s,20s,30s,30s,30s,30s");

    private static final List<String> SMALL = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    private static final int TICKETS = 20;
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Ground ground;
    private final Crowd crowd;
    private final Path results;
    private final int messages;
    private final int kills;
    private final Random chance = new Random(20261122);
    private final List<Death> deaths = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger wanted = new AtomicInteger();
    private int databaseDeaths;
    private List<String> tickets = List.of();

    private MessageFaults(Ground ground, Path results, int messages, int kills) {
        this.ground = ground;
        this.results = results;
        this.messages = messages;
        this.kills = kills;
        this.crowd = new Crowd(Math.max(2, messages / 4));
    }

    /** {@code folder messages kills}; ends with 1 where a promise was broken. */
    public static void main(String[] arguments) throws Exception {
        var results = Path.of(arguments[0]);
        Files.createDirectories(results);
        var ground = new Ground(results.resolve("ground"));
        Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
        var kept = new MessageFaults(ground, results, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .run();
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws Exception {
        var begun = Instant.now();
        prepare();
        var over = new AtomicBoolean();
        var promising = new Thread(() -> promise(over), "promises");
        promising.start();
        for (int round = 1; round <= kills; round++) {
            live(round);
        }
        wanted.set(messages);
        ground.weather(100, 0, 0);
        say("the last program stays alive, WeChat is well; what waits is sent");
        var last = ground.program("program", SMALL, HURRY);
        last.awaitReady();
        promising.join();
        awaitQuiet();
        last.stop();
        return new Verdict(ground, results, messages, acknowledged.get(), deaths, databaseDeaths)
                .tell(Duration.between(begun, Instant.now()));
    }

    private void prepare() throws Exception {
        say("%d people, %d messages, %d kills of the program and one of PostgreSQL"
                .formatted(crowd.people(), messages, kills));
        ground.weather(0, 0, 0);
        ground.wechatDies();
        crowd.tellWechat(ground.journal);
        ground.wechatComesBack();
        var first = ground.program("program", SMALL, HURRY);
        first.awaitReady();
        try (var database = ground.connect();
                var statement = database.createStatement()) {
            crowd.settle(database);
            // A working day's morning, whenever this is run: nobody's quiet hours.
            statement.execute("UPDATE rehearsal_clock SET ahead = timestamptz '2026-11-24 10:00:00+08' - now()");
        }
        var token = first.logIn("demo-resident");
        var filed = new ArrayList<String>();
        for (int i = 0; i < TICKETS; i++) {
            filed.add(first.file(token, "trial-" + i));
        }
        tickets = filed;
        first.stop();
        ground.weather(100, 0.05, 0.01);
    }

    /** Starts, works on its share of the messages, and dies in the middle of it. */
    private void live(int round) throws Exception {
        var program = ground.program("program", SMALL, HURRY);
        program.awaitReady();
        wanted.set((int) ((long) messages * round / kills));
        var databaseToo = round == (kills + 1) / 2;
        if (databaseToo) {
            Thread.sleep(300);
            killDatabase();
        }
        Thread.sleep(200 + chance.nextInt(2300));
        program.kill();
        deaths.add(new Death(Instant.now(), inDoubt()));
        say("kill %d of %d%s: %d messages promised so far"
                .formatted(round, kills, databaseToo ? ", and PostgreSQL" : "", acknowledged.get()));
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
        ground.postgres.kill();
        Thread.sleep(500);
        ground.postgres.restart();
    }

    /** What was not acknowledged is promised again under the same keys, as every cause of messages does. */
    private void promise(AtomicBoolean over) {
        Connection database = null;
        while (!over.get() && acknowledged.get() < messages) {
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
