package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A thousand connections that say a byte now and then and never come to an end, while others go on filing. */
final class SlowConnections implements Trial {

    private static final int SLOW = 1000;
    private static final Duration FOR = Duration.ofSeconds(30);
    private static final Duration EACH_BYTE = Duration.ofSeconds(3);

    private static final String HALF_A_HEAD = "GET /api/v1/places HTTP/1.1\r\nHost: huiyin\r\nX-Slow: ";
    private static final String HALF_A_BODY =
            "POST /api/v1/sessions HTTP/1.1\r\nHost: huiyin\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{\"code\":\"";

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        try (var town = new Town(folder, 20)) {
            var program = town.settle();
            var load = new Load(town, 8, Duration.ofMillis(50)).begin();
            Thread.sleep(5000);
            load.since();
            Thread.sleep(10_000);
            var before = load.since();
            var slow = open(program);
            load.since();
            say("%d slow connections stand".formatted(slow.size()));
            drip(slow);
            var during = load.since();
            var held = slow.stream().filter(SlowConnections::isOpen).count();
            close(slow);
            load.end(Duration.ofSeconds(30));
            Kept.judge(town, load, oracle);
            oracle.count("slow connections", SLOW);
            oracle.count("still open after " + FOR.toSeconds() + " s", held);
            oracle.note(
                    "filing before and during, median / p99",
                    "%.0f / %.0f, %.0f / %.0f ms"
                            .formatted(before.at(0.5), before.at(0.99), during.at(0.5), during.at(0.99)));
            oracle.count("filed during", during.count());
            oracle.insist(load.answers("no answer") == 0, "normal callers were left without an answer");
            oracle.insist(
                    during.count() > 0 && during.at(0.5) < Math.max(500, 5 * before.at(0.5)),
                    "normal callers were slowed down");
        }
        return Finding.of(
                "%,d connections that send a byte each %d s for %d s while 8 callers file"
                        .formatted(SLOW, EACH_BYTE.toSeconds(), FOR.toSeconds()),
                oracle);
    }

    /** Half of them never end their headers, half never their body. */
    private static List<Socket> open(Program program) throws IOException {
        var slow = new ArrayList<Socket>();
        for (int number = 0; number < SLOW; number++) {
            var socket = new Socket();
            socket.connect(new InetSocketAddress(program.host(), program.port()), 10_000);
            socket.getOutputStream()
                    .write((number % 2 == 0 ? HALF_A_HEAD : HALF_A_BODY).getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        return slow;
    }

    private static void drip(List<Socket> slow) throws InterruptedException {
        var until = Instant.now().plus(FOR);
        while (Instant.now().isBefore(until)) {
            for (var socket : slow) {
                try {
                    socket.getOutputStream().write('x');
                } catch (IOException wasClosed) {
                    // So much the better.
                }
            }
            Thread.sleep(EACH_BYTE.toMillis());
        }
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException nothingSaid) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static void close(List<Socket> slow) throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }
}
