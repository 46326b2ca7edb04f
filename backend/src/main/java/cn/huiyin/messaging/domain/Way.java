package cn.huiyin.messaging.domain;

import org.jspecify.annotations.Nullable;

/**
 * One way out to a person.
 *
 * @param address the person as the channel knows them: an openid
 * @param templateId the platform's template; empty where the channel has none
 * @param letter how the occasion is put into that template; null where the channel takes the plain sentence
 */
public record Way(
        String channel,
        String address,
        String templateId,
        @Nullable Letter letter) {}
