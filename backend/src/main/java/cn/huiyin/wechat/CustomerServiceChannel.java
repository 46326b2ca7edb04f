package cn.huiyin.wechat;

import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import reactor.core.publisher.Mono;

/** The plain sentence as a customer-service message 客服消息, with a link into the mini-program; to whom the window is open. */
final class CustomerServiceChannel implements Channel {

    /** With the link this stays below WeChat's 2048 bytes. */
    private static final int LONGEST = 500;

    private final CustomerService service;
    private final String miniappId;

    CustomerServiceChannel(CustomerService service, String miniappId) {
        this.service = service;
        this.miniappId = miniappId;
    }

    @Override
    public String name() {
        return "CUSTOMER_SERVICE";
    }

    @Override
    public Mono<Outcome> send(Parcel parcel) {
        return service.sayInTheWindow(parcel.address(), text(parcel));
    }

    /** What people wrote must not become a link of theirs. */
    private String text(Parcel parcel) {
        var plain = parcel.sentence().replace('<', '＜').replace('>', '＞').strip();
        var end = Math.min(plain.length(), LONGEST);
        if (end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        var said = end < plain.length() ? plain.substring(0, end) + "…" : plain;
        return said
                + "\n<a data-miniprogram-appid=\"%s\" data-miniprogram-path=\"%s\" href=\"https://mp.weixin.qq.com\">点这里查看</a>"
                        .formatted(miniappId, parcel.page().replace("\"", ""));
    }
}
