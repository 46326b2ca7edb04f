package cn.huiyin.rehearsal.trial;

import cn.huiyin.contract.Contract;
import cn.huiyin.contract.Contract.Operation;
import cn.huiyin.contract.Spoiling;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as the contract does not have them, each spoilt in a place or two; the same seed makes the same ones. */
final class Mutations {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BODIES = 300;

    private static final List<String> WORDS = List.of(
            "%00",
            "%0d%0aX:%20y",
            "..%2f..%2f",
            "....//",
            "%F0%9F%98%80",
            "'%20OR%201=1--",
            "%25s%25n",
            "x".repeat(3000),
            "-1",
            "0",
            "1e309",
            "99999999999999999999",
            "-9223372036854775809",
            "%C0%80",
            "%ff%fe",
            "%ED%A0%80",
            "null",
            "%E6%B1%89",
            "true",
            "2026-13-45",
            "%",
            "%zz",
            "{}",
            "[]",
            "a;b=c",
            "NaN",
            "%2e%2e",
            "*",
            "\"",
            "%7f");

    private static final List<String> HEADERS = List.of(
            "Idempotency-Key: " + "x".repeat(129),
            "Idempotency-Key: a b",
            "Idempotency-Key: \u0001",
            "Idempotency-Key: ",
            "If-Match: nonsense",
            "If-Match: \"0\", W/\"1\", *",
            "If-Match: \"99999999999999999999\"",
            "If-None-Match: " + "\"".repeat(50),
            "Accept: image/png",
            "Accept: nonsense",
            "Accept: */*;q=x",
            "Range: bytes=5-1",
            "Authorization: Bearer " + "x".repeat(3000),
            "Authorization: Basic Og==",
            "Authorization: nonsense",
            "Accept-Language: " + "x,".repeat(500),
            "traceparent: nonsense",
            "Cookie: " + "a=b;".repeat(500),
            "Host: " + "h".repeat(300),
            "Host: a b",
            "Forwarded: for=\"[::1\";proto=x",
            "X-Forwarded-For: ',\"",
            "X-Forwarded-Port: 99999999999",
            "X-Forwarded-Proto: \\\\",
            "X-Forwarded-Prefix: /%00/..",
            "Content-Encoding: gzip",
            "Expect: 200-maybe",
            "Last-Event-ID: " + "9".repeat(400),
            "Origin: null",
            "X-HTTP-Method-Override: BREW");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/csv",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "*/*",
            "nonsense",
            "application/json;;;",
            "");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "}",
            "nonsense",
            "{\"a\":}",
            "[",
            "null",
            "true",
            "7",
            "\"text\"",
            "[]",
            "[{}]",
            "{} {}",
            "{\"a\":1,\"a\":2}",
            "[".repeat(20_000),
            "{\"a\":".repeat(5000),
            "\u0000",
            "{\"\\u0000\":1}",
            "{\"x\":1e999999999}",
            "{\"x\":" + "9".repeat(5000) + "}",
            "\"" + "\\u0041".repeat(5000) + "\"",
            "{\"x\":\"\\ud800\"}",
            "{\"x\":-0.0e-999999}",
            "\uFEFF{}",
            "[" + "1,".repeat(20_000) + "1]",
            "x".repeat(300_000));

    private final Contract contract = Contract.read();
    private final Spoiling spoiling = new Spoiling(contract);
    private final List<Operation> operations;
    private final Map<String, List<JsonNode>> spoilt = new HashMap<>();
    private final Random chance;

    Mutations(long seed) {
        this.chance = new Random(seed);
        this.operations = contract.operations().stream()
                .filter(operation -> !operation.id().equals("logOut"))
                .toList();
    }

    int operations() {
        return operations.size();
    }

    /** One request, whole, on a connection of its own. */
    byte[] next(int number, String token) {
        var operation = operations.get(number % operations.size());
        var method = chance.nextInt(40) == 0 ? "BREW" : operation.method();
        var headers = new StringBuilder("Host: huiyin\r\nConnection: close\r\n");
        var spoiltHeader = chance.nextInt(4) == 0 ? pick(HEADERS) : "";
        if (!spoiltHeader.startsWith("Authorization")) {
            headers.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (!spoiltHeader.isEmpty()) {
            headers.append(spoiltHeader).append("\r\n");
        }
        var body = operation.method().equals("GET") && chance.nextInt(5) > 0 ? new byte[0] : body(operation);
        if (body.length > 0 || !operation.method().equals("GET")) {
            headers.append("Content-Type: ")
                    .append(chance.nextInt(8) == 0 ? pick(TYPES) : "application/json")
                    .append("\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes("%s %s HTTP/1.1\r\n%s\r\n"
                .formatted(method, "@", headers)
                .replace("@", address(operation))
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private String address(Operation operation) {
        var path = new StringBuilder();
        for (var part : operation.path().split("(?=\\{)|(?<=})")) {
            path.append(part.startsWith("{") ? chance.nextInt(3) == 0 ? pick(WORDS) : "1000" : part);
        }
        var names = contract.parameters(operation, "query").stream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
        if (!names.isEmpty() && chance.nextBoolean()) {
            path.append('?').append(pick(names)).append('=').append(pick(WORDS));
            if (chance.nextInt(4) == 0) {
                path.append('&').append(pick(names)).append('=').append(pick(WORDS));
            }
        }
        return path.toString().replace(" ", "%20");
    }

    private byte[] body(Operation operation) {
        var bodies = spoilt.computeIfAbsent(operation.id(), none -> spoiltBodies(operation));
        if (bodies.isEmpty() || chance.nextInt(4) == 0) {
            return pick(BODIES).getBytes(StandardCharsets.UTF_8);
        }
        var bytes = JSON.writeValueAsBytes(pick(bodies));
        return switch (chance.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, chance.nextInt(bytes.length + 1));
            case 1 -> flipped(bytes);
            default -> bytes;
        };
    }

    /** Some bytes of it are others: broken UTF-8, NULs, lost brackets. */
    private byte[] flipped(byte[] bytes) {
        var flipped = bytes.clone();
        for (int i = 0; i < 1 + bytes.length / 50; i++) {
            flipped[chance.nextInt(flipped.length)] = (byte) chance.nextInt(256);
        }
        return flipped;
    }

    private List<JsonNode> spoiltBodies(Operation operation) {
        var json = contract.resolved(operation.node().path("requestBody"))
                .path("content")
                .path("application/json");
        return json.isMissingNode()
                ? List.of()
                : spoiling.spoilt(json).limit(MOST_BODIES).toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
