package cn.huiyin.wechat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** WeChat did not do as asked. What matters is whether it may have done it nevertheless. */
abstract sealed class WechatTrouble extends RuntimeException {

    private WechatTrouble(String message) {
        super(message, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** It said no: {@code {"errcode":…,"errmsg":…}}. */
    static final class Refused extends WechatTrouble {
        private final int code;

        Refused(int code, @Nullable String message) {
            super(message == null ? "" : message);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** It was never asked: no connection, no token, no certificate that anybody vouches for. */
    static final class NotAsked extends WechatTrouble {
        private final @Nullable Duration after;

        NotAsked(String reason, @Nullable Duration after) {
            super(reason);
            this.after = after;
        }

        /** When another try makes sense, where that is known. */
        @Nullable Duration after() {
            return after;
        }
    }

    /** Something before WeChat answered in its place, such as a gateway with a page of HTML. */
    static final class NotWechat extends WechatTrouble {
        NotWechat(String reason) {
            super(reason);
        }
    }

    /** It was asked, and nobody knows what it did: no answer in time, an empty one, a connection cut. */
    static final class NoAnswer extends WechatTrouble {
        NoAnswer(String reason) {
            super(reason);
        }
    }
}
