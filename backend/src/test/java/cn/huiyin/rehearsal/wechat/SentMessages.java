package cn.huiyin.rehearsal.wechat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** What was asked to be sent, in order; the latest hundred thousand. */
final class SentMessages {

    static final int KEPT = 100_000;

    private final Deque<SentMessage> messages = new ArrayDeque<>();
    private long last;

    synchronized String nextId() {
        return Long.toString(last + 1);
    }

    synchronized void add(SentMessage message) {
        last = message.number();
        messages.addLast(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
    }

    /** In order, oldest first. */
    synchronized List<SentMessage> find(Predicate<SentMessage> wanted, int most) {
        return messages.stream().filter(wanted).limit(most).toList();
    }
}
