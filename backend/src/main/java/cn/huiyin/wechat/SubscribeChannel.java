package cn.huiyin.wechat;

import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Subscribe messages of the mini-program 订阅消息: one for each grant the person gave. */
final class SubscribeChannel implements Channel {

    private final MessageLine line;
    private final WechatSettings.Edition edition;

    SubscribeChannel(MessageLine line, WechatSettings.Edition edition) {
        this.line = line;
        this.edition = edition;
    }

    @Override
    public String name() {
        return "SUBSCRIBE";
    }

    @Override
    public Mono<Outcome> send(Parcel parcel) {
        return line.send(message(parcel));
    }

    private Map<String, Object> message(Parcel parcel) {
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", parcel.address());
        message.put("template_id", parcel.templateId());
        message.put("page", parcel.page());
        message.put("miniprogram_state", edition.word());
        message.put("lang", "zh_CN");
        message.put("data", TemplateData.of(parcel.fields()));
        return message;
    }
}
