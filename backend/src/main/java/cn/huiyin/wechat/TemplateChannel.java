package cn.huiyin.wechat;

import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Template messages of the official account 模板消息: to followers only; a tap opens the mini-program. The same
 * {@code client_msg_id} to the same person arrives once in ten minutes.
 */
final class TemplateChannel implements Channel {

    private final MessageLine line;
    private final String miniappId;

    TemplateChannel(MessageLine line, String miniappId) {
        this.line = line;
        this.miniappId = miniappId;
    }

    @Override
    public String name() {
        return "TEMPLATE";
    }

    @Override
    public Mono<Outcome> send(Parcel parcel) {
        return line.send(message(parcel));
    }

    private Map<String, Object> message(Parcel parcel) {
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", parcel.address());
        message.put("template_id", parcel.templateId());
        message.put("miniprogram", Map.of("appid", miniappId, "pagepath", parcel.page()));
        message.put("client_msg_id", parcel.clientMsgId());
        message.put("data", TemplateData.of(parcel.fields()));
        return message;
    }
}
