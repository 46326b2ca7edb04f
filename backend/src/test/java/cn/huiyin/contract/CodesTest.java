package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every word that a program may have to react to is in the document, and none that it never meets. */
class CodesTest {

    private static final Pattern SAID = Pattern.compile(
            "\\b(?:Refusal\\s*\\.\\s*|new\\s+Refusal\\()(?:loginAgain\\(|notYours\\(|unknown\\(|conflict\\(|tooOften\\(|unavailable\\(|of\\(\\s*\\w+\\s*,|\\s*\\w+\\s*,)\\s*\"([A-Z][A-Z0-9_]+)\"");

    private static final Pattern WRITTEN = Pattern.compile("`([A-Z][A-Z0-9_]{3,})`");

    @Test
    void theDocumentExplainsExactlyTheCodesThatTheSourceSays() throws IOException {
        Set<String> said = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                said.addAll(words(SAID, Files.readString(file)));
            }
        }
        Set<String> written = words(WRITTEN, explanations());

        assertThat(written).containsAll(said);
        assertThat(said).containsAll(written);
    }

    /** Where codes are explained: in the answers. */
    private static String explanations() {
        var contract = Contract.read();
        return contract.operations().stream()
                .flatMap(operation -> operation.node().path("responses").valueStream())
                .map(response -> contract.resolved(response).path("description").asString(""))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
