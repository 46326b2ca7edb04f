package cn.huiyin.rehearsal.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What WeChat does with photos that were handed in: fetches each by its address a moment later, by the movable clock, and
 * pushes what it found to our service. A photo it cannot fetch is −1008.
 */
public final class MediaChecks {

    static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PUSHED_AT_MOST = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<HandedIn> waiting = new ArrayDeque<>();
    private final List<HandedIn> all = new ArrayList<>();
    private final ConcurrentLinkedQueue<Found> wished = new ConcurrentLinkedQueue<>();
    private final Object answering = new Object();
    private volatile @Nullable URI service;

    /** A photo or voice as it was handed in. */
    public record HandedIn(String traceId, String openid, String url, int type, Instant at) {}

    /** What is to be found in the next one; without a wish it is ordinary. */
    public enum Found {
        PASS("pass", 100),
        REVIEW("review", 20002),
        RISKY("risky", 20002),
        /** Could not be fetched. */
        NOTHING("", 0),
        /** The event gets lost. */
        LOST("", 0);

        private final String suggest;
        private final int label;

        Found(String suggest, int label) {
            this.suggest = suggest;
            this.label = label;
        }
    }

    /** Where our service is: its public name leads there, and pushes go there. */
    void serviceIs(URI address) {
        service = address;
    }

    void wish(Found found) {
        wished.add(found);
    }

    synchronized String handIn(String openid, String url, int type, Instant now) {
        var one = new HandedIn("trace-" + UUID.randomUUID(), openid, url, type, now);
        waiting.add(one);
        all.add(one);
        return one.traceId();
    }

    synchronized List<HandedIn> all() {
        return List.copyOf(all);
    }

    synchronized boolean isIdle() {
        return waiting.isEmpty();
    }

    private synchronized @Nullable HandedIn due(Instant now) {
        var first = waiting.peek();
        return first == null || first.at().plus(A_MOMENT).isAfter(now) ? null : waiting.poll();
    }

    /** Judges what is due by now and pushes it; whoever comes while that lasts waits for its end. */
    void answer(Instant now) throws InterruptedException {
        synchronized (answering) {
            var one = due(now);
            while (one != null) {
                var wish = wished.poll();
                var found = wish != null ? wish : isThere(one) ? Found.PASS : Found.NOTHING;
                if (found != Found.LOST) {
                    push(event(one, found));
                }
                one = due(now);
            }
        }
    }

    private boolean isThere(HandedIn one) throws InterruptedException {
        var address = URI.create(one.url());
        return status(HttpRequest.newBuilder(ours(address.getRawPath() + "?" + address.getRawQuery()))
                        .timeout(PATIENCE)
                        .build())
                == 200;
    }

    private URI ours(String pathAndQuery) {
        var address = service;
        if (address == null) {
            throw new IllegalStateException("nobody said where the service is");
        }
        return address.resolve(pathAndQuery);
    }

    static String event(HandedIn one, Found found) {
        var error = found == Found.NOTHING ? -1008 : 0;
        return JSON.writeValueAsString(JSON.readTree("""
                {"ToUserName":"gh_rehearsal","FromUserName":"the-platform","CreateTime":%d,"MsgType":"event",
                 "Event":"wxa_media_check","appid":"%s","trace_id":"%s","version":2,
                 "errcode":%d,"errmsg":"","detail":[{"strategy":"content_model","errcode":%d,"suggest":"%s","label":%d,"prob":90}],
                 "result":{"suggest":"%s","label":%d}}
                """.formatted(
                        one.at().getEpochSecond(),
                        App.MINIAPP.appId(),
                        one.traceId(),
                        error,
                        error,
                        found.suggest,
                        found.label,
                        found.suggest,
                        found.label)));
    }

    /** Once more where it is not acknowledged, three times in all. */
    private void push(String event) throws InterruptedException {
        for (int time = 0; time < PUSHED_AT_MOST; time++) {
            var push = Push.json(
                    App.MINIAPP,
                    "gh_rehearsal",
                    event,
                    Long.toString(Instant.now().getEpochSecond()),
                    UUID.randomUUID().toString().substring(0, 8));
            if (status(HttpRequest.newBuilder(ours("/wechat/miniapp/push?" + push.query()))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(push.body()))
                            .build())
                    == 200) {
                return;
            }
        }
    }

    /** Once more, as WeChat does though it was acknowledged. */
    void pushAgain(HandedIn one, Found found) throws InterruptedException {
        push(event(one, found));
    }

    private int status(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }
}
