package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

@HuiyinTest
class PagesTest {

    private final WebTestClient client;

    PagesTest(WebTestClient client) {
        this.client = client.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
    }

    @Test
    void aBrowserGetsTheClientAsAModule() {
        var shown = client.get()
                .uri("/client/huiyin.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/javascript")
                .expectBody(String.class)
                .returnResult();

        assertThat(shown.getResponseBody()).contains("export class Huiyin");
    }

    @Test
    void aBrowserGetsTheDocumentationWithItsContractGuidesAndRenderer() {
        client.get().uri("/docs").exchange().expectHeader().location("/docs/");
        assertThat(shown("/docs/")).contains("回音开发文档");
        assertThat(shown("/docs/app.js")).contains("openapi.json");
        assertThat(shown("/docs/guides/start.md")).contains("# 开始");
        assertThat(shown("/docs/guides/messages.md")).contains("# 消息目录");
        assertThat(shown("/docs/lib/marked.esm.js")).contains("Marked");
        assertThat(shown("/docs/openapi.json")).startsWith("{\"openapi\":\"3.0");
        assertThat(new JsonMapper()
                        .readTree(shown("/docs/examples.json"))
                        .at("/fileTicket/status")
                        .asInt())
                .isEqualTo(201);
    }

    private String shown(String uri) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void theSiteAndTheRehearsalDrawWithTheSameRenderer() throws IOException {
        String lock = Files.readString(Path.of("..", "miniapp-api-docs", "site", "package-lock.json"));
        var webJar = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/marked/*/package.json")[0];
        String version = new JsonMapper()
                .readTree(webJar.getContentAsByteArray())
                .get("version")
                .asString();

        assertThat(new JsonMapper()
                        .readTree(lock)
                        .at("/packages/node_modules~1marked/version")
                        .asString())
                .isEqualTo(version);
    }

    @Test
    void whatIsNotThereIsSaidAsEverywhere() {
        client.get()
                .uri("/client/nothing.js")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNKNOWN_ADDRESS");
    }
}
