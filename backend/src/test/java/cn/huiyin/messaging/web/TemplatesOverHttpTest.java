package cn.huiyin.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.delivery.TemplateWatch;
import cn.huiyin.messaging.domain.CatalogueTest;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.wechat.WechatStandIn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we think of our templates, against what the stand-in has. */
@HuiyinTest
class TemplatesOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebTestClient client;
    private final TemplateWatch watch;
    private final WechatStandIn wechat;

    TemplatesOverHttpTest(WebTestClient client, TemplateWatch watch, WechatStandIn wechat) {
        this.client = client;
        this.watch = watch;
        this.wechat = wechat;
    }

    @Test
    void everyTemplateIsAtWechatAsTheCatalogueHasIt() {
        watch.askAll().block();

        var templates = get("demo-admin");
        assertThat(templates.size())
                .isEqualTo(CatalogueTest.theCatalogue().templates().size());
        assertThat(templates
                        .valueStream()
                        .filter(template -> !template.path("channel").asString().equals("EMPLOYEE")))
                .allSatisfy(template -> assertThat(template.path("state").asString())
                        .as(template.toString())
                        .isEqualTo("FINE"));
    }

    @Test
    void aTemplateThatWasChangedAtTheConsoleIsNamed() {
        var fields =
                CatalogueTest.theCatalogue().templates().get("digest").fields().keySet();
        wechat.template("rehearsal-digest", List.of("thing1", "time2", "thing9"));
        try {
            watch.askAll().block();

            assertThat(get("demo-admin")
                            .valueStream()
                            .filter(template -> template.path("key").asString().equals("digest"))
                            .findFirst()
                            .orElseThrow()
                            .path("differences")
                            .toString())
                    .isEqualTo("[\"微信的模板里没有 thing3\",\"微信的模板里多出 thing9\"]");
        } finally {
            wechat.template("rehearsal-digest", fields);
            watch.askAll().block();
        }
    }

    @Test
    void onlyAnAdministratorSeesThem() {
        ask("demo-supervisor").expectStatus().isForbidden();
        ask("demo-resident").expectStatus().isForbidden();
    }

    private JsonNode get(String code) {
        return JSON.readTree(Objects.requireNonNull(ask(code)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()))
                .path("items");
    }

    private ResponseSpec ask(String code) {
        var session = client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", code))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var token = JSON.readTree(Objects.requireNonNull(session)).path("token").asString();
        return client.get()
                .uri("/api/v1/message-templates")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}
