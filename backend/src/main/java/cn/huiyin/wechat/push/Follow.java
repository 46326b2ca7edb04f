package cn.huiyin.wechat.push;

import cn.huiyin.conversation.Conversation;
import cn.huiyin.conversation.Heard;
import cn.huiyin.conversation.Heard.Means;
import cn.huiyin.identity.Followers;
import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.ServiceWindows.Opening;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody begins to follow the official account, perhaps by a code with a scene. */
@Component
class Follow implements PushListener {

    private static final String BY_A_CODE = "qrscene_";

    private final Followers followers;
    private final Meeting meeting;
    private final ServiceWindows windows;
    private final Conversation conversation;

    Follow(Followers followers, Meeting meeting, ServiceWindows windows, Conversation conversation) {
        this.followers = followers;
        this.meeting = meeting;
        this.windows = windows;
        this.conversation = conversation;
    }

    @Override
    public PushApp app() {
        return PushApp.MP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("event:subscribe");
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        return followers
                .came(pushed.sender(), null)
                .then(windows.opened(pushed.sender(), Opening.FOLLOWED))
                .then(meeting.meet(pushed))
                .then(Mono.defer(() -> conversation.hear(
                        new Heard(pushed.sender(), pushed.key(), Means.FOLLOW, scene(pushed), null))));
    }

    private static String scene(Pushed pushed) {
        var key = pushed.field("EventKey");
        return key.startsWith(BY_A_CODE) ? key.substring(BY_A_CODE.length()) : key;
    }
}
