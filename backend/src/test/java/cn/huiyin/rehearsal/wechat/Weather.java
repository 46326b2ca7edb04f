package cn.huiyin.rehearsal.wechat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How WeChat does in general, beside single {@link Fault}s: for benches and trials of faults. Only sending is touched.
 *
 * @param delay each answer takes this long
 * @param errors the part of the calls that fail, half of them with errcode −1 and half with a gateway's page of HTML
 * @param hangs the part of the calls that are done, but answered when nobody waits any more
 */
public record Weather(Duration delay, double errors, double hangs) {

    public static final Weather FINE = new Weather(Duration.ZERO, 0, 0);

    static final Duration NOBODY_WAITS_LONGER = Duration.ofSeconds(8);

    private static final int BUSY = -1;
    private static final int BAD_GATEWAY = 502;

    Optional<Fault> over(String path) {
        if (!path.endsWith("/send") || equals(FINE)) {
            return Optional.empty();
        }
        var chance = ThreadLocalRandom.current().nextDouble();
        if (chance < hangs) {
            return Optional.of(new Fault(path, null, null, NOBODY_WAITS_LONGER, 1));
        }
        return Optional.of(
                chance - hangs < errors / 2
                        ? with(path, BUSY, null)
                        : chance - hangs < errors ? with(path, null, BAD_GATEWAY) : with(path, null, null));
    }

    private Fault with(String path, @Nullable Integer errcode, @Nullable Integer status) {
        return new Fault(path, errcode, status, delay.isZero() ? null : delay, 1);
    }
}
