package cn.huiyin.identity.spi;

import org.jspecify.annotations.Nullable;

/**
 * A person as the mini-program's platform knows them. The session_key that comes with it stays where it was received.
 *
 * @param openid who this is for this mini-program, always the same
 * @param unionid who this is for all apps of the same owner; only there where the app is bound to the Open Platform
 */
public record WechatIdentity(String openid, @Nullable String unionid) {}
