package cn.huiyin.media;

import org.jspecify.annotations.Nullable;

/**
 * What another feature may know of a photo or voice.
 *
 * @param type {@code PHOTO} or {@code VOICE}
 * @param contentType such as {@code image/jpeg}, found by content, never by name
 * @param bytes its size as kept
 * @param width in pixels as stored, before orientation; null for voice
 * @param height likewise
 */
public record Attachment(
        MediaId id,
        String type,
        String contentType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height) {}
