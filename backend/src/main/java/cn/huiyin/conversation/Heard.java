package cn.huiyin.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Something a person said to the official account 公众号.
 *
 * @param mpOpenid who, as the official account knows them
 * @param messageId names this message for ever: the same id is the same message, come again
 * @param means how it was said
 * @param words what was written; for a voice message what WeChat recognised, empty where it did not; for a tap on the
 *     menu its key; for a scan its scene
 * @param mediaId WeChat's id of a voice or picture
 */
public record Heard(
        String mpOpenid,
        String messageId,
        Means means,
        String words,
        @Nullable String mediaId) {

    /** How it was said. */
    public enum Means {
        TEXT,
        VOICE,
        PICTURE,
        MENU,
        SCAN,
        FOLLOW,
        /** A place, a link, a video: nothing we could understand. */
        OTHER
    }
}
