package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two nodes, one of them three days ahead and then three days behind (libfaketime). What is due is due by PostgreSQL's
 * clock; sessions last by Redis's.
 */
final class WrongClock implements Trial {

    private static final String DEED = "two nodes, one of them three days ahead, then three days behind";
    private static final List<String> WRONG = List.of("+3d", "-3d");
    private static final int MESSAGES = 60;
    private static final int LOGINS = 12;
    private static final Duration DUE_IN = Duration.ofSeconds(20);
    private static final Duration LATE = Duration.ofSeconds(15);

    private final Oracle oracle = new Oracle();
    private final List<String> early = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();
    private int arrived;

    @Override
    public Finding run(Path folder) throws Exception {
        var library = library();
        if (library == null) {
            return Finding.notRun(DEED, "needs faketime (libfaketimeMT.so.1)");
        }
        try (var town = new Town(folder, 20)) {
            // Ten devices of one person, as in the product: the oldest is logged out.
            town.settings.put("huiyin.identity.sessions-per-account", "10");
            var right = town.settle();
            var ticket = right.file(right.logIn(town.residents.code(0)), "timed");
            var load = new Load(
                            town,
                            () -> ThreadLocalRandom.current().nextBoolean() ? right : town.program(),
                            6,
                            Duration.ofMillis(100))
                    .begin();
            for (var by : WRONG) {
                say("a second node, " + by);
                var wrong = town.start(
                        "node" + by,
                        List.of(
                                "env",
                                "LD_PRELOAD=" + library,
                                "FAKETIME=" + by,
                                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                                // Without it each timed wait of the JVM returns at once, and it spins.
                                "FAKETIME_FORCE_MONOTONIC_FIX=0",
                                "NO_FAKE_STAT=1"),
                        "127.0.0.1",
                        Map.of());
                due(town, ticket, by);
                sessions(right, wrong, by);
                wrong.stop();
                town.goesOnWith(right);
            }
            load.end(Duration.ofSeconds(30));
            Kept.judge(town, load, oracle);
            oracle.count("timed messages arrived", arrived);
            oracle.none("early", early);
            oracle.none("late", late);
            oracle.none("timed messages twice", twice);
            oracle.none("sessions cut", cut);
            oracle.insist(load.answers("401 LOGIN_REQUIRED") == 0, "sessions were cut under load");
            long wronglyTimed = Long.parseLong(town.ground.ask("""
                    SELECT count(*)
                      FROM ticket AS t
                      JOIN outbox AS o ON o.subject_kind = 'ticket' AND o.subject_id = t.no AND o.occasion = 'TICKET_RECEIVED'
                     WHERE abs(extract(epoch FROM t.filed_at - o.created_at)) > 60
                    """));
            oracle.none("filed at a wrong time", wronglyTimed, "a ticket has the time of a wrong clock");
        }
        return Finding.of(DEED, oracle);
    }

    private static String library() throws java.io.IOException {
        for (var folder : List.of("/usr/lib", "/usr/local/lib", "/usr/lib64")) {
            if (!Files.isDirectory(Path.of(folder))) {
                continue;
            }
            try (Stream<Path> found =
                    Files.find(Path.of(folder), 4, (file, attributes) -> file.endsWith("libfaketimeMT.so.1"))) {
                var first = found.findFirst();
                if (first.isPresent()) {
                    return first.get().toString();
                }
            }
        }
        return null;
    }

    /** Promised for a moment that is soon: not before, and not long after, and once. */
    private void due(Town town, String ticket, String by) throws Exception {
        var mark = by.startsWith("+") ? 100_000 : 200_000;
        var due = Instant.now().plus(DUE_IN);
        try (var database = town.ground.connect()) {
            promise(database, ticket, mark);
        }
        Thread.sleep(DUE_IN.plus(LATE).toMillis());
        var shown = Arrivals.read(town.ground.journal).shown();
        for (int number = 0; number < MESSAGES; number++) {
            var name = "m%06d".formatted(mark + number);
            var arrivals = shown.getOrDefault(name, List.of());
            arrived += arrivals.isEmpty() ? 0 : 1;
            if (arrivals.isEmpty()) {
                late.add(by + " " + name + " is not there " + LATE.toSeconds() + " s after");
            } else if (arrivals.get(0).at().isBefore(due.minusSeconds(1))) {
                early.add(by + " " + name + " " + arrivals);
            }
            if (arrivals.size() > 1) {
                twice.add(by + " " + name + " " + arrivals);
            }
        }
    }

    private static void promise(Connection database, String ticket, int mark) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var statement = database.createStatement()) {
            var accounts = statement.executeQuery(
                    "SELECT id FROM account WHERE miniapp_openid LIKE 'o-demo-trial-%' ORDER BY id");
            while (accounts.next()) {
                ids.add(accounts.getLong(1));
            }
        }
        var promises = IntStream.range(0, MESSAGES)
                .mapToObj(number -> new Promise(mark + number, ids.get(number % ids.size()), ticket, false))
                .toList();
        try (var statement = database.prepareStatement("""
                SELECT outbox_append((SELECT jsonb_agg(one || jsonb_build_object('not_before', huiyin_now() + make_interval(secs => ?)))
                                        FROM jsonb_array_elements(?::jsonb) AS one))
                """)) {
            statement.setDouble(1, DUE_IN.toSeconds());
            statement.setString(2, promises.stream().map(Promise::json).collect(Collectors.joining(",", "[", "]")));
            statement.execute();
        }
    }

    /** Logged in here and there in turn, more often than there are devices: the newest must hold at both nodes. */
    private void sessions(Program right, Program wrong, String by) throws Exception {
        var code = "demo-devices-" + (by.startsWith("+") ? "ahead" : "behind");
        for (int login = 0; login < LOGINS; login++) {
            right.logIn(code);
        }
        for (var from : List.of(wrong, right, wrong)) {
            var token = from.logIn(code);
            for (var at : List.of(right, wrong)) {
                int status = at.send(at.as(token, "/api/v1/me").build()).statusCode();
                if (status != 200) {
                    cut.add("%s: logged in at the %s node, asked the %s: %d"
                            .formatted(by, from == wrong ? "wrong" : "right", at == wrong ? "wrong" : "right", status));
                }
            }
        }
    }
}
