package cn.huiyin.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No key, token or secret and nobody's number lies in the repository. What looks like one and is none has a line and a reason. */
class SecretsTest {

    private static final Path ROOT = Path.of(Files.isDirectory(Path.of("../infra")) ? ".." : ".");
    private static final int LONGEST = 2 << 20;

    private static final Map<String, Pattern> KINDS = kinds();

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY" + "-----"));
        kinds.put("key of a cloud", Pattern.compile("\\b(?:AKIA|LTAI|AKID)[0-9A-Za-z]{12,32}\\b"));
        kinds.put(
                "token",
                Pattern.compile("\\b(?:gh[pousr]_[0-9A-Za-z]{30,}|eyJ[\\w-]{15,}\\.eyJ[\\w-]{15,}\\.[\\w-]{15,})"));
        kinds.put("AppID", Pattern.compile("\\bwx[0-9a-f]{16}\\b"));
        kinds.put(
                "secret",
                Pattern.compile(
                        "(?i)\\b[\\w.-]*(?:secret|password|api-?key)[\\w.-]*\\s*[:=]\\s*[\"']?([0-9a-f]{32})\\b"));
        kinds.put("keyset", Pattern.compile("\"value\"\\s*:\\s*\"[A-Za-z0-9+/]{40,}={0,2}\""));
        // Invented ones begin with 1390000 (or are no numbers at all: 1380013 8000 is everybody's example).
        kinds.put("phone", Pattern.compile("(?<![\\w.])1[3-9]\\d{9}(?![\\w.])"));
        return kinds;
    }

    @Test
    void nothingThatIsTrackedIsASecret() throws Exception {
        List<String> known = Files.readAllLines(ROOT.resolve("backend/security/no-secrets.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .toList();
        List<String> found = new ArrayList<>();
        List<Path> tracked = tracked();
        for (Path file : tracked) {
            String text = textOf(file);
            KINDS.forEach((kind, pattern) -> {
                Matcher match = pattern.matcher(text);
                while (match.find()) {
                    String word = match.group();
                    if (!isInvented(kind, word) && known.stream().noneMatch(word::contains)) {
                        found.add(kind + " in " + ROOT.relativize(file) + ": " + word.substring(0, 6) + "…");
                    }
                }
            });
        }

        assertThat(tracked).hasSizeGreaterThan(1000);
        assertThat(found).isEmpty();
    }

    private static boolean isInvented(String kind, String word) {
        return kind.equals("phone") && word.startsWith("1390000");
    }

    @Test
    void whatWouldBeASecretIsSeen() {
        assertThat(KINDS.get("phone").matcher("call 1381234" + "5678 now").find())
                .isTrue();
        assertThat(KINDS.get("AppID").matcher("app-id: wx0123456789" + "abcdef").find())
                .isTrue();
        assertThat(KINDS.get("secret")
                        .matcher("secret: 0123456789abcdef" + "0123456789abcdef")
                        .find())
                .isTrue();
        assertThat(KINDS.get("private key")
                        .matcher("-----BEGIN RSA PRIVATE " + "KEY-----")
                        .find())
                .isTrue();
    }

    private static List<Path> tracked() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .directory(ROOT.toFile())
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as("git ls-files").isZero();
        return names.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("\0")))
                .filter(name -> !name.isBlank() && !name.endsWith("no-secrets.csv"))
                .map(ROOT::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static String textOf(Path file) throws IOException {
        return Files.size(file) > LONGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
