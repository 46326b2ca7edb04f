package cn.huiyin.identity.spi;

import reactor.core.publisher.Mono;

/**
 * Tells who stands behind a code that the mini-program was given.
 *
 * <p>Both calls refuse with a {@code Refusal}: where the platform does not know the code or it was used before, a login
 * is 401 {@code LOGIN_CODE_INVALID} and a phone number 422 on the field {@code code}; 403 {@code LOGIN_REFUSED} where the
 * platform does not let the person in; 503 {@code WECHAT_AWAY} where it does not answer in the call's own time limit.
 */
public interface WechatLogin {

    /** The person behind a code of {@code wx.login}; a code works once. */
    Mono<WechatIdentity> login(String code);

    /** The phone number behind a code of the button {@code getPhoneNumber}, digits only, without a country code. */
    Mono<String> phoneNumber(String code);
}
