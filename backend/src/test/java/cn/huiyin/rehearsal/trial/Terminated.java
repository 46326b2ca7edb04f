package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The program is asked to end (SIGTERM) while callers file, each on a connection of its own: who was let in is answered, what
 * was not answered was not done, and it ends in time. The system lets callers in before the program knows of them; when the
 * door closes it drops whoever still waits there, and no program can answer them. So the last of each caller may be cut in
 * the blink around the closing, and is asked again under the same key.
 */
final class Terminated implements Trial {

    private static final int ROUNDS = 3;
    private static final int CALLERS = 24;
    private static final int PATIENCE = 35_000;
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    /** On a busy machine a caller may wait as long as this to be noticed. */
    private static final Duration BLINK = Duration.ofMillis(300);

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger later = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    /** Written into a connection that stood, and not answered. */
    private record Cut(String mark, int round, Instant connected) {}

    private final ConcurrentLinkedQueue<Cut> cut = new ConcurrentLinkedQueue<>();
    /** When the first caller found the door closed, by round. */
    private final Map<Integer, Instant> closed = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> filed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        var ends = new ArrayList<Double>();
        try (var town = new Town(folder, 2)) {
            town.settle();
            for (int round = 1; round <= ROUNDS; round++) {
                ends.add(round(town, round));
                town.start();
            }
            var done = done(town);
            var again = askAgain(town);
            var stored = done(town);
            oracle.count("answered 201", answered.get());
            oracle.count("answered 503", later.get());
            oracle.count("turned away at the door", refused.get());
            oracle.count("cut in the blink the door closed", cut.size());
            oracle.none(
                    "cut long before",
                    cut.stream()
                            .filter(one -> one.connected()
                                    .isBefore(closed.get(one.round()).minus(BLINK)))
                            .map(Cut::mark)
                            .toList());
            oracle.none(
                    "of those cut done all the same",
                    cut.stream().map(Cut::mark).filter(done::contains).toList());
            oracle.none("asked again and not filed", again);
            oracle.none(
                    "answered 201 and not stored",
                    filed.stream().filter(mark -> !stored.contains(mark)).toList());
            oracle.none("answered otherwise", List.copyOf(strange));
            oracle.note(
                    "ended after at most", "%.1f s".formatted(Figures.of(ends).at(1)));
            oracle.insist(Figures.of(ends).at(1) < IN_TIME.toSeconds(), "it did not end in time");
        }
        return Finding.of(
                "SIGTERM × %d while %d callers file, each request on a new connection".formatted(ROUNDS, CALLERS),
                oracle);
    }

    private double round(Town town, int round) throws Exception {
        var program = town.program();
        var token = program.logIn(town.residents.code(0));
        var callers = new ArrayList<Thread>();
        for (int caller = 0; caller < CALLERS; caller++) {
            var name = "t-end-%d-%02d".formatted(round, caller);
            callers.add(new Thread(() -> call(program, token, name, round)));
        }
        callers.forEach(Thread::start);
        Thread.sleep(3000 + round * 370L);
        var asked = Instant.now();
        program.terminate();
        while (program.isAlive() && Instant.now().isBefore(asked.plusSeconds(60))) {
            Thread.sleep(20);
        }
        for (var caller : callers) {
            caller.join();
        }
        var took = Duration.between(asked, Instant.now()).toMillis() / 1000.0;
        say("round %d of %d: ended after %.1f s; %,d answered, %d let in and cut so far"
                .formatted(round, ROUNDS, took, answered.get(), cut.size()));
        return took;
    }

    /** Until the door is closed. */
    private void call(Program program, String token, String name, int round) {
        for (int turn = 0; ; turn++) {
            var mark = name + "-%05d".formatted(turn);
            var connected = Instant.now();
            try (var socket = new Socket()) {
                socket.setSoTimeout(PATIENCE);
                socket.connect(new InetSocketAddress(program.host(), program.port()), PATIENCE);
                connected = Instant.now();
                if (!file(socket, token, mark)) {
                    cut.add(new Cut(mark, round, connected));
                }
            } catch (ConnectException doorClosed) {
                closed.putIfAbsent(round, Instant.now());
                refused.incrementAndGet();
                return;
            } catch (IOException brokenOff) {
                cut.add(new Cut(mark, round, connected));
            }
        }
    }

    /** Those who were cut, as their phones do; which of them are not filed now. */
    private List<String> askAgain(Town town) throws Exception {
        var token = town.program().logIn(town.residents.code(0));
        var left = new ArrayList<String>();
        for (var one : cut) {
            try (var socket = new Socket(town.program().host(), town.program().port())) {
                socket.setSoTimeout(PATIENCE);
                file(socket, token, one.mark());
            }
            if (!filed.contains(one.mark())) {
                left.add(one.mark());
            }
        }
        return left;
    }

    private boolean file(Socket socket, String token, String mark) throws IOException {
        var body = "{\"description\":\"楼道灯坏了（%s）\",\"place\":{\"gridId\":\"%s\"}}"
                .formatted(mark, Town.GRID)
                .getBytes(StandardCharsets.UTF_8);
        var head =
                "POST /api/v1/tickets HTTP/1.1\r\nHost: huiyin\r\nConnection: close\r\nAuthorization: Bearer %s\r\nIdempotency-Key: key-%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(token, mark, body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        var out = socket.getOutputStream();
        out.write(head);
        out.write(body);
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.startsWith("HTTP/1.1 201")) {
            answered.incrementAndGet();
            filed.add(mark);
        } else if (answer.startsWith("HTTP/1.1 503")) {
            later.incrementAndGet();
        } else if (!answer.isEmpty()) {
            strange.add(mark + " → " + answer);
        }
        return !answer.isEmpty();
    }

    private static java.util.Set<String> done(Town town) throws Exception {
        var done = new java.util.HashSet<String>();
        try (var database = town.ground.connect();
                var rows = database.createStatement()
                        .executeQuery(
                                "SELECT substring(description from '（(.*)）$') FROM ticket WHERE description LIKE '%（t-end-%'")) {
            while (rows.next()) {
                done.add(rows.getString(1));
            }
        }
        return done;
    }
}
