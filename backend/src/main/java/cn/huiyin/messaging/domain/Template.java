package cn.huiyin.messaging.domain;

import java.util.Map;

/**
 * A template of the platform, as we know it.
 *
 * @param key names its id among the settings: {@code huiyin.wechat.templates.<key>}
 * @param channel the channel that sends by it
 * @param title what people see in WeChat
 * @param fields its fields in order, with what each says unless the occasion says otherwise
 */
public record Template(String key, String channel, String title, Map<String, Phrase> fields) {}
