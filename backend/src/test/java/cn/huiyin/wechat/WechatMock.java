package cn.huiyin.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;

/** A WeChat that says exactly what a test wants it to say. */
final class WechatMock {

    static final String TOKEN = "/cgi-bin/stable_token";
    static final String LOGIN = "/sns/jscode2session";
    static final String PHONE = "/wxa/business/getuserphonenumber";
    static final String SUBSCRIBE = "/cgi-bin/message/subscribe/send";
    static final String TEMPLATE = "/cgi-bin/message/template/send";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    WechatMock() {
        server.start();
    }

    /** First token-1, then token-2, and so on to token-3. */
    void givesTokens() {
        for (int i = 1; i <= 3; i++) {
            server.stubFor(post(urlPathEqualTo(TOKEN))
                    .inScenario("tokens")
                    .whenScenarioStateIs(i == 1 ? Scenario.STARTED : "given " + (i - 1))
                    .willSetStateTo("given " + i)
                    .willReturn(okJson("{\"access_token\":\"token-%d\",\"expires_in\":7200}".formatted(i))));
        }
        server.stubFor(post(urlPathEqualTo(TOKEN))
                .inScenario("tokens")
                .whenScenarioStateIs("given 3")
                .willReturn(okJson("{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit\"}")));
    }

    void answers(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
    }

    int tokensGiven() {
        return server.findAll(postRequestedFor(urlPathEqualTo(TOKEN))).size();
    }

    WireMockServer server() {
        return server;
    }

    String baseUrl() {
        return server.baseUrl();
    }

    void stop() {
        server.stop();
    }
}
