package cn.huiyin.wechat;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The threads that WxJava may block: a fixed number, with a queue that has an end. A full queue refuses at once
 * ({@link java.util.concurrent.RejectedExecutionException}), a deed that lasts too long ends with a
 * {@link java.util.concurrent.TimeoutException}.
 */
final class Workers implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final Scheduler scheduler;
    private final Duration limit;

    Workers(String name, int threads, int queue, Duration limit) {
        var count = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(queue), task -> {
                    var thread = new Thread(task, name + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
        this.scheduler = Schedulers.fromExecutorService(this.threads, name);
        this.limit = limit;
    }

    /** Runs a deed that blocks. It answers with a value for whatever goes wrong, so that a late failure is not lost. */
    <T> Mono<T> run(Callable<T> deed) {
        return Mono.fromCallable(deed).subscribeOn(scheduler).timeout(limit);
    }

    @Override
    public void close() {
        scheduler.dispose();
        threads.shutdown();
    }
}
