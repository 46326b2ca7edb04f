package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@HuiyinTest
class PagesTest {

    private final WebTestClient client;

    PagesTest(WebTestClient client) {
        this.client = client;
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
