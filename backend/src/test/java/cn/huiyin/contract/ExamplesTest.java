package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.contract.Contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Each operation has an example that was really sent and received; {@link Examples} says how they are renewed.
 */
class ExamplesTest {

    private static final String JSON = "application/json";

    /** A number that might be somebody's: those of our invented people begin otherwise. */
    private static final Pattern A_PHONE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");

    private static final Pattern AN_INVENTED_PHONE = Pattern.compile("139000\\d{5}");

    private final Contract contract = Contract.read();

    @Test
    void everyCallHasAnExampleThatFollowsTheContract() {
        Set<String> without = contract.operations().stream()
                .filter(ExamplesTest::speaksJson)
                .filter(operation -> !isGood(operation))
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without)
                .as("run the tests of these calls with -Dcontract.examples=write and look at what was written")
                .isEmpty();
    }

    @Test
    void noExampleIsOfACallThatIsGone() throws IOException {
        Set<String> known = contract.operations().stream()
                .map(operation -> operation.id() + ".json")
                .collect(Collectors.toSet());
        try (var files = Files.list(Examples.FOLDER)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).isSubsetOf(known);
        }
    }

    @Test
    void examplesTellNoSecrets() throws IOException {
        try (var files = Files.list(Examples.FOLDER)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                assertThat(Examples.withoutSecrets(text)).as(file.toString()).isEqualTo(text);
                assertThat(A_PHONE.matcher(text).results().map(match -> match.group()))
                        .as(file.toString())
                        .allMatch(phone -> AN_INVENTED_PHONE.matcher(phone).matches());
            }
        }
    }

    @Test
    void whatOpensADoorIsTakenOutBeforeItIsWritten() {
        assertThat(Examples.withoutSecrets(
                        "{\"token\" : \"" + "Z".repeat(43) + "\", \"url\" : \"/m/1?until=1&sig=ab-c\"}"))
                .doesNotContain("ZZZ")
                .doesNotContain("ab-c");
    }

    static boolean isGood(Operation operation) {
        return Files.exists(Examples.file(operation))
                && faults(operation, Examples.read(operation)).isEmpty();
    }

    /** What of it the contract does not allow, and what is missing. */
    private static List<String> faults(Operation operation, JsonNode example) {
        Contract contract = Contract.read();
        List<String> faults = new ArrayList<>();
        JsonNode asked = contract.resolved(operation.node().path("requestBody"));
        if (asked.path("content").has(JSON)) {
            faults.addAll(faults(asked, example.path("request")));
        }
        JsonNode response = contract.resolved(
                operation.node().path("responses").path(example.path("status").asString("")));
        if (response.path("content").has(JSON)) {
            faults.addAll(faults(response, example.path("response")));
        } else if (response.isMissingNode()) {
            faults.add("no such status");
        }
        return faults;
    }

    private static List<String> faults(JsonNode holder, JsonNode body) {
        if (body.isMissingNode()) {
            return holder.path("required").asBoolean(true) ? List.of("no body") : List.of();
        }
        return Contract.read().faults(holder.at("/content/application~1json/schema"), body);
    }

    private static boolean speaksJson(Operation operation) {
        Contract contract = Contract.read();
        return contract.resolved(operation.node().path("requestBody"))
                        .path("content")
                        .has(JSON)
                || operation.node().path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .anyMatch(response -> contract.resolved(response.getValue())
                                .path("content")
                                .has(JSON));
    }
}
