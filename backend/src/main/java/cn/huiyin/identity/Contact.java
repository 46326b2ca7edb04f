package cn.huiyin.identity;

import org.jspecify.annotations.Nullable;

/**
 * How somebody can be reached.
 *
 * @param miniappOpenid null for a resident whom staff recorded and who never logged in
 * @param mpOpenid null unless they follow the official account and the two identities have met through the unionid
 */
public record Contact(
        AccountId id,
        String displayName,
        @Nullable String miniappOpenid,
        @Nullable String mpOpenid) {}
