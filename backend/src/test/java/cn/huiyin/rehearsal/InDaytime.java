package cn.huiyin.rehearsal;

import cn.huiyin.rehearsal.wechat.WechatStandIn;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * At night nobody is told anything: a test that begins then begins the next morning at nine, whatever the hour outside. And
 * WeChat's access token outlives the leaps of the clock: the first call that meets an old one is told to come back, and no
 * test is about that but those of the token.
 */
final class InDaytime implements BeforeEachCallback {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    @Override
    public void beforeEach(ExtensionContext test) {
        var clock = SpringExtension.getApplicationContext(test).getBean(RehearsalClock.class);
        var now = clock.now().atZone(ZoneId.of("Asia/Shanghai"));
        var time = now.toLocalTime();
        if (time.isBefore(MORNING) || time.isAfter(EVENING)) {
            var day = time.isBefore(MORNING)
                    ? now.toLocalDate()
                    : now.toLocalDate().plusDays(1);
            clock.advance(Duration.between(now, day.atTime(MORNING).atZone(now.getZone())));
        }
        SpringExtension.getApplicationContext(test).getBean(WechatStandIn.class).tokensOutliveLeaps();
    }
}
