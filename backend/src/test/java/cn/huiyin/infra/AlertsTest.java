package cn.huiyin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of metrics, the alert rules and the runbook speak of the same things. */
class AlertsTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z0-9.]+)[`{][^|]*\\|[^|]*\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+)$");

    private static List<String> names() {
        return Watching.alerts().stream()
                .map(rule -> String.valueOf(rule.get("alert")))
                .toList();
    }

    @Test
    void eachReasonToWorryHasItsAlertAndEachAlertStandsInTheList() {
        var listed = ROW.matcher(InfraFolder.text("README.md")).results().toList();
        assertThat(listed).hasSizeGreaterThan(20);
        assertThat(listed)
                .allSatisfy(row -> assertThat(row.group(2).strip().equals("–"))
                        .as(row.group(1))
                        .isEqualTo(row.group(3).strip().equals("–")));
        var inTheList = listed.stream()
                .flatMap(row -> Arrays.stream(row.group(3).split(",")))
                .map(String::strip)
                .filter(name -> !name.equals("–"))
                .toList();
        assertThat(inTheList).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void eachAlertHasAPlaceInTheRunbook() {
        var headings = HEADING.matcher(InfraFolder.text("runbooks/alerts.md"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(headings).containsExactlyInAnyOrderElementsOf(names());
    }

    /** A sentence that fills in a label which the expression has summed away would say nothing. */
    @Test
    @SuppressWarnings("unchecked")
    void whatASentenceFillsInIsThere() {
        assertThat(Watching.alerts()).allSatisfy(rule -> {
            var asked = Promql.read(String.valueOf(rule.get("expr")));
            var annotations = (Map<String, String>) rule.get("annotations");
            assertThat(Watching.filledIn(annotations.get("description")))
                    .allMatch(label ->
                            asked.grouped().contains(label) || asked.grouped().isEmpty() && label.equals("instance"));
        });
    }

    @Test
    void prometheusItselfTriesTheRules() throws IOException, InterruptedException {
        var there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(there, "promtool is not installed (apt-get install prometheus): the alert rules are not tried");
        }
        for (var command : List.of(
                List.of("promtool", "check", "rules", "alerts.yaml"),
                List.of("promtool", "check", "config", "prometheus.yml"),
                List.of("promtool", "test", "rules", "alerts.test.yaml"))) {
            var run = new ProcessBuilder(command)
                    .directory(InfraFolder.path("observability").toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor()).as(said).isZero();
        }
    }

    @Test
    void anExpressionIsRead() {
        var read = Promql.read(
                "sum by (code) (rate(a_total{code=~\"1|2\", x!=\"}\"}[5m] offset 1d)) / on () max(b) and hour() < 13 or c unless d{e=\"f\"}");
        assertThat(read.asked().keySet()).isEqualTo(new TreeSet<>(List.of("a_total", "b", "c", "d")));
        assertThat(read.asked().get("a_total")).containsExactly("code", "x");
        assertThat(read.asked().get("d")).containsExactly("e");
        assertThat(read.grouped()).containsExactly("code");
        assertThat(Watching.all().stream().map(Watching::where).collect(Collectors.toSet()))
                .hasSizeGreaterThan(40);
    }
}
