package cn.huiyin.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pauses as they count: in order, those that overlap or touch made one, so that no instant counts twice. */
record PauseUnion(List<Pause> pauses) {

    static PauseUnion of(List<Pause> pauses) {
        List<Pause> union = new ArrayList<>();
        pauses.stream().sorted(Comparator.comparing(Pause::from)).forEach(next -> join(union, next));
        return new PauseUnion(union);
    }

    private static void join(List<Pause> union, Pause next) {
        int last = union.size() - 1;
        if (last < 0 || union.get(last).to().isBefore(next.from())) {
            union.add(next);
        } else if (next.to().isAfter(union.get(last).to())) {
            union.set(last, new Pause(union.get(last).from(), next.to()));
        }
    }

    boolean covers(Instant instant) {
        return pauses.stream().anyMatch(pause -> pause.covers(instant));
    }

    /** The first instant by which {@code running} has passed since {@code start} outside all pauses. */
    Instant after(Instant start, Duration running) {
        Instant end = start.plus(running);
        for (Pause pause : pauses) {
            Instant from = pause.from().isBefore(start) ? start : pause.from();
            if (from.isBefore(end) && from.isBefore(pause.to())) {
                end = end.plus(Duration.between(from, pause.to()));
            }
        }
        return end;
    }
}
