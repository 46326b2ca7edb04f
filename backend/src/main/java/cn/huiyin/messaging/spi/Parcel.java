package cn.huiyin.messaging.spi;

import java.util.Map;

/**
 * One message, ready to be handed over.
 *
 * @param clientMsgId the same for every try of this message, at most 32 characters; a platform that can tells doubles by it
 * @param address the person as this channel knows them: an openid
 * @param templateId the platform's template; empty where the channel has none
 * @param page where a tap leads in the mini-program, such as {@code pages/ticket/show?no=HY2026112200042}
 * @param fields the template's fields by name, in order, already cut to their limits
 * @param sentence the same in plain words, for channels without fields
 */
public record Parcel(
        String clientMsgId,
        String address,
        String templateId,
        String page,
        Map<String, String> fields,
        String sentence) {}
