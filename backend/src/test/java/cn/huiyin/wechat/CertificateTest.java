package cn.huiyin.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.problem.Refusal;
import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever claims to be WeChat with a certificate that nobody vouches for learns nothing from us. */
class CertificateTest {

    private final WireMockServer impostor =
            new WireMockServer(options().httpDisabled(true).dynamicHttpsPort());

    @BeforeEach
    void pretend() {
        impostor.start();
        impostor.stubFor(any(anyUrl())
                .willReturn(okJson("{\"access_token\":\"t\",\"expires_in\":7200,\"openid\":\"o\",\"errcode\":0}")));
    }

    @AfterEach
    void stop() {
        impostor.stop();
    }

    @Test
    void nothingIsToldToAnImpostor() throws Exception {
        try (var us = new OurSide("https://localhost:" + impostor.httpsPort())) {
            assertThat(us.send(us.subscribe))
                    .isInstanceOfSatisfying(
                            Outcome.Down.class,
                            again -> assertThat(again.reason()).contains("SSLHandshakeException"));
            assertThat(us.send(us.template)).isInstanceOf(Outcome.Down.class);
            assertThatThrownBy(() -> us.login.login("code").block(OurSide.A_MOMENT))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(503));
        }
        assertThat(impostor.getAllServeEvents()).isEmpty();
    }
}
