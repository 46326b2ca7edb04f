package cn.huiyin.rehearsal.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * WeChat's line to us: a push is posted, and posted again where there is no answer in five seconds or none with status
 * 200; three times in all. Each time it is sealed and signed anew.
 */
final class PushLine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TIMES = 3;
    private static final int WAITING = 100_000;
    /** What the platform calls the two apps as senders and receivers. */
    private static final String ORIGINAL_ID = "gh_rehearsal";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(4, 4, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
                var thread = new Thread(task, "wechat-push");
                thread.setDaemon(true);
                return thread;
            });
    private volatile @Nullable URI service;

    /** Where our service answers. */
    void to(URI service) {
        this.service = service;
    }

    boolean isSetUp() {
        return service != null;
    }

    /** Soon, and without anybody waiting for it. */
    void later(App app, String message, long now) {
        try {
            threads.execute(() -> push(app, message, now));
        } catch (RejectedExecutionException closedOrFull) {
            // WeChat drops pushes too
        }
    }

    /** What our service answered, as it stands on the line; null where it never did. */
    @Nullable String push(App app, String message, long now) {
        for (int time = 0; time < TIMES; time++) {
            var answer = once(app, message, now + time * PATIENCE.toSeconds());
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private @Nullable String once(App app, String message, long now) {
        var base = service;
        if (base == null) {
            throw new IllegalStateException("the service has not said where it answers");
        }
        var sealed = sealed(app, message, now);
        var path = app.equals(App.MINIAPP) ? "/wechat/miniapp/push" : "/wechat/mp/push";
        var request = HttpRequest.newBuilder(base.resolve(path + "?" + sealed.query()))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(sealed.body()))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException noAnswer) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The mini-program is set to JSON, the official account to XML. */
    private static Push sealed(App app, String message, long now) {
        var nonce = UUID.randomUUID().toString().substring(0, 10);
        return app.equals(App.MINIAPP)
                ? Push.json(app, ORIGINAL_ID, message, Long.toString(now), nonce)
                : Push.xml(app, ORIGINAL_ID, message, Long.toString(now), nonce);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
