package cn.huiyin.contract;

import cn.huiyin.contract.Contract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions that tests have really sent and answers that they really got, one file for each operation in
 * {@code miniapp-api-docs/examples}. A test run with {@code -Dcontract.examples=write} writes those that are missing or no
 * longer follow the contract, with {@code =renew} all of them; without it nothing is written.
 */
final class Examples {

    static final Path FOLDER = Path.of("..", "miniapp-api-docs", "examples");

    /** Whoever sends it does not want to be an example. */
    static final String NOT_ME = "X-No-Example";

    private static final String WANTED = System.getProperty("contract.examples", "");
    private static final int LONGEST = 30_000;

    /** A token, or a ticket of a stream: 256 random bits. */
    private static final Pattern TOKEN = Pattern.compile("\"[A-Za-z0-9_-]{43}\"");

    private static final Pattern SIGNATURE = Pattern.compile("until=\\d+&sig=[A-Za-z0-9_-]+(&sight=[A-Za-z0-9_.-]+)?");
    private static final String NO_TOKEN = "\"3q2-7w" + "A".repeat(37) + "\"";
    private static final String NO_SIGNATURE = "until=1795311000&sig=q0x1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** An exchange that says much in few words: one with an empty list says little, and so does the answer to a table. */
    private static final Comparator<String> TELLING = Comparator.<String, Boolean>comparing(
                    text -> text.contains("\"items\" : [ ]"))
            .thenComparing(text -> !text.contains("\"request\" : "))
            .thenComparingInt(String::length);

    private static final Map<String, String> BEST = new ConcurrentHashMap<>();

    static {
        if (!WANTED.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(Examples::write));
        }
    }

    private Examples() {}

    /** An exchange that went well; the body of either side may be missing. */
    static void offer(Operation operation, JsonNode asked, int status, JsonNode answered) {
        if (WANTED.isEmpty() || (asked.isMissingNode() && answered.isMissingNode())) {
            return;
        }
        ObjectNode example = JSON.createObjectNode().put("operationId", operation.id());
        if (!asked.isMissingNode()) {
            example.set("request", asked);
        }
        example.put("status", status);
        if (!answered.isMissingNode()) {
            example.set("response", answered);
        }
        String text = withoutSecrets(JSON.writeValueAsString(example));
        if (text.length() <= LONGEST) {
            BEST.merge(operation.id(), text, (one, other) -> TELLING.compare(one, other) <= 0 ? one : other);
        }
    }

    static String withoutSecrets(String text) {
        return SIGNATURE.matcher(TOKEN.matcher(text).replaceAll(NO_TOKEN)).replaceAll(NO_SIGNATURE);
    }

    static Path file(Operation operation) {
        return FOLDER.resolve(operation.id() + ".json");
    }

    static JsonNode read(Operation operation) {
        try {
            return JSON.readTree(Files.readString(file(operation)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write() {
        Contract.read().operations().stream()
                .filter(operation -> BEST.containsKey(operation.id()))
                .filter(operation -> WANTED.equals("renew") || !ExamplesTest.isGood(operation))
                .forEach(operation -> {
                    try {
                        Files.createDirectories(FOLDER);
                        Files.writeString(file(operation), BEST.get(operation.id()) + "\n");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
