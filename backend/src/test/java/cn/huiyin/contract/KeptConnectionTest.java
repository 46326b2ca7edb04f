package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Browsers and nginx ask again on the connection they have. */
@HuiyinTest
class KeptConnectionTest {

    private static final int PATIENCE = 10_000;

    @LocalServerPort
    private int port;

    @RepeatedTest(5)
    void aConnectionGoesOnAfterAnAnswerThatWasReadyAtOnce() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);

            // The second waits behind the first, which takes a moment, and is then answered at once.
            ask(socket, "/rehearsal/clock", "/phone/nothing");
            assertThat(status(socket)).isEqualTo(200);
            assertThat(status(socket)).isEqualTo(404);
            ask(socket, "/rehearsal/clock", "/actuator/health/liveness");
            assertThat(status(socket)).isEqualTo(200);
            assertThat(status(socket)).isEqualTo(200);
            ask(socket, "/rehearsal/clock", "/rehearsal/wechat/faults");
            assertThat(status(socket)).isEqualTo(200);
            assertThat(status(socket)).isEqualTo(200);
            ask(socket, "/rehearsal/clock");
            assertThat(status(socket)).isEqualTo(200);
        }
    }

    private static void ask(Socket socket, String... paths) throws IOException {
        var all = new StringBuilder();
        for (var path : paths) {
            all.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");
        }
        socket.getOutputStream().write(all.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one answer to its end. */
    private static int status(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) one(in));
        }
        var length = head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
        return Integer.parseInt(head.substring(9, 12));
    }

    private static int one(InputStream in) throws IOException {
        int read = in.read();
        assertThat(read).as("the connection is kept").isNotNegative();
        return read;
    }
}
