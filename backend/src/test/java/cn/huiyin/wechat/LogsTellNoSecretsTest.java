package cn.huiyin.wechat;

import static cn.huiyin.wechat.WechatMock.LOGIN;
import static cn.huiyin.wechat.WechatMock.SUBSCRIBE;
import static cn.huiyin.wechat.WechatMock.TEMPLATE;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** Even with everything else at DEBUG: the levels are those that ship with the product. */
class LogsTellNoSecretsTest {

    private static final String PREFIX = "logging.level.";

    private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Map<String, @Nullable Level> before = new HashMap<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> ear = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            said.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + (event.getThrowableProxy() == null
                            ? ""
                            : event.getThrowableProxy().getMessage()));
        }
    };

    @BeforeEach
    void listenToEverything() throws Exception {
        set(Logger.ROOT_LOGGER_NAME, Level.DEBUG);
        for (var source : new YamlPropertySourceLoader().load("product", new ClassPathResource("application.yaml"))) {
            for (var name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                if (name.startsWith(PREFIX)) {
                    set(name.substring(PREFIX.length()), Level.valueOf(String.valueOf(source.getProperty(name))));
                }
            }
        }
        ear.start();
        root.addAppender(ear);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(ear);
        before.forEach((name, level) -> logs.getLogger(name).setLevel(level));
    }

    @Test
    void noTokenNoSecretNoSessionKeyIsEverLogged() throws Exception {
        var wechat = new WechatMock();
        try (var us = new OurSide(wechat.baseUrl())) {
            wechat.givesTokens();
            wechat.answers(LOGIN, okJson("{\"openid\":\"o-li\",\"session_key\":\"the-session-key\"}"));
            us.login.login("the-login-code").block(OurSide.A_MOMENT);
            for (var answer : List.of(
                    okJson("{\"errcode\":0,\"msgid\":1}"),
                    okJson("{\"errcode\":47003,\"errmsg\":\"no\"}"),
                    okJson("{\"errcode\":40001,\"errmsg\":\"no\"}"),
                    aResponse().withBody("<html>"),
                    aResponse().withStatus(502),
                    aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER))) {
                wechat.answers(SUBSCRIBE, answer);
                wechat.answers(TEMPLATE, answer);
                wechat.answers(LOGIN, answer);
                us.send(us.subscribe);
                us.send(us.template);
                us.login.login("the-login-code").onErrorComplete().block(OurSide.A_MOMENT);
            }

            assertThat(said)
                    .filteredOn(line -> !line.startsWith("wiremock") && !line.startsWith("org.eclipse"))
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(us.secret))
                    .noneMatch(line -> line.contains("token-1") || line.contains("token-2"))
                    .noneMatch(line -> line.contains("the-session-key"))
                    .noneMatch(line -> line.contains("the-login-code"));
        }
        wechat.stop();
    }

    @Test
    void settingsArePrintedWithoutTheirSecrets() {
        var account = new WechatSettings.WechatAccount("wx-app", "the-secret", "the-token", "the-key");

        assertThat(new WechatSettings(
                                URI.create("https://api.weixin.qq.com"),
                                account,
                                account,
                                WechatSettings.Edition.FORMAL,
                                OurSide.QUICK)
                        .toString())
                .contains("wx-app")
                .doesNotContain("the-secret", "the-token", "the-key");
    }

    private void set(String logger, Level level) {
        before.putIfAbsent(logger, logs.getLogger(logger).getLevel());
        logs.getLogger(logger).setLevel(level);
    }
}
