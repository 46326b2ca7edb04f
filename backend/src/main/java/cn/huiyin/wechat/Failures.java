package cn.huiyin.wechat;

import cn.huiyin.wechat.WechatTrouble.NoAnswer;
import cn.huiyin.wechat.WechatTrouble.NotAsked;
import cn.huiyin.wechat.WechatTrouble.NotWechat;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpResponseException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What a failure of the network says about whether WeChat was asked. */
final class Failures {

    /** These happen before the first byte of a question is sent. */
    private static final List<Class<? extends IOException>> BEFORE_ASKING = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            ConnectionRequestTimeoutException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    /** With these a gateway says that it asked and gave up waiting. */
    private static final Set<Integer> GAVE_UP_WAITING = Set.of(408, 504);

    private Failures() {}

    static WechatTrouble of(IOException e) {
        if (e instanceof HttpResponseException page) {
            return page(page.getStatusCode());
        }
        return BEFORE_ASKING.stream().anyMatch(kind -> kind.isInstance(e))
                ? new NotAsked("连不上微信：" + name(e), null)
                : new NoAnswer("微信没有回答：" + name(e));
    }

    private static WechatTrouble page(int status) {
        var reason = "微信前面的网关回答了 HTTP " + status;
        return GAVE_UP_WAITING.contains(status) ? new NoAnswer(reason) : new NotWechat(reason);
    }

    /** The kind of a failure without its message, which may quote an address with a token in it. */
    static String name(Throwable e) {
        var cause = e.getCause();
        return cause == null ? e.getClass().getSimpleName() : cause.getClass().getSimpleName();
    }
}
