package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the page is made of, as a browser asks for it. */
@HuiyinTest
class PhonePageTest {

    private final WebTestClient client;

    PhonePageTest(WebTestClient client) {
        this.client = client;
    }

    @Test
    void thePageIsOpenToAllAndRunsOnlyWhatComesFromHere() {
        var page = client.get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'self'")
                                .doesNotContain("unsafe"))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).contains("lang=\"zh-CN\"").doesNotContain("<style").doesNotContain("onclick=");
        client.get().uri("/phone/js/main.js").exchange().expectStatus().isOk();
    }

    @Test
    void itKnowsWhoCanBePlayed() {
        client.get()
                .uri("/rehearsal/people")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.code == 'demo-handler' && @.duty =~ /.*承办人.*/)]")
                .isNotEmpty()
                .jsonPath("$.items[?(@.code == 'demo-resident')].mpOpenid")
                .isEqualTo("mp-demo-resident");
    }

    @Test
    void itShowsTemplatesAndTheMenuAsWechatDoes() {
        client.get()
                .uri("/rehearsal/wechat/templates")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == 'rehearsal-progress')].labels.thing2")
                .isEqualTo("事项");
        client.get()
                .uri("/rehearsal/wechat/menu")
                .exchange()
                .expectBody()
                .jsonPath("$.button[1].key")
                .isEqualTo("PROGRESS");
    }

    @Test
    void whileAResidentWritesTheWordsSuggestWhatItIsAbout() {
        client.get()
                .uri("/api/v1/categories/suggestion?text={text}", "三号楼的路灯不亮了")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.category")
                .isEqualTo("FACILITY.STREET_LIGHT")
                .jsonPath("$.guide")
                .isNotEmpty();
        client.get()
                .uri("/api/v1/categories/suggestion?text={text}", " ")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }
}
