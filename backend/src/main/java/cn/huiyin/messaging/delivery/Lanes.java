package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Job;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What one node has in its hands: side by side for different people, one after another for the same person. A lane exists
 * as long as there is something on it. Ends what is under way when it is cancelled.
 */
final class Lanes {

    /** As much as one person may wait for on a lane; the rest would only keep others from being claimed. */
    private static final int LONGEST = 32;

    private final Function<Job, Mono<Void>> deed;
    private final Map<Object, Queue<Job>> lanes = new HashMap<>();
    private final Sinks.Many<Object> opened = Sinks.many().unicast().onBackpressureBuffer();
    private int inHand;
    private long ended;

    /** @param deed what is done with each; it never fails */
    Lanes(Function<Job, Mono<Void>> deed) {
        this.deed = deed;
    }

    /** Runs until it was closed and everything is done. */
    Mono<Void> run() {
        return opened.asFlux().flatMap(this::lane, Integer.MAX_VALUE).then();
    }

    /** False where this person has a long queue already. */
    synchronized boolean take(Job job) {
        Object person = job.recipient() == null ? "row " + job.id() : job.recipient();
        var lane = lanes.get(person);
        if (lane != null && lane.size() >= LONGEST) {
            return false;
        }
        inHand++;
        if (lane != null) {
            lane.add(job);
            return true;
        }
        lanes.put(person, new ArrayDeque<>(List.of(job)));
        opened.emitNext(person, Sinks.EmitFailureHandler.FAIL_FAST);
        return true;
    }

    synchronized void close() {
        opened.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** How many were taken and are not done. */
    synchronized int inHand() {
        return inHand;
    }

    /** How many were done since the beginning. */
    synchronized long ended() {
        return ended;
    }

    private Mono<Void> lane(Object person) {
        return Flux.<Job>generate(next -> {
                    var job = next(person);
                    if (job == null) {
                        next.complete();
                    } else {
                        next.next(job);
                    }
                })
                .concatMap(job -> deed.apply(job).doFinally(end -> done()), 0)
                .then();
    }

    private synchronized @Nullable Job next(Object person) {
        var lane = lanes.get(person);
        var job = lane == null ? null : lane.poll();
        if (job == null) {
            lanes.remove(person);
        }
        return job;
    }

    private synchronized void done() {
        inHand--;
        ended++;
    }
}
