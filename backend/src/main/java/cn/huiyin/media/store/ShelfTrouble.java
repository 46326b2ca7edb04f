package cn.huiyin.media.store;

import cn.huiyin.problem.Refusal;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told when a shelf fails. */
final class ShelfTrouble {

    private static final Logger log = LoggerFactory.getLogger(ShelfTrouble.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private ShelfTrouble() {}

    static Throwable told(Throwable trouble) {
        if (trouble instanceof Refusal) {
            return trouble;
        }
        log.error("the media store failed", trouble);
        return trouble instanceof IOException && isFull(String.valueOf(trouble.getMessage())) ? full() : away();
    }

    static Refusal full() {
        return Refusal.of(507, "MEDIA_STORE_FULL", "存储空间已满，暂时无法上传，请稍后再试或先提交文字");
    }

    static Refusal away() {
        return Refusal.unavailable("MEDIA_STORE_AWAY", "照片和语音暂时无法存取，请稍后再试", SOON);
    }

    private static boolean isFull(String message) {
        return message.contains("No space left") || message.contains("quota exceeded") || message.contains("too large");
    }
}
