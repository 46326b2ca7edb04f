package cn.huiyin.wechat;

import cn.huiyin.identity.spi.WechatLogin;
import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import cn.huiyin.messaging.spi.PlatformTemplates;
import cn.huiyin.rehearsal.TestServers;
import cn.huiyin.rehearsal.wechat.App;
import cn.huiyin.rehearsal.wechat.WechatStandIn;
import cn.huiyin.safety.spi.ContentChecker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Our side of the line, put together as in the product, with a real Redis; each has an app of its own. */
public final class OurSide implements AutoCloseable {

    static final Duration A_MOMENT = Duration.ofSeconds(30);
    static final WechatLimits QUICK = new WechatLimits(
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            Duration.ofSeconds(25),
            4,
            4,
            200,
            500);

    final String appId;
    final String secret;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Channel subscribe;
    final Channel template;
    final WechatLogin login;
    final ContentChecker checker;
    final PlatformTemplates miniappTemplates;
    final PlatformTemplates officialTemplates;

    private final CloseableHttpClient http;
    private final Workers logins;
    private final Workers sends;
    private final Workers checks;
    private final WechatLine mp;
    private final LettuceConnectionFactory redis;

    OurSide(String base) {
        this(base, QUICK);
    }

    OurSide(String base, WechatLimits limits) {
        this(
                base,
                limits,
                "wx" + UUID.randomUUID().toString().substring(0, 16).replace("-", "0"),
                "the-secret-" + UUID.randomUUID());
    }

    /** As an official account that this stand-in gets to know; nobody else has its tokens. */
    public static OurSide at(WechatStandIn wechat) {
        var ours = new OurSide(wechat.baseUrl());
        wechat.app(new App(ours.appId, ours.secret, "no-token", "no-key"));
        return ours;
    }

    private OurSide(String base, WechatLimits limits, String appId, String secret) {
        this.appId = appId;
        this.secret = secret;
        var account = new WechatSettings.WechatAccount(appId, secret, null, null);
        var settings = new WechatSettings(URI.create(base), account, account, WechatSettings.Edition.TRIAL, limits);
        redis = new LettuceConnectionFactory("127.0.0.1", TestServers.redis().port());
        redis.afterPropertiesSet();
        redis.start();
        var template = new StringRedisTemplate(redis);
        var product = new WechatConfiguration();
        var official = new WechatConfiguration.OfficialAccount();
        var alarms = product.wechatAlarms(meters);
        http = product.wechatHttpClient(settings);
        logins = product.wechatLoginWorkers(settings);
        sends = product.wechatSendWorkers(settings);
        checks = product.wechatCheckWorkers(settings);
        var miniapp = product.wechatMiniapp(settings, http, template, alarms);
        login = product.miniappLogin(settings, miniapp, logins, alarms);
        checker = product.wechatContentChecker(miniapp, checks, alarms);
        subscribe = product.subscribeChannel(settings, miniapp, sends, alarms);
        mp = official.wechatOfficialAccount(settings, http, template, alarms);
        this.template = official.templateChannel(settings, mp, sends, alarms);
        miniappTemplates = product.miniappTemplates(miniapp, logins, alarms);
        officialTemplates = official.officialTemplates(mp, logins, alarms);
    }

    public CustomerService customerService(ServiceWindows windows) {
        return new WechatConfiguration.OfficialAccount().customerService(mp, sends, new Alarms(meters), windows);
    }

    static Parcel aParcel() {
        return new Parcel(
                "m-1", "o-li", "tmpl-received", "pages/ticket/show?no=HY1", Map.of("thing1", "路灯不亮"), "路灯收到了");
    }

    Outcome send(Channel channel) {
        return channel.send(aParcel()).block(A_MOMENT);
    }

    double alarms() {
        return meters.find("huiyin.wechat.alarms").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() throws Exception {
        http.close();
        logins.close();
        sends.close();
        checks.close();
        redis.destroy();
    }
}
