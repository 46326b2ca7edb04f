package cn.huiyin.rehearsal.wechat;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something a person does in the official account.
 *
 * @param type of the message, or {@code event}
 * @param opens how many customer-service messages it allows, and for how long
 * @param fields as WeChat names them
 */
record Saying(String type, Opens opens, Map<String, String> fields) {

    /** What lets the account write back. */
    enum Opens {
        FIVE_IN_TWO_DAYS,
        THREE_IN_A_MINUTE,
        NOTHING
    }

    static Saying text(String words) {
        return new Saying("text", Opens.FIVE_IN_TWO_DAYS, Map.of("Content", words));
    }

    static Saying voice(String recognised) {
        return new Saying(
                "voice",
                Opens.FIVE_IN_TWO_DAYS,
                Map.of("MediaId", "media-voice", "Format", "amr", "Recognition", recognised));
    }

    static Saying picture(String mediaId) {
        return new Saying(
                "image", Opens.FIVE_IN_TWO_DAYS, Map.of("PicUrl", "http://127.0.0.1/none.jpg", "MediaId", mediaId));
    }

    static Saying menu(String key) {
        return event("CLICK", Opens.THREE_IN_A_MINUTE, key);
    }

    static Saying scan(String scene) {
        return event("SCAN", Opens.THREE_IN_A_MINUTE, scene);
    }

    /** @param scene of the code they came by; empty where they found us otherwise */
    static Saying follow(String scene) {
        return event("subscribe", Opens.THREE_IN_A_MINUTE, scene.isEmpty() ? "" : "qrscene_" + scene);
    }

    static Saying unfollow() {
        return event("unsubscribe", Opens.NOTHING, "");
    }

    boolean is(String event) {
        return type.equals("event") && event.equals(fields.get("Event"));
    }

    /** As WeChat writes it; an event has no MsgId. */
    String xml(String openid, long now, String msgId) {
        var all = new LinkedHashMap<String, String>();
        all.put("ToUserName", "gh_rehearsal");
        all.put("FromUserName", openid);
        all.put("MsgType", type);
        all.putAll(fields);
        if (!type.equals("event")) {
            all.put("MsgId", msgId);
        }
        return Events.xml(now, all);
    }

    private static Saying event(String event, Opens opens, String key) {
        return new Saying("event", opens, Map.of("Event", event, "EventKey", key));
    }
}
