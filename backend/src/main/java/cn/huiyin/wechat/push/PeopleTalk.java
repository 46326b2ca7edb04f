package cn.huiyin.wechat.push;

import cn.huiyin.conversation.Conversation;
import cn.huiyin.conversation.Heard;
import cn.huiyin.conversation.Heard.Means;
import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.ServiceWindows.Opening;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people write, say, tap and scan in the official account: each is handed to the conversation. */
@Component
class PeopleTalk implements PushListener {

    /**
     * One kind of talk.
     *
     * @param words the field in which it says what was meant
     */
    private record Kind(Means means, String words, Opening opens) {}

    private static final String NO_WORDS = "";

    private static final Map<String, Kind> KINDS = Map.of(
            "text", new Kind(Means.TEXT, "Content", Opening.WROTE),
            "voice", new Kind(Means.VOICE, "Recognition", Opening.WROTE),
            "image", new Kind(Means.PICTURE, NO_WORDS, Opening.WROTE),
            "video", new Kind(Means.OTHER, NO_WORDS, Opening.WROTE),
            "shortvideo", new Kind(Means.OTHER, NO_WORDS, Opening.WROTE),
            "location", new Kind(Means.OTHER, NO_WORDS, Opening.WROTE),
            "link", new Kind(Means.OTHER, NO_WORDS, Opening.WROTE),
            "event:click", new Kind(Means.MENU, "EventKey", Opening.TAPPED),
            "event:scan", new Kind(Means.SCAN, "EventKey", Opening.SCANNED));

    private final Conversation conversation;
    private final ServiceWindows windows;
    private final Meeting meeting;

    PeopleTalk(Conversation conversation, ServiceWindows windows, Meeting meeting) {
        this.conversation = conversation;
        this.windows = windows;
        this.meeting = meeting;
    }

    @Override
    public PushApp app() {
        return PushApp.MP;
    }

    @Override
    public Set<String> kinds() {
        return KINDS.keySet();
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        var kind = Objects.requireNonNull(KINDS.get(pushed.kind()));
        return windows.opened(pushed.sender(), kind.opens())
                .then(meeting.meet(pushed))
                .then(Mono.defer(() -> conversation.hear(heard(kind, pushed))));
    }

    private static Heard heard(Kind kind, Pushed pushed) {
        var media = pushed.field("MediaId");
        return new Heard(
                pushed.sender(),
                pushed.key(),
                kind.means(),
                pushed.field(kind.words()),
                media.isEmpty() ? null : media);
    }
}
