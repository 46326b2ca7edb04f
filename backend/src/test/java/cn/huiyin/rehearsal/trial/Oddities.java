package cn.huiyin.rehearsal.trial;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What is hardly HTTP any more: halves, garbage, two lengths at once, headers without an end. */
final class Oddities {

    private static final String GET = "GET /api/v1/places HTTP/1.1\r\nHost: huiyin\r\n";
    private static final String POST =
            "POST /api/v1/tickets HTTP/1.1\r\nHost: huiyin\r\nContent-Type: application/json\r\n";
    private static final String SMUGGLED = "GET /api/v1/me HTTP/1.1\r\nHost: huiyin\r\n\r\n";

    private Oddities() {}

    /**
     * By name: the bytes, and how many answers may come at most.
     *
     * @param token of somebody who may file
     */
    static Map<String, Odd> all(String token) {
        var post = POST + "Authorization: Bearer " + token + "\r\n";
        var all = new LinkedHashMap<String, Odd>();
        all.put("nothing", odd("", 0));
        all.put("half a line", odd("GET /api/v1/pla", 1));
        all.put("half a header", odd(GET + "Accept: applic", 1));
        all.put("half a body", odd(post + "Content-Length: 1000\r\n\r\n{\"descr", 1));
        all.put("garbage", new Odd(garbage(), 1));
        all.put("TLS", new Odd(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}, 1));
        all.put("HTTP/2", odd("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 1));
        all.put("HTTP/0.9", odd("GET /\r\n", 1));
        all.put("HTTP/9.9", odd("GET / HTTP/9.9\r\nHost: huiyin\r\n\r\n", 1));
        all.put("no method", odd(" / HTTP/1.1\r\n\r\n", 1));
        all.put("no host", odd("GET /api/v1/places HTTP/1.1\r\n\r\n", 1));
        all.put("two hosts", odd(GET + "Host: other\r\n\r\n", 1));
        all.put(
                "length and chunks",
                odd(post + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED, 1));
        all.put(
                "chunks and length",
                odd(
                        post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n" + SMUGGLED
                                + "\r\n0\r\n\r\n",
                        1));
        all.put("two lengths", odd(post + "Content-Length: 2\r\nContent-Length: 60\r\n\r\n{}" + SMUGGLED, 1));
        all.put("a signed length", odd(post + "Content-Length: +2\r\n\r\n{}" + SMUGGLED, 1));
        all.put("a negative length", odd(post + "Content-Length: -1\r\n\r\n{}", 1));
        all.put("a huge length", odd(post + "Content-Length: 99999999999999999999\r\n\r\n{}", 1));
        all.put("odd chunks", odd(post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED, 1));
        all.put(
                "chunked twice",
                odd(post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + SMUGGLED, 1));
        all.put(
                "a tab before the coding",
                odd(post + "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n" + SMUGGLED, 1));
        all.put("a blank before the colon", odd(post + "Content-Length : 2\r\n\r\n{}" + SMUGGLED, 1));
        all.put("a huge chunk", odd(post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}", 1));
        all.put("a chunk that is none", odd(post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", 1));
        all.put("a folded header", odd(GET + "X-Long: a\r\n b\r\n\r\n", 1));
        all.put("NUL in a header", odd(GET + "X-Nul: a\0b\r\n\r\n", 1));
        all.put("only line feeds", odd(GET.replace("\r", "") + "\n", 1));
        all.put("a whole address", odd("GET http://elsewhere/api/v1/places HTTP/1.1\r\nHost: huiyin\r\n\r\n", 1));
        all.put("CONNECT", odd("CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere\r\n\r\n", 1));
        all.put("OPTIONS *", odd("OPTIONS * HTTP/1.1\r\nHost: huiyin\r\n\r\n", 1));
        all.put("TRACE", odd("TRACE / HTTP/1.1\r\nHost: huiyin\r\n\r\n", 1));
        all.put("an endless line", odd("GET /" + "x".repeat(1 << 20), 1));
        all.put("an endless header", odd(GET + "X-Long: " + "x".repeat(1 << 20), 1));
        all.put("headers without an end", odd(GET + "X-More: x\r\n".repeat(100_000), 1));
        all.put("an upgrade", odd(GET + "Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\n\r\n", 1));
        all.put("fifty at once", odd((GET + "\r\n").repeat(50), 50));
        all.put("backslashes", odd("GET \\\\api\\v1\\places HTTP/1.1\r\nHost: huiyin\r\n\r\n", 1));
        all.put("dots", odd("GET /api/v1/../../actuator/env HTTP/1.1\r\nHost: huiyin\r\n\r\n", 1));
        all.put(
                "bytes in the address",
                new Odd(
                        "GET /api/v1/places\u00ff\u00fe\u0080 HTTP/1.1\r\nHost: huiyin\r\n\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1),
                        1));
        return all;
    }

    /** @param most so many answers may come */
    record Odd(byte[] bytes, int most) {}

    private static Odd odd(String text, int most) {
        return new Odd(text.getBytes(StandardCharsets.ISO_8859_1), most);
    }

    private static byte[] garbage() {
        var bytes = new byte[4096];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
