package cn.huiyin.rehearsal.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Promises messages to a {@link Crowd} about real tickets, a whole heap of them at once or a few, and watches them leave. */
final class Heap {

    private final Ground ground;
    private final Crowd crowd;
    private final List<String> tickets;
    private final AtomicInteger numbers = new AtomicInteger();
    private @Nullable Connection promising;

    Heap(Ground ground, Crowd crowd, List<String> tickets) {
        this.ground = ground;
        this.crowd = crowd;
        this.tickets = tickets;
    }

    /** How many were promised so far; the number of the next. */
    int promised() {
        return numbers.get();
    }

    void promise(int count) throws SQLException {
        var from = numbers.getAndAdd(count);
        for (int at = from; at < from + count; at += 1000) {
            Promise.append(
                    connection(),
                    IntStream.range(at, Math.min(at + 1000, from + count))
                            .mapToObj(n -> new Promise(
                                    n,
                                    crowd.account(n % crowd.people()),
                                    tickets.get(n % tickets.size()),
                                    n / crowd.people() % 2 == 1))
                            .toList());
        }
    }

    /** One for all promises, as the program's own pool has them open. */
    private Connection connection() throws SQLException {
        var open = promising;
        if (open == null) {
            open = ground.connect();
            promising = open;
        }
        return open;
    }

    long sent() {
        return Long.parseLong(
                ground.ask("SELECT count(*) FROM outbox WHERE state = 'SENT' AND dedup_key LIKE 'trial/%'"));
    }

    /** How many had left after so many nanoseconds. */
    record Sample(long nanos, long left) {}

    /**
     * So many are due at once; counted twice a second until all have left.
     *
     * @param meanwhile is done at each count
     */
    List<Sample> leave(int size, Runnable meanwhile) throws SQLException, InterruptedException {
        var begun = sent();
        promise(size);
        var samples = new ArrayList<Sample>();
        var start = System.nanoTime();
        long left = 0;
        while (left < size) {
            samples.add(new Sample(System.nanoTime() - start, left));
            meanwhile.run();
            Thread.sleep(500);
            left = sent() - begun;
        }
        samples.add(new Sample(System.nanoTime() - start, size));
        return samples;
    }

    /** Messages a second, from a tenth to nine tenths of them. */
    static double rate(List<Sample> samples, int size) {
        var from = first(samples, size / 10);
        var to = first(samples, size * 9 / 10);
        return to == from ? size / (to.nanos() / 1e9) : (to.left() - from.left()) / ((to.nanos() - from.nanos()) / 1e9);
    }

    private static Sample first(List<Sample> samples, int left) {
        return samples.stream()
                .filter(sample -> sample.left() >= left)
                .findFirst()
                .orElseThrow();
    }
}
