package cn.huiyin.identity.spi;

import reactor.core.publisher.Mono;

/**
 * Tells who stands behind a code that the mini-program was given.
 *
 * <p>Both calls refuse with a {@code Refusal}: 422 {@code CODE_INVALID} where the platform does not know the code or it
 * was used before, 503 {@code WECHAT_AWAY} where the platform does not answer within the call's own time limit.
 */
public interface WechatLogin {

    /** The person behind a code of {@code wx.login}; a code works once. */
    Mono<WechatIdentity> login(String code);

    /** The phone number behind a code of the button {@code getPhoneNumber}, digits only, without a country code. */
    Mono<String> phoneNumber(String code);
}
