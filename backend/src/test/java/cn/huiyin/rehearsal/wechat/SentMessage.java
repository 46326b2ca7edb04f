package cn.huiyin.rehearsal.wechat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message that the stand-in was asked to send.
 *
 * @param id counts up from 1
 * @param at by the movable clock
 * @param channel SUBSCRIBE, TEMPLATE, CUSTOM, EMPLOYEE, or PASSIVE for what was answered on the line
 * @param template the template's id
 * @param openid to whom
 * @param page where a tap leads
 * @param clientMsgId the caller's own name for it, where the call has one
 * @param fields as they were asked for
 */
public record SentMessage(
        String id,
        Instant at,
        String channel,
        String template,
        String openid,
        String page,
        @Nullable String clientMsgId,
        Map<String, String> fields,
        Result outcome) {

    /**
     * What the caller was told, and what came of it.
     *
     * @param dropped taken, and not shown to anybody: the same {@code client_msg_id} was there before
     */
    public record Result(
            int errcode, String errmsg, @Nullable String msgid, boolean dropped) {}

    /** Shown to the person. */
    public boolean arrived() {
        return outcome.errcode() == 0 && !outcome.dropped();
    }

    long number() {
        return Long.parseLong(id);
    }
}
