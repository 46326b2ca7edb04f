package cn.huiyin.wechat;

import cn.binarywang.wx.miniapp.api.impl.WxMaServiceHttpComponentsImpl;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.mp.api.impl.WxMpServiceHttpComponentsImpl;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client for all of WeChat. The one that WxJava brings trusts any certificate and waits without end; this one
 * trusts whom the Java runtime trusts, and has a limit for every wait.
 */
final class WechatHttp {

    /** Well before the other side drops it (many servers after 30 s, or 60): in just that moment no look would help. */
    private static final TimeValue IDLE_CONNECTION = TimeValue.ofSeconds(10);
    /** A message on a connection that WeChat has closed meanwhile would be lost in doubt: a look costs a millisecond. */
    private static final TimeValue LOOK_BEFORE_USE = TimeValue.ZERO_MILLISECONDS;

    private WechatHttp() {}

    static CloseableHttpClient client(WechatLimits limits) {
        var response = Timeout.of(limits.response());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(limits.connections())
                .setMaxConnTotal(limits.connections())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(response).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(response)
                        .setValidateAfterInactivity(LOOK_BEFORE_USE)
                        .setTimeToLive(5, TimeUnit.MINUTES)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connection()))
                        .setResponseTimeout(response)
                        .setRedirectsEnabled(false)
                        .build())
                .evictIdleConnections(IDLE_CONNECTION)
                // A message sent twice is worse than one sent later: what to try again is decided by the outbox.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    /** WxJava's mini-program service over our client. */
    static final class Miniapp extends WxMaServiceHttpComponentsImpl {
        private final CloseableHttpClient client;

        Miniapp(CloseableHttpClient client) {
            this.client = client;
        }

        @Override
        public void initHttp() {
            // nothing to build: the client is ours
        }

        @Override
        public CloseableHttpClient getRequestHttpClient() {
            return client;
        }
    }

    /** WxJava's official-account service over our client. */
    static final class OfficialAccount extends WxMpServiceHttpComponentsImpl {
        private final CloseableHttpClient client;

        OfficialAccount(CloseableHttpClient client) {
            this.client = client;
        }

        @Override
        public void initHttp() {
            // nothing to build: the client is ours
        }

        @Override
        public CloseableHttpClient getRequestHttpClient() {
            return client;
        }
    }
}
