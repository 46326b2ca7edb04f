package cn.huiyin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huiyin.rehearsal.HuiyinTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The client of {@code miniapp-api-docs/client} follows the contract, compiles strictly, and does the whole journey against
 * this service; the code in the guides does too; and the site of documentation is whole. Needs Node; where there is none it says so and is skipped, but not
 * where {@code CI} is {@code true}.
 */
@HuiyinTest
class ClientTest {

    private static final Path DOCS = Path.of("..", "miniapp-api-docs");
    private static final int OLDEST_NODE = 20;

    private final int port;

    ClientTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void theClientKeepsTheContractAndDoesTheJourney() throws Exception {
        assumeThereIsNode();

        assertThat(tested("client")).contains("# fail 0");
    }

    @Test
    void theDocumentationSiteIsBuiltWholeFromTheContractAndTheGuides() throws Exception {
        assumeThereIsNode();

        assertThat(tested("site")).contains("# fail 0");
    }

    private String tested(String folder) throws Exception {
        run(folder, "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
        return run(folder, "npm", "test");
    }

    private static void assumeThereIsNode() throws Exception {
        String found = nodeVersion();
        boolean there =
                found.matches("v\\d+\\..*") && Integer.parseInt(found.substring(1, found.indexOf('.'))) >= OLDEST_NODE;
        String word = "Node %d or newer is needed to test the mini-program client; here is %s"
                .formatted(OLDEST_NODE, found.isEmpty() ? "none" : found);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(word).isTrue();
        }
        if (!there) {
            System.err.println("SKIPPED: " + word);
        }
        assumeTrue(there, word);
    }

    private static String nodeVersion() throws Exception {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            node.waitFor();
            return said.strip();
        } catch (IOException e) {
            return "";
        }
    }

    private String run(String folder, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(DOCS.resolve(folder).toFile())
                .redirectErrorStream(true);
        builder.environment().put("HUIYIN_URL", "http://localhost:" + port);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as("%s%n%s", String.join(" ", List.of(command)), said)
                .isZero();
        return said;
    }
}
