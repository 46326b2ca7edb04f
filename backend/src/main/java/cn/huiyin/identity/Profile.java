package cn.huiyin.identity;

import org.jspecify.annotations.Nullable;

/**
 * What somebody may know about themselves.
 *
 * @param maskedPhone such as 139****0001
 */
public record Profile(
        Caller caller,
        @Nullable String maskedPhone,
        @Nullable Home home) {}
