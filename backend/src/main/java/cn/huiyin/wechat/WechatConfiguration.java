package cn.huiyin.wechat;

import cn.binarywang.wx.miniapp.config.impl.WxMaRedisBetterConfigImpl;
import cn.huiyin.identity.spi.WechatLogin;
import cn.huiyin.messaging.EmployeeBindings;
import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.PlatformTemplates;
import cn.huiyin.safety.spi.ContentChecker;
import io.micrometer.core.instrument.MeterRegistry;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.redis.RedisTemplateWxRedisOps;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpRedisConfigImpl;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Puts the lines to WeChat together: one HTTP client, one token keeper for each app, threads of their own. */
@Configuration(proxyBeanMethods = false)
class WechatConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(WechatConfiguration.class);
    private static final String KEYS = "huiyin:wechat";

    @Bean(destroyMethod = "close")
    CloseableHttpClient wechatHttpClient(WechatSettings settings) {
        settings.doubts().forEach(LOG::warn);
        return WechatHttp.client(settings.limits());
    }

    @Bean
    Alarms wechatAlarms(MeterRegistry meters) {
        return new Alarms(meters);
    }

    @Bean(destroyMethod = "close")
    Workers wechatLoginWorkers(WechatSettings settings) {
        var limits = settings.limits();
        return new Workers("wechat-login", limits.loginThreads(), limits.loginQueue(), limits.wholeLogin());
    }

    @Bean(destroyMethod = "close")
    Workers wechatSendWorkers(WechatSettings settings) {
        var limits = settings.limits();
        return new Workers("wechat-send", limits.sendThreads(), limits.sendQueue(), limits.wholeSend());
    }

    @Bean(destroyMethod = "close")
    Workers wechatCheckWorkers(WechatSettings settings) {
        return new Workers(
                "wechat-check",
                WechatLimits.CHECK_THREADS,
                WechatLimits.CHECK_QUEUE,
                settings.limits().wholeSend());
    }

    @Bean
    ContentChecker wechatContentChecker(WechatLine wechatMiniapp, Workers wechatCheckWorkers, Alarms alarms) {
        return new WechatContentChecker(wechatMiniapp, wechatCheckWorkers, alarms);
    }

    @Bean
    WechatLine wechatMiniapp(
            WechatSettings settings, CloseableHttpClient wechatHttpClient, StringRedisTemplate redis, Alarms alarms) {
        var config = new WxMaRedisBetterConfigImpl(new RedisTemplateWxRedisOps(redis), KEYS + ":miniapp") {
            @Override
            public synchronized void updateAccessToken(String token, int seconds) {
                // WxJava keeps it 200 seconds less; a token with less than that left would be kept for ever.
                super.updateAccessToken(token, Math.max(seconds, 200 + seconds / 2));
            }
        };
        config.setAppid(String.valueOf(settings.miniapp().appId()));
        config.setSecret(String.valueOf(settings.miniapp().secret()));
        config.setApiHostUrl(settings.apiBase());
        config.useStableAccessToken(true);
        var service = new WechatHttp.Miniapp(wechatHttpClient);
        service.setWxMaConfig(config);
        var tokens = new AccessTokens(
                source(service::getAccessToken, config::expireAccessToken),
                config::getAccessTokenLock,
                alarms,
                System::nanoTime);
        return new WechatLine(service, WxType.MiniApp, settings.apiBase(), tokens);
    }

    private static AccessTokens.Source source(Fetch fetch, Runnable forget) {
        return new AccessTokens.Source() {
            @Override
            public @Nullable String get(boolean anew) throws WxErrorException {
                return fetch.get(anew);
            }

            @Override
            public void forget() {
                forget.run();
            }
        };
    }

    /** How WxJava is asked for a token. */
    private interface Fetch {
        @Nullable String get(boolean anew) throws WxErrorException;
    }

    @Bean
    WechatLogin miniappLogin(
            WechatSettings settings, WechatLine wechatMiniapp, Workers wechatLoginWorkers, Alarms alarms) {
        return new MiniappLogin(wechatMiniapp, settings.miniapp(), wechatLoginWorkers, alarms);
    }

    @Bean
    Channel subscribeChannel(
            WechatSettings settings, WechatLine wechatMiniapp, Workers wechatSendWorkers, Alarms alarms) {
        var line = new MessageLine(wechatMiniapp, WechatCall.SUBSCRIBE, wechatSendWorkers, alarms);
        return new SubscribeChannel(line, settings.miniprogramState());
    }

    @Bean
    Channel employeeChannel(
            WechatLine wechatMiniapp, Workers wechatSendWorkers, Alarms alarms, EmployeeBindings bindings) {
        return new EmployeeChannel(
                new MessageLine(wechatMiniapp, WechatCall.EMPLOYEE, wechatSendWorkers, alarms), bindings);
    }

    @Bean
    PlatformTemplates miniappTemplates(WechatLine wechatMiniapp, Workers wechatLoginWorkers, Alarms alarms) {
        return AccountTemplates.ofMiniapp(wechatMiniapp, wechatLoginWorkers, alarms);
    }

    /** The official account, where there is one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${huiyin.wechat.mp.app-id:}'.isBlank()")
    static class OfficialAccount {

        @Bean
        WechatLine wechatOfficialAccount(
                WechatSettings settings,
                CloseableHttpClient wechatHttpClient,
                StringRedisTemplate redis,
                Alarms alarms) {
            var config = new WxMpRedisConfigImpl(new RedisTemplateWxRedisOps(redis), KEYS + ":mp") {
                @Override
                public synchronized void updateAccessToken(String token, int seconds) {
                    super.updateAccessToken(token, Math.max(seconds - 200, Math.max(1, seconds / 2)));
                }
            };
            config.setAppId(String.valueOf(settings.mp().appId()));
            config.setSecret(String.valueOf(settings.mp().secret()));
            config.setHostConfig(new WxMpHostConfig(settings.apiBase(), null, null));
            config.setUseStableAccessToken(true);
            var service = new WechatHttp.OfficialAccount(wechatHttpClient);
            service.setWxMpConfigStorage(config);
            var tokens = new AccessTokens(
                    source(service::getAccessToken, config::expireAccessToken),
                    config::getAccessTokenLock,
                    alarms,
                    System::nanoTime);
            return new WechatLine(service, WxType.MP, settings.apiBase(), tokens);
        }

        @Bean
        Channel templateChannel(
                WechatSettings settings, WechatLine wechatOfficialAccount, Workers wechatSendWorkers, Alarms alarms) {
            var line = new MessageLine(wechatOfficialAccount, WechatCall.TEMPLATE, wechatSendWorkers, alarms);
            return new TemplateChannel(line, String.valueOf(settings.miniapp().appId()));
        }

        @Bean
        CustomerService customerService(
                WechatLine wechatOfficialAccount, Workers wechatSendWorkers, Alarms alarms, ServiceWindows windows) {
            return new CustomerService(
                    new MessageLine(wechatOfficialAccount, WechatCall.CUSTOM, wechatSendWorkers, alarms), windows);
        }

        @Bean
        Channel customerServiceChannel(WechatSettings settings, CustomerService customerService) {
            return new CustomerServiceChannel(
                    customerService, String.valueOf(settings.miniapp().appId()));
        }

        @Bean
        PlatformTemplates officialTemplates(
                WechatLine wechatOfficialAccount, Workers wechatLoginWorkers, Alarms alarms) {
            return AccountTemplates.ofOfficialAccount(wechatOfficialAccount, wechatLoginWorkers, alarms);
        }

        @Bean
        FollowerProfiles followerProfiles(WechatLine wechatOfficialAccount, Workers wechatLoginWorkers, Alarms alarms) {
            return new FollowerProfiles(wechatOfficialAccount, wechatLoginWorkers, alarms);
        }
    }
}
