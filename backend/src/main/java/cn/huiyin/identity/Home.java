package cn.huiyin.identity;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives, as far as known.
 *
 * @param room as the resident writes it, such as 3单元502; at most 40 characters
 * @param version grows with each change; whoever decides says which one they saw
 */
public record Home(
        AccountId account,
        String displayName,
        PlaceId building,
        PlacePath path,
        @Nullable String room,
        HomeState state,
        Instant askedAt,
        int version) {}
