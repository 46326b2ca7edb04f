package cn.huiyin.wechat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we meet WeChat ({@code huiyin.wechat.*}).
 *
 * @param apiBaseUrl where WeChat's API answers; another place only in a rehearsal or behind a proxy of our own
 * @param miniapp the mini-program 小程序
 * @param mp the official account 公众号; without one there is no TEMPLATE channel
 * @param miniprogramState which edition of the mini-program a tap on a subscribe message opens
 * @param limits how long and how many at a time
 */
@ConfigurationProperties("huiyin.wechat")
record WechatSettings(
        @DefaultValue("https://api.weixin.qq.com") URI apiBaseUrl,
        @DefaultValue WechatAccount miniapp,
        @DefaultValue WechatAccount mp,
        @DefaultValue("formal") Edition miniprogramState,
        @DefaultValue WechatLimits limits) {

    /** What {@code miniprogram_state} may say. */
    enum Edition {
        DEVELOPER,
        TRIAL,
        FORMAL;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An app of ours at WeChat. Printed, it shows its app-id and nothing else.
     *
     * @param appId from the platform's console, such as {@code wx0000000000000000}
     * @param secret from the platform's console; whoever has it is us
     * @param token signs what WeChat pushes to us
     * @param encodingAesKey seals what WeChat pushes to us, 43 characters
     */
    record WechatAccount(
            @Nullable String appId,
            @Nullable String secret,
            @Nullable String token,
            @Nullable String encodingAesKey) {

        boolean isThere() {
            return appId != null && !appId.isBlank() && secret != null && !secret.isBlank();
        }

        @Override
        public String toString() {
            return "WechatAccount[appId=" + appId + ", secret=***, token=***, encodingAesKey=***]";
        }
    }

    /** Without a trailing slash. */
    String apiBase() {
        var text = apiBaseUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
