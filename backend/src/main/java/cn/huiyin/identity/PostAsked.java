package cn.huiyin.identity;

import org.jspecify.annotations.Nullable;

/** A post as an administrator writes it; what must be named depends on the {@link Role#reach()}. */
public record PostAsked(
        Role role, @Nullable String placeId, @Nullable String unitId) {}
