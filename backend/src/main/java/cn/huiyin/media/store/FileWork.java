package cn.huiyin.media.store;

import cn.huiyin.media.MediaSettings;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The few threads that may wait for a disk. */
@Component
public class FileWork implements DisposableBean {

    private static final int QUEUE = 10_000;

    private final Scheduler scheduler;

    public FileWork(MediaSettings settings) {
        scheduler = Schedulers.newBoundedElastic(settings.threads(), QUEUE, "files", 60, true);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    <T> Mono<T> call(Callable<? extends T> work) {
        return Mono.<T>fromCallable(work).subscribeOn(scheduler);
    }

    Mono<Void> run(Work work) {
        return Mono.<Void>fromCallable(() -> {
                    work.run();
                    return null;
                })
                .subscribeOn(scheduler);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }

    /** File work without a result. */
    interface Work {
        void run() throws Exception;
    }
}
