package cn.huiyin.wechat.push;

import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks again for a unionid that WeChat did not tell at once. */
@Component
class MeetingLater implements PushListener {

    private final Meeting meeting;

    MeetingLater(Meeting meeting) {
        this.meeting = meeting;
    }

    @Override
    public PushApp app() {
        return PushApp.MP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Meeting.KIND);
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        return meeting.meetNow(pushed.sender()).then(Mono.empty());
    }
}
