package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.store.Claims;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps as many messages going as the settings allow: claims more as soon as a part of them is done, so that a slow one
 * holds up no other.
 *
 * <p>A person's messages leave one after another. On one node by {@link Lanes}; among nodes by the rule that a call does
 * not begin while another node calls the same person or holds an earlier message of theirs. What remains is the blink of
 * two nodes beginning in the same millisecond; then WeChat itself says 43108 for a subscribe message, and it leaves two
 * seconds later.
 */
@Component
public class Pump {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

    /** Behind a long queue of the same person, or while it stops. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private static final Comparator<Job> IN_TURN =
            Comparator.comparing(Job::dueAt).thenComparing(Job::id);

    private final Claims claims;
    private final Courier courier;
    private final Meters meters;
    private final DeliverySettings settings;
    private final AtomicBoolean stopping = new AtomicBoolean();

    public Pump(Claims claims, Courier courier, Meters meters, DeliverySettings settings) {
        this.claims = claims;
        this.courier = courier;
        this.meters = meters;
        this.settings = settings;
    }

    /** Until nothing is due and nothing is in hand; says how many messages were claimed. */
    public Mono<Integer> untilQuiet() {
        return Mono.defer(() -> {
            var run = new Run();
            return run.lanes.run().and(run.claimer()).then(Mono.fromSupplier(run.claimed::get));
        });
    }

    /** What one claim finds and no more; says how many. */
    public Mono<Integer> once() {
        return Mono.defer(() -> {
            var run = new Run();
            return run.lanes
                    .run()
                    .and(run.claim(settings.atOnce()).doFinally(end -> run.lanes.close()))
                    .then(Mono.fromSupplier(run.claimed::get));
        });
    }

    /** From now on what is claimed and not begun is handed back. */
    public void stopSoon(boolean soon) {
        stopping.set(soon);
    }

    private Mono<Void> deliverOrGiveBack(Job job) {
        var deed = stopping.get()
                ? claims.giveBack(job, Duration.ZERO)
                : courier.deliver(job).timeout(settings.lease());
        return deed.onErrorResume(fault -> letTheLeaseEnd(job, fault));
    }

    /** One message that hangs or fails holds up no other: it comes back by itself when its lease ends. */
    private static Mono<Void> letTheLeaseEnd(Job job, Throwable fault) {
        LOG.warn("message {} comes back when its lease ends: {}", job.id(), fault.toString());
        return Mono.empty();
    }

    /** From the first claim until it is quiet. */
    private final class Run {

        private final Lanes lanes = new Lanes(Pump.this::deliverOrGiveBack);
        private final AtomicInteger claimed = new AtomicInteger();
        private final AtomicLong lookedAt = new AtomicLong();
        private final AtomicLong endedThen = new AtomicLong();
        private final AtomicLong claimedAt = new AtomicLong();
        private final AtomicLong backAgain = new AtomicLong(System.nanoTime());
        private volatile boolean empty;

        /** Looks again at every breath; asks the database only where that makes sense. */
        private Mono<Void> claimer() {
            return Mono.defer(this::look)
                    .repeatWhen(looks -> looks.concatMap(look -> Mono.delay(settings.breath())))
                    .takeUntil(quiet -> quiet)
                    .then()
                    .doFinally(end -> lanes.close());
        }

        /** Whether it is quiet. */
        private Mono<Boolean> look() {
            var inHand = lanes.inHand();
            meters.inHand(inHand);
            if (stopping.get()) {
                return Mono.just(inHand == 0);
            }
            var room = settings.atOnce() - inHand;
            return isWorthAClaim(room) ? claim(room).map(found -> found == 0 && isQuiet()) : Mono.just(false);
        }

        /** Nothing in hand, nothing done since the claim began, and nothing handed back that comes again in a while. */
        private boolean isQuiet() {
            return lanes.inHand() == 0 && lanes.ended() == endedThen.get() && claimedAt.get() - backAgain.get() > 0;
        }

        /** Room for a good part of them; and where nothing was due, that something has been done or time has gone by. */
        private boolean isWorthAClaim(int room) {
            if (room < Math.max(1, settings.atOnce() / 4)) {
                return false;
            }
            var waited = System.nanoTime() - lookedAt.get();
            return !empty
                    || lanes.ended() != endedThen.get()
                            && waited > settings.pollEvery().toNanos() / 20
                    || waited > settings.pollEvery().toNanos();
        }

        private Mono<Integer> claim(int most) {
            return Mono.defer(() -> {
                endedThen.set(lanes.ended());
                claimedAt.set(System.nanoTime());
                return claims.claim(most, settings.lease())
                        .flatMap(this::take)
                        .onErrorResume(this::goOnWithWhatIsInHand);
            });
        }

        /** The calls that are out are not dropped because the database is away for a moment. */
        private Mono<Integer> goOnWithWhatIsInHand(Throwable fault) {
            if (lanes.inHand() == 0) {
                return Mono.error(fault);
            }
            LOG.warn("cannot claim more for now: {}", fault.toString());
            lookedAt.set(System.nanoTime());
            empty = true;
            return Mono.just(0);
        }

        private Mono<Integer> take(List<Job> jobs) {
            lookedAt.set(System.nanoTime());
            empty = jobs.isEmpty();
            claimed.addAndGet(jobs.size());
            return Flux.fromIterable(jobs.stream().sorted(IN_TURN).toList())
                    .filter(job -> !lanes.take(job))
                    .flatMap(tooMany -> claims.giveBack(tooMany, A_WHILE)
                            .doOnSuccess(back -> backAgain.set(System.nanoTime() + A_WHILE.toNanos()))
                            .onErrorResume(fault -> letTheLeaseEnd(tooMany, fault)))
                    .then(Mono.just(jobs.size()));
        }
    }
}
