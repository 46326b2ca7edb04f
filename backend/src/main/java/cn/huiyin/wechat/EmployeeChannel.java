package cn.huiyin.wechat;

import cn.huiyin.messaging.EmployeeBindings;
import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import cn.huiyin.messaging.spi.Parcel;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages to an employee 用工消息, for staff who agreed to it; a mini-program's own. WeChat takes the fields as JSON inside
 * a text. Source: 推送用工消息 SendEmployeeRelationMsg.
 */
final class EmployeeChannel implements Channel {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MessageLine line;
    private final EmployeeBindings bindings;

    EmployeeChannel(MessageLine line, EmployeeBindings bindings) {
        this.line = line;
        this.bindings = bindings;
    }

    @Override
    public String name() {
        return "EMPLOYEE";
    }

    @Override
    public Mono<Outcome> send(Parcel parcel) {
        return line.send(message(parcel))
                .flatMap(outcome ->
                        isOver(outcome) ? bindings.ended(parcel.address()).thenReturn(outcome) : Mono.just(outcome));
    }

    private static Map<String, Object> message(Parcel parcel) {
        var message = new LinkedHashMap<String, Object>();
        message.put("template_id", parcel.templateId());
        message.put("page", parcel.page());
        message.put("touser", parcel.address());
        message.put("data", JSON.writeValueAsString(Map.of("data", TemplateData.of(parcel.fields()))));
        return message;
    }

    /** No longer an employee here, or the person takes no more. */
    private static boolean isOver(Outcome outcome) {
        return outcome instanceof Outcome.NextChannel next && next.cause() == Cause.RECIPIENT_OFF;
    }
}
