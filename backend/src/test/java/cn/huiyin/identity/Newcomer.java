package cn.huiyin.identity;

import cn.huiyin.community.PlacePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody invented, for {@link Settling}.
 *
 * @param openid in the mini-program; what the stand-in for WeChat answers to their login code
 * @param unionid ties the two openids together; null for somebody the official account cannot reach
 * @param mpOpenid in the official account; null for somebody who does not follow it
 * @param home a building, confirmed; null for none
 */
public record Newcomer(
        String openid,
        @Nullable String unionid,
        @Nullable String mpOpenid,
        String name,
        @Nullable String phone,
        List<Post> posts,
        @Nullable PlacePath home,
        @Nullable String room) {}
