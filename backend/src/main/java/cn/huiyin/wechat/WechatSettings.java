package cn.huiyin.wechat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private static final Set<String> OUR_OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What {@code miniprogram_state} may say. */
    enum Edition {
        DEVELOPER,
        TRIAL,
        FORMAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
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

    /** What an operator should know about these settings at the start. */
    List<String> doubts() {
        var doubts = new ArrayList<String>();
        if (!miniapp.isThere()) {
            doubts.add("huiyin.wechat.miniapp.app-id or .secret is not set: nobody can log in through WeChat");
        }
        if (!mp.isThere()) {
            doubts.add("huiyin.wechat.mp.app-id or .secret is not set: no template messages of an official account");
        }
        if ("http".equals(apiBaseUrl.getScheme()) && !OUR_OWN_MACHINE.contains(String.valueOf(apiBaseUrl.getHost()))) {
            doubts.add("huiyin.wechat.api-base-url is not https: secrets and tokens cross the network in the clear");
        }
        return doubts;
    }

    /** Without a trailing slash. */
    String apiBase() {
        var text = apiBaseUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
