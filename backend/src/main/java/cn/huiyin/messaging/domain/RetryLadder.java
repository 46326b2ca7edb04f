package cn.huiyin.messaging.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait before the next try; after the last rung there is none. */
public record RetryLadder(List<Duration> rungs) {

    public static final RetryLadder USUAL = new RetryLadder(List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2)));

    public RetryLadder {
        rungs = List.copyOf(rungs);
    }

    public Optional<Duration> after(int failures) {
        return failures < rungs.size() ? Optional.of(rungs.get(failures)) : Optional.empty();
    }
}
