package cn.huiyin.rehearsal.wechat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** How often each call may be made in a day of the movable clock; a day begins at midnight in Shanghai. */
final class Quotas {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final int ELSE = 1_000_000;

    private final Map<String, Integer> limits = new HashMap<>(Map.of(
            "/cgi-bin/stable_token", 500_000,
            "/cgi-bin/message/subscribe/send", 10_000_000,
            "/cgi-bin/message/template/send", 100_000));
    private final Map<String, Integer> used = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;

    void limit(String path, int most) {
        limits.put(path, most);
    }

    /** False where the day's calls are used up. */
    boolean use(String path, Instant now) {
        turnTo(now);
        return used.merge(path, 1, Integer::sum) <= limit(path);
    }

    int used(String path, Instant now) {
        turnTo(now);
        return Math.min(used.getOrDefault(path, 0), limit(path));
    }

    int limit(String path) {
        return limits.getOrDefault(path, ELSE);
    }

    private void turnTo(Instant now) {
        var today = LocalDate.ofInstant(now, HERE);
        if (!today.equals(day)) {
            used.clear();
            day = today;
        }
    }
}
