package cn.huiyin.rehearsal.trial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Bytes written into a connection, whatever they are, and what comes back. */
final class RawCall {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
    private static final Pattern ANSWERS = Pattern.compile("(?m)^HTTP/1\\.[01] \\d{3}");
    private static final int ENOUGH = 1 << 20;

    private RawCall() {}

    /**
     * @param status 0 where no answer came
     * @param answers how many answers came on the connection
     * @param closed whether the program closed the connection in time
     */
    record Answer(int status, int answers, boolean closed, String text) {}

    static Answer send(Program program, byte[] bytes, Duration patience) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(program.host(), program.port()), 5000);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException closedMeanwhile) {
                // The answer may lie there all the same.
            }
            return read(socket, patience);
        }
    }

    /** To the end of the connection, or of our patience; of a stream of events only the beginning. */
    private static Answer read(Socket socket, Duration patience) throws IOException {
        var read = new ByteArrayOutputStream();
        var until = Instant.now().plus(patience);
        var closed = false;
        try {
            var buffer = new byte[8192];
            while (read.size() < ENOUGH && !isStream(read)) {
                socket.setSoTimeout(
                        (int) Math.max(1, Duration.between(Instant.now(), until).toMillis()));
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    closed = true;
                    break;
                }
                read.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException waitedLongEnough) {
            // Still open.
        } catch (IOException reset) {
            closed = true;
        }
        return answer(read.toString(StandardCharsets.UTF_8), closed);
    }

    private static boolean isStream(ByteArrayOutputStream read) {
        return read.size() > 0 && read.toString(StandardCharsets.ISO_8859_1).contains("text/event-stream");
    }

    private static Answer answer(String text, boolean closed) {
        var status = STATUS.matcher(text);
        return new Answer(
                status.find() ? Integer.parseInt(status.group(1)) : 0,
                (int) ANSWERS.matcher(text).results().count(),
                closed,
                text);
    }
}
