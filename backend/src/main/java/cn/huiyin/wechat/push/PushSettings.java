package cn.huiyin.wechat.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How we take what WeChat pushes ({@code huiyin.wechat.*}).
 *
 * @param miniapp the mini-program; without its token and key its pushes are refused
 * @param mp the official account; likewise
 * @param push limits
 */
@ConfigurationProperties("huiyin.wechat")
record PushSettings(
        @DefaultValue Account miniapp,
        @DefaultValue Account mp,
        @DefaultValue Limits push) {

    /** The two keys of an app's push, as set at the platform's console. Printed, it shows its app-id and nothing else. */
    record Account(
            @Nullable String appId,
            @Nullable String token,
            @Nullable String encodingAesKey) {

        /** Empty where a part is missing or the key is none. */
        Optional<PushSeal> seal() {
            return appId == null || token == null || encodingAesKey == null || token.isBlank()
                    ? Optional.empty()
                    : PushSeal.of(appId, token, encodingAesKey);
        }

        @Override
        public String toString() {
            return "Account[appId=" + appId + ", token=***, encodingAesKey=***]";
        }
    }

    /**
     * Limits ({@code huiyin.wechat.push.*}).
     *
     * @param answerWithin an answer that takes longer is sent afterwards as a customer-service message; WeChat waits 5 s
     * @param holdWithin how long we try to write a push down. Longer than WeChat waits: a broken-off wait is the one
     *     failure after which its documents promise that it comes again
     * @param fresh how far a push's timestamp may be from the time
     * @param largest body
     * @param atOnce pushes in hand at the same time; more are written down, acknowledged and left to the sweep
     * @param sweepEvery how often what was left over is looked for; zero for never, where tests do it
     * @param lease how long one in hand is nobody else's
     * @param ladder waits before the next try; after the last one it is parked
     * @param answersKept how long an answer is kept for a repeat
     * @param kept how long a push is known again
     */
    record Limits(
            @DefaultValue("4s") Duration answerWithin,
            @DefaultValue("5500ms") Duration holdWithin,
            @DefaultValue("5m") Duration fresh,
            @DefaultValue("64KB") DataSize largest,
            @DefaultValue("200") int atOnce,
            @DefaultValue("2s") Duration sweepEvery,
            @DefaultValue("30s") Duration lease,
            @DefaultValue({"2s", "10s", "1m", "5m", "30m"}) List<Duration> ladder,
            @DefaultValue("10m") Duration answersKept,
            @DefaultValue("7d") Duration kept) {

        Limits {
            ladder = List.copyOf(ladder);
            if (lease.compareTo(holdWithin) <= 0 || atOnce < 1) {
                throw new IllegalArgumentException(
                        "huiyin.wechat.push: the lease must be longer than hold-within, " + "at-once at least 1");
            }
        }

        /** The wait before the next try, nothing after the last. */
        Optional<Duration> rung(int failures) {
            return failures < ladder.size() ? Optional.of(ladder.get(failures)) : Optional.empty();
        }
    }

    Account of(PushApp app) {
        return app == PushApp.MINIAPP ? miniapp : mp;
    }

    /** What an operator should know about these settings at the start. */
    List<String> doubts() {
        var doubts = new ArrayList<String>();
        for (var app : PushApp.values()) {
            if (of(app).seal().isEmpty()) {
                doubts.add(
                        "huiyin.wechat.%s.token or .encoding-aes-key (43 characters) is not set: what WeChat pushes to %s is refused"
                                .formatted(app.name().toLowerCase(java.util.Locale.ROOT), app.path()));
            }
        }
        return doubts;
    }
}
