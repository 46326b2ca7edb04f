package cn.huiyin.identity;

import cn.huiyin.identity.spi.WechatIdentity;
import cn.huiyin.identity.spi.WechatLogin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows everybody: the code {@code li} is the person {@code openid-of-li}. Only where no stand-in for WeChat is set up. */
@Component
@Primary
@ConditionalOnProperty(name = "huiyin.wechat.api-base-url", havingValue = "none", matchIfMissing = true)
public class CodeIsThePerson implements WechatLogin {

    @Override
    public Mono<WechatIdentity> login(String code) {
        return Mono.just(new WechatIdentity("openid-of-" + code, "unionid-of-" + code));
    }

    /** The code is the number. */
    @Override
    public Mono<String> phoneNumber(String code) {
        return Mono.just(code);
    }
}
