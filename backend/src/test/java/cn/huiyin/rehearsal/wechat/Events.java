package cn.huiyin.rehearsal.wechat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What WeChat tells of by itself, as it writes it. */
final class Events {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Events() {}

    /** The person answered the mini-program's question. */
    static String popup(String openid, String template, String answer, long now) {
        return subscribe(
                "subscribe_msg_popup_event",
                openid,
                now,
                Map.of("TemplateId", template, "SubscribeStatusString", answer, "PopupScene", "0"));
    }

    /** The person changed their mind in WeChat's settings. */
    static String changed(String openid, String template, String answer, long now) {
        return subscribe(
                "subscribe_msg_change_event",
                openid,
                now,
                Map.of("TemplateId", template, "SubscribeStatusString", answer));
    }

    /** What became of a subscribe message. */
    static String subscribeSent(SentMessage message, boolean blocked, long now) {
        return subscribe(
                "subscribe_msg_sent_event",
                message.openid(),
                now,
                Map.of(
                        "TemplateId",
                        message.template(),
                        "MsgID",
                        String.valueOf(message.outcome().msgid()),
                        "ErrorCode",
                        blocked ? "43101" : "0",
                        "ErrorStatus",
                        blocked ? "user refuse to accept the msg" : "success"));
    }

    /** What became of a template message. */
    static String templateSent(SentMessage message, boolean blocked, long now) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ToUserName", "gh_rehearsal");
        fields.put("FromUserName", message.openid());
        fields.put("MsgType", "event");
        fields.put("Event", "TEMPLATESENDJOBFINISH");
        fields.put("MsgID", String.valueOf(message.outcome().msgid()));
        fields.put("Status", blocked ? "failed:user block" : "success");
        return xml(now, fields);
    }

    static String xml(long now, Map<String, String> fields) {
        var text = new StringBuilder("<xml>");
        fields.forEach((name, value) ->
                text.append("<%1$s><![CDATA[%2$s]]></%1$s>".formatted(name, value.replace("]]>", "]]]]><![CDATA[>"))));
        return text.append("<CreateTime>%d</CreateTime></xml>".formatted(now)).toString();
    }

    private static String subscribe(String event, String openid, long now, Map<String, String> item) {
        var message = new LinkedHashMap<String, Object>();
        message.put("ToUserName", "gh_rehearsal");
        message.put("FromUserName", openid);
        message.put("CreateTime", Long.toString(now));
        message.put("MsgType", "event");
        message.put("Event", event);
        message.put("List", List.of(item));
        return JSON.writeValueAsString(message);
    }
}
