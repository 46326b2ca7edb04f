package cn.huiyin.together;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionContextManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Puts the questions of many to the database in one statement. Nobody waits for company: the first question goes at once,
 * and what is asked while as many statements are under way as may be at once goes with the next one. So a quiet house
 * answers as quickly as before, a busy one with a hundredth of the round trips, and neither with more than a few
 * connections.
 *
 * <p>Within a transaction a question goes alone and at once, on the transaction's own connection: it is to see what was
 * done there, and whoever holds a connection must not wait for another.
 *
 * <p>A statement that fails for what is in it is asked again one question at a time, so that a bad one spoils only its
 * own answer; where the database is away each of them hears so, and whoever waited long for it. Whoever stops waiting before the statement begins is left
 * out of it. Nothing here has to be started or stopped. How many were asked together is measured
 * ({@code huiyin.together.size}).
 */
public final class Together<Q, A> {

    /** The database gives up after ten seconds; this is for an answer that never comes, as when a network is cut. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    /**
     * Where the database turns out to be away only after so long, whoever waited meanwhile hears it too and does not wait as long
     * again for the next statement. Longer than the database lets a statement wait for a lock, which says nothing of others.
     */
    private static final Duration LATE = Duration.ofSeconds(6);

    private final String name;
    private final int most;
    private final int room;
    private final int abreast;
    private final Statement<Q, A> statement;
    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param name what the measure calls it
     * @param most questions in one statement
     * @param room questions that may wait; more are refused with {@link TooMany}
     * @param abreast statements under way at once
     */
    public Together(String name, int most, int room, int abreast, Statement<Q, A> statement) {
        this.name = name;
        this.most = most;
        this.room = room;
        this.abreast = abreast;
        this.statement = statement;
    }

    /** As many as suit most statements: a hundred at once, ten thousand waiting, one statement after the other. */
    public static <Q, A> Together<Q, A> of(String name, Statement<Q, A> statement) {
        return new Together<>(name, 100, 10_000, 1, statement);
    }

    /** The same with a statement for every two processors, since those who asked go on by the thread that answered. */
    public static <Q, A> Together<Q, A> abreast(String name, Statement<Q, A> statement) {
        int abreast = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new Together<>(name, 100, 10_000, abreast, statement);
    }

    /** The answer to this one, whoever else was asking. */
    public Mono<A> ask(Q question) {
        return TransactionContextManager.currentContext()
                .map(within -> true)
                .onErrorReturn(NoTransactionException.class, false)
                .flatMap(within -> within ? alone(question) : withOthers(question));
    }

    private Mono<A> alone(Q question) {
        return statement.ask(List.of(question)).map(answers -> answers.get(0));
    }

    private Mono<A> withOthers(Q question) {
        return Mono.create(sink -> {
            if (count.incrementAndGet() > room) {
                count.decrementAndGet();
                sink.error(new TooMany(name));
                return;
            }
            var asked = new Asked<Q, A>(question, sink);
            sink.onCancel(asked::leave);
            waiting.add(asked);
            goOn();
        });
    }

    /** Asks what waits, unless enough statements are under way; each of them goes on by itself when it ends. */
    private void goOn() {
        while (!waiting.isEmpty() && begins()) {
            var batch = take();
            if (batch.isEmpty()) {
                underWay.decrementAndGet();
            } else {
                put(batch);
            }
        }
    }

    private boolean begins() {
        return underWay.getAndUpdate(now -> Math.min(now + 1, abreast)) < abreast;
    }

    private List<Asked<Q, A>> take() {
        var batch = new ArrayList<Asked<Q, A>>();
        while (batch.size() < most) {
            var next = waiting.poll();
            if (next == null) {
                return batch;
            }
            count.decrementAndGet();
            if (!next.left) {
                batch.add(next);
            }
        }
        return batch;
    }

    private void put(List<Asked<Q, A>> batch) {
        Metrics.summary("huiyin.together.size", "name", name).record(batch.size());
        answered(batch)
                .doFinally(end -> {
                    underWay.decrementAndGet();
                    goOn();
                })
                .subscribe();
    }

    /** Never fails: whatever goes wrong is told to those who asked. */
    private Mono<Void> answered(List<Asked<Q, A>> batch) {
        return Mono.defer(() -> {
            var begun = now();
            return statement
                    .ask(batch.stream().map(Asked::question).toList())
                    .timeout(LONGEST)
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException(name + " answered nothing")))
                    .doOnNext(answers -> tell(batch, answers))
                    .then()
                    .onErrorResume(fault -> failed(batch, fault, now().minus(begun)));
        });
    }

    private Mono<Void> failed(List<Asked<Q, A>> batch, Throwable fault, Duration after) {
        if (batch.size() > 1 && isOfOneOfThem(fault)) {
            return Flux.fromIterable(batch)
                    .concatMap(one -> answered(List.of(one)))
                    .then();
        }
        return Mono.fromRunnable(() -> {
            tell(batch, fault);
            if (isAway(fault) && after.compareTo(LATE) > 0) {
                tellWhoeverWaits(fault);
            }
        });
    }

    private void tellWhoeverWaits(Throwable fault) {
        for (var more = take(); !more.isEmpty(); more = take()) {
            tell(more, fault);
        }
    }

    private void tell(List<Asked<Q, A>> batch, Throwable fault) {
        batch.forEach(one -> one.sink().error(fault));
    }

    private void tell(List<Asked<Q, A>> batch, List<A> answers) {
        if (answers.size() != batch.size()) {
            throw new IllegalStateException(
                    name + " answered " + answers.size() + " of " + batch.size() + " questions");
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).sink().success(answers.get(i));
        }
    }

    private static Duration now() {
        return Duration.ofNanos(Schedulers.parallel().now(TimeUnit.NANOSECONDS));
    }

    private static boolean isAway(Throwable fault) {
        return fault instanceof DataAccessResourceFailureException || fault instanceof TimeoutException;
    }

    private static boolean isOfOneOfThem(Throwable fault) {
        return fault instanceof DataAccessException
                && !(fault instanceof TransientDataAccessException)
                && !(fault instanceof DataAccessResourceFailureException);
    }

    private static final class Asked<Q, A> {
        private final Q question;
        private final MonoSink<A> sink;
        private volatile boolean left;

        Asked(Q question, MonoSink<A> sink) {
            this.question = question;
            this.sink = sink;
        }

        Q question() {
            return question;
        }

        MonoSink<A> sink() {
            return sink;
        }

        void leave() {
            left = true;
        }
    }
}
