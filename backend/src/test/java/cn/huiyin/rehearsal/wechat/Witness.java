package cn.huiyin.rehearsal.wechat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells our service what happened at WeChat, as WeChat would, of the people of whom that is wanted: of all in a rehearsal,
 * of nobody in a test that does not ask for it.
 */
final class Witness {

    private final PushLine line;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Set<String> blocking = new HashSet<>();
    /** Two taps in one second are two. */
    private final AtomicLong lastTap = new AtomicLong();

    private volatile boolean ofAll;

    Witness(PushLine line) {
        this.line = line;
    }

    void tellOfAll() {
        ofAll = true;
    }

    void tellOf(String openid) {
        wanted.add(openid);
    }

    /** From now on what is sent to this person is taken and not shown. */
    synchronized void blocks(String openid, boolean blocks) {
        blocking.remove(openid);
        if (blocks) {
            blocking.add(openid);
        }
    }

    void answered(String openid, String template, String answer, Instant now) {
        if (tells(openid)) {
            var tapped = lastTap.updateAndGet(last -> Math.max(last + 1, now.getEpochSecond()));
            line.later(App.MINIAPP, Events.popup(openid, template, answer, tapped), now.getEpochSecond());
        }
    }

    void changed(String openid, String template, Instant now) {
        if (tells(openid)) {
            line.later(
                    App.MINIAPP,
                    Events.changed(openid, template, "reject", now.getEpochSecond()),
                    now.getEpochSecond());
        }
    }

    void sent(SentMessage message) {
        if (!tells(message.openid()) || !message.arrived()) {
            return;
        }
        var now = message.at().getEpochSecond();
        switch (message.channel()) {
            case "SUBSCRIBE" -> line.later(App.MINIAPP, Events.subscribeSent(message, isBlocking(message), now), now);
            case "TEMPLATE" ->
                line.later(App.OFFICIAL_ACCOUNT, Events.templateSent(message, isBlocking(message), now), now);
            default -> {}
        }
    }

    private synchronized boolean isBlocking(SentMessage message) {
        return blocking.contains(message.openid());
    }

    private boolean tells(String openid) {
        return line.isSetUp() && (ofAll || wanted.contains(openid));
    }
}
