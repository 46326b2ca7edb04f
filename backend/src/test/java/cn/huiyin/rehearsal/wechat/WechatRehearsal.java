package cn.huiyin.rehearsal.wechat;

import cn.huiyin.rehearsal.RehearsalClock;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The stand-in beside the service. Whoever starts the service gives it {@link #settings}; the stand-in then starts with
 * it, on the port named there, with the templates of our own catalogue put in as if at WeChat's console.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("huiyin.rehearsal.wechat.port")
public class WechatRehearsal {

    /**
     * What the service must be told.
     *
     * @param port where the stand-in will answer
     * @param journal where it keeps what WeChat would not forget, or null
     */
    public static Map<String, Object> settings(int port, @Nullable Path journal) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("huiyin.rehearsal.wechat.port", port);
        if (journal != null) {
            settings.put("huiyin.rehearsal.wechat.journal", journal.toString());
            settings.put("huiyin.rehearsal.wechat.events", true);
        }
        settings.put("huiyin.wechat.api-base-url", "http://127.0.0.1:" + port);
        settings.put("huiyin.safety.public-base-url", "https://huiyin.rehearsal");
        app(settings, "huiyin.wechat.miniapp", App.MINIAPP);
        app(settings, "huiyin.wechat.mp", App.OFFICIAL_ACCOUNT);
        CatalogueTemplates.fields()
                .keySet()
                .forEach(key -> settings.put("huiyin.wechat.templates." + key, CatalogueTemplates.id(key)));
        return settings;
    }

    private static void app(Map<String, Object> settings, String prefix, App app) {
        settings.put(prefix + ".app-id", app.appId());
        settings.put(prefix + ".secret", app.secret());
        settings.put(prefix + ".token", app.token());
        settings.put(prefix + ".encoding-aes-key", app.encodingAesKey());
    }

    /** The name of the service leads to this machine. In a rehearsal WeChat then tells of all that happens there. */
    @Bean
    ApplicationListener<WebServerInitializedEvent> wechatFindsTheService(
            WechatStandIn standIn, @Value("${huiyin.rehearsal.wechat.events:false}") boolean events) {
        return started -> {
            standIn.serviceIs(
                    URI.create("http://127.0.0.1:" + started.getWebServer().getPort()));
            if (events) {
                standIn.tellOfAll();
            }
        };
    }

    @Bean(destroyMethod = "close")
    WechatStandIn wechatStandIn(
            @Value("${huiyin.rehearsal.wechat.port}") int port,
            @Value("${huiyin.rehearsal.wechat.journal:}") String journal,
            RehearsalClock clock) {
        var standIn = WechatStandIn.start(port, clock::now, journal.isEmpty() ? null : Path.of(journal));
        CatalogueTemplates.fields().forEach((key, fields) -> standIn.template(CatalogueTemplates.id(key), fields));
        return standIn;
    }
}
