package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lines of the README's walk-through, run as they stand. */
@HuiyinTest
class WalkThroughTest {

    private static final Path README = Path.of("..", "README.md");

    private final int port;

    WalkThroughTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void theReadmesWalkThroughWorksLineByLine() throws Exception {
        Process walk = walk("set -euo pipefail\n" + walkThrough());
        String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(walk.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(walk.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("Filed as HY")
                .contains("\"stage\":\"ARCHIVED\"")
                .contains("\"valid\":true")
                .contains("\"errcode\":0");
    }

    private static String walkThrough() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf("```bash", readme.indexOf("<!-- walk-through -->")) + "```bash".length();
        return readme.substring(from, readme.indexOf("```", from));
    }

    private Process walk(String script) throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        bash.environment().put("HUIYIN", "http://localhost:" + port);
        return bash.start();
    }
}
