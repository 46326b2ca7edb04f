package cn.huiyin.rehearsal.wechat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The access tokens given out: each lives 7200 seconds of the movable clock. */
final class IssuedTokens {

    private static final Duration LIFE = Duration.ofSeconds(7200);
    /** How near two forced refreshes may be; nearer, the token stays as it is. */
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);

    private static final int FORCED_A_DAY = 20;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final int REMEMBERED = 1000;

    private final Map<String, Token> current = new HashMap<>();
    private final Map<String, Instant> forcedAt = new HashMap<>();
    private final Map<String, Integer> forcedToday = new HashMap<>();
    private final Deque<String> old = new ArrayDeque<>();
    private boolean outliveLeaps;

    record Token(String appId, String text, Instant until) {
        long secondsLeft(Instant now) {
            return Math.max(0, Duration.between(now, until).toSeconds());
        }
    }

    /** What {@code /cgi-bin/stable_token} does; null where the day's forced refreshes are used up. */
    @Nullable Token stable(String appId, boolean force, Instant now) {
        var token = current.get(appId);
        if (token != null && token.until().isAfter(now)) {
            if (!force || forcedLately(appId, now)) {
                return token;
            }
            if (forcedToday.merge(appId + day(now), 1, Integer::sum) > FORCED_A_DAY) {
                return null;
            }
            forcedAt.put(appId, now);
        }
        return issue(appId, now);
    }

    /** What {@code /cgi-bin/token} does: always a new one, the one before is void. */
    Token issue(String appId, Instant now) {
        var before = current.get(appId);
        if (before != null) {
            old.addLast(before.text());
            if (old.size() > REMEMBERED) {
                old.removeFirst();
            }
        }
        var random = UUID.randomUUID().toString().replace("-", "");
        var token = new Token(appId, "90_" + random + random, now.plus(LIFE));
        current.put(appId, token);
        return token;
    }

    /** From now on what was issued last holds, however far the clock leaps. */
    void outliveLeaps() {
        outliveLeaps = true;
    }

    /** The app that this token speaks for, or what is wrong with it. */
    Object holder(String text, Instant now) {
        for (var token : current.values()) {
            if (token.text().equals(text)) {
                return outliveLeaps || token.until().isAfter(now)
                        ? token.appId()
                        : Reply.no(42001, "access_token expired");
            }
        }
        return old.contains(text)
                ? Reply.no(
                        40001,
                        "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken")
                : text.isEmpty() ? Reply.no(41001, "access_token missing") : Reply.no(40014, "invalid access_token");
    }

    private boolean forcedLately(String appId, Instant now) {
        var last = forcedAt.get(appId);
        return last != null && Duration.between(last, now).compareTo(BETWEEN_FORCED) < 0;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, HERE);
    }
}
