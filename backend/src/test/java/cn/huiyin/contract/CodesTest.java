package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every word that a program may have to react to is in the document, and none that it never meets: explained where it may
 * come, and once more in the table {@code x-codes}, which says what the page should do.
 */
class CodesTest {

    private static final Pattern SAID = Pattern.compile(
            "\\b(?:Refusal\\s*\\.\\s*|new\\s+Refusal\\()(?:loginAgain\\(|notYours\\(|unknown\\(|conflict\\(|tooOften\\(|unavailable\\(|of\\(\\s*\\w+\\s*,|\\s*\\w+\\s*,)\\s*\"([A-Z][A-Z0-9_]+)\"");

    private static final Pattern WRITTEN = Pattern.compile("`([A-Z][A-Z0-9_]{3,})`");

    /** A line of the table of what every call may answer. */
    private static final Pattern COMMON = Pattern.compile("\\| (\\d\\d\\d) \\| `([A-Z0-9_]+)` \\|");

    /** What the client tells the page to do, in a word. */
    private static final Set<String> ADVICE =
            Set.of("LOG_IN", "GO_BACK", "REFRESH", "FIELDS", "WAIT", "TRY_AGAIN", "REPORT", "FIX_PROGRAM", "SHOW");

    private final Contract contract = Contract.read();
    private final JsonNode table = contract.document().path("x-codes");

    @Test
    void theDocumentExplainsExactlyTheCodesThatTheSourceSays() throws IOException {
        Set<String> said = said();
        Set<String> written = words(WRITTEN, explanations().collect(Collectors.joining("\n")));

        assertThat(written).containsAll(said);
        assertThat(said).containsAll(written);
    }

    @Test
    void theTableSaysOfEachCodeWhatThePageShouldDo() throws IOException {
        assertThat(table.propertyNames())
                .as("x-codes in openapi.yaml: one line for each code, such as"
                        + " NEW_CODE: {status: [409], advice: REFRESH, page: '显示 detail，…'}")
                .containsExactlyInAnyOrderElementsOf(said());
        table.properties().forEach(row -> {
            assertThat(row.getValue().propertyNames()).as(row.getKey()).containsExactly("status", "advice", "page");
            assertThat(row.getValue().path("advice").asString())
                    .as(row.getKey())
                    .isIn(ADVICE);
            assertThat(row.getValue().path("page").asString()).as(row.getKey()).isNotBlank();
        });
    }

    @Test
    void theTableSaysUnderWhichStatusACodeComes() {
        Map<String, Set<String>> explained = statuses();

        table.properties()
                .forEach(row -> assertThat(row.getValue()
                                .path("status")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())
                        .as("status of %s in x-codes", row.getKey())
                        .containsExactlyElementsOf(explained.getOrDefault(row.getKey(), Set.of())));
    }

    @Test
    void theTableIsInTheOrderOfTheAlphabet() {
        assertThat(List.copyOf(table.propertyNames())).isSortedAccordingTo(Comparator.naturalOrder());
    }

    private static Set<String> said() throws IOException {
        Set<String> said = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                said.addAll(words(SAID, Files.readString(file)));
            }
        }
        return said;
    }

    /** Where codes are explained: in the answers. */
    private Stream<String> explanations() {
        return contract.operations().stream()
                .flatMap(operation -> operation.node().path("responses").valueStream())
                .map(response -> contract.resolved(response).path("description").asString(""));
    }

    private Map<String, Set<String>> statuses() {
        Map<String, Set<String>> statuses = new TreeMap<>();
        contract.operations().stream()
                .flatMap(operation -> operation.node().path("responses").properties().stream())
                .filter(response -> !response.getKey().equals("default"))
                .forEach(response -> words(
                                WRITTEN,
                                contract.resolved(response.getValue())
                                        .path("description")
                                        .asString(""))
                        .forEach(code -> statuses.computeIfAbsent(code, first -> new TreeSet<>())
                                .add(response.getKey())));
        COMMON.matcher(contract.document()
                        .at("/components/responses/Common/description")
                        .asString())
                .results()
                .forEach(line -> statuses.computeIfAbsent(line.group(2), first -> new TreeSet<>())
                        .add(line.group(1)));
        return statuses;
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
