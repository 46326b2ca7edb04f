package cn.huiyin.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.FieldKind;
import cn.huiyin.messaging.domain.Letter;
import cn.huiyin.ticket.domain.DeadlineKind;
import cn.huiyin.ticket.domain.Stage;
import cn.huiyin.ticket.domain.Tiding;
import cn.huiyin.ticket.store.PolicyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue holds together with the code, with WeChat's limits, and with the page that is made of it. */
class CataloguePageTest {

    private static final String RENEW = "miniapp-api-docs/messages.md is not what the catalogue says; renew it by"
            + " mvn -pl backend test -Dtest=CataloguePageTest -Dhuiyin.renew=true";

    /** The module of visits is not there yet; its messages are. */
    private static final String OF_VISITS = "VISIT_";

    private final CatalogueFile file = CatalogueFile.read();
    private final Catalogue catalogue = file.catalogue();

    @Test
    void thePageIsWhatTheCatalogueSays() throws IOException {
        var page = new CataloguePage(file).text();
        if (Boolean.getBoolean("huiyin.renew")) {
            Files.writeString(CataloguePage.path(), page);
        }

        assertThat(CataloguePage.path()).as(RENEW).exists();
        assertThat(page.equals(Files.readString(CataloguePage.path())))
                .as(RENEW)
                .isTrue();
    }

    @Test
    void everyOccasionSaysWhenItIsSent() {
        assertThat(catalogue.entries().keySet()).isSubsetOf(file.when().keySet());
    }

    @Test
    void everyFactIsKnownAndUsed() {
        assertThat(file.used().keySet()).isSubsetOf(file.facts().keySet());
    }

    @Test
    void everyOccasionThatTheCodeSpeaksOfIsInTheCatalogue() {
        assertThat(spokenOf()).isSubsetOf(catalogue.entries().keySet());
    }

    @Test
    void everyOccasionOfTheCatalogueIsSpokenOf() throws IOException {
        var sources = sources();
        var built = spokenOf();

        assertThat(catalogue.entries().keySet())
                .filteredOn(occasion -> !occasion.startsWith(OF_VISITS))
                .filteredOn(occasion -> !built.contains(occasion))
                .allSatisfy(occasion -> assertThat(sources.contains("\"" + occasion + "\""))
                        .as(occasion + " is said by nobody")
                        .isTrue());
    }

    /** What is one of a few words, or has a length of its own, is never cut. */
    @Test
    void theLongestThatCanStandInAFieldFits() {
        var longest = new HashMap<>(Map.of(
                "no", "HY2611220004299",
                "kind", longest(Arrays.stream(DeadlineKind.values()).map(DeadlineKind::chinese)),
                "stage", longest(Arrays.stream(Stage.values()).map(Stage::chinese)),
                "due", "2026年12月22日 23:59",
                "time", "2026年12月22日 23:59",
                "period", "2026年12月22日~2026年12月28日",
                "count", "99999",
                "brief", "二十个字二十个字二十个字二十个字二十个字"));

        letters()
                .forEach((where, letter) -> letter.fields().forEach((field, phrase) -> {
                    if (!phrase.facts().isEmpty() && longest.keySet().containsAll(phrase.facts())) {
                        assertThat(letter.write(longest, catalogue::word, "").get(field))
                                .as(where + "." + field)
                                .isEqualTo(phrase.say(longest, catalogue::word));
                    }
                }));
    }

    @Test
    void aTimeFieldSaysOneTimeAndNothingElse() {
        letters()
                .forEach((where, letter) -> letter.fields().forEach((field, phrase) -> {
                    if (FieldKind.of(field).isTime()) {
                        assertThat(phrase.say(file.examples(), catalogue::word))
                                .as(where + "." + field)
                                .matches(FieldKind.A_TIME);
                    }
                }));
    }

    /** By where it is said. */
    private Map<String, Letter> letters() {
        var letters = new HashMap<String, Letter>();
        catalogue
                .entries()
                .values()
                .forEach((Entry entry) -> entry.letters()
                        .forEach(letter -> letters.put(entry.occasion() + "." + letter.channel(), letter)));
        return letters;
    }

    /** By the tables of what is said when. */
    private static Set<String> spokenOf() {
        var spoken = Tiding.TABLE.stream().map(Tiding::occasion).collect(Collectors.toCollection(TreeSet::new));
        PolicyDocument.builtIn().reminders().forEach(step -> spoken.add(step.occasion()));
        Stream.of(DigestKind.values()).map(DigestKind::occasion).forEach(spoken::add);
        spoken.add(Catalogue.UNREACHED);
        return spoken;
    }

    private static String sources() throws IOException {
        var root = Path.of("src/main/java");
        try (var files =
                Files.walk(Files.isDirectory(root) ? root : Path.of("backend").resolve(root))) {
            var all = new StringBuilder();
            for (var path :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(path));
            }
            return all.toString();
        }
    }

    private static String longest(Stream<String> words) {
        return words.max(Comparator.comparing(String::length)).orElseThrow();
    }
}
