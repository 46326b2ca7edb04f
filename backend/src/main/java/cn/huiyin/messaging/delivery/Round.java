package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.store.Claims;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One look at what is due: as much as can be sent at once, and each person's messages one after another. */
@Component
public class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Claims claims;
    private final Courier courier;
    private final DeliverySettings settings;
    private final AtomicBoolean stopping = new AtomicBoolean();

    public Round(Claims claims, Courier courier, DeliverySettings settings) {
        this.claims = claims;
        this.courier = courier;
        this.settings = settings;
    }

    /** Says how many were due, at most {@link DeliverySettings#atOnce()}. */
    public Mono<Integer> deliver() {
        return Mono.defer(() ->
                        stopping.get() ? Mono.just(List.<Job>of()) : claims.claim(settings.atOnce(), settings.lease()))
                .flatMap(jobs -> Flux.fromIterable(byPerson(jobs))
                        .flatMap(
                                ofOne -> Flux.fromIterable(ofOne).concatMap(this::deliverOrGiveBack), settings.atOnce())
                        .then(Mono.just(jobs.size())));
    }

    /** From now on what is claimed and not begun is handed back. */
    public void stopSoon(boolean soon) {
        stopping.set(soon);
    }

    private Mono<Void> deliverOrGiveBack(Job job) {
        return stopping.get()
                ? claims.giveBack(job)
                : courier.deliver(job).timeout(settings.lease()).onErrorResume(fault -> letTheLeaseEnd(job, fault));
    }

    /** One message that hangs or fails holds up no other: it comes back by itself when its lease ends. */
    private static Mono<Void> letTheLeaseEnd(Job job, Throwable fault) {
        LOG.warn("message {} comes back when its lease ends: {}", job.id(), fault.toString());
        return Mono.empty();
    }

    private static Collection<List<Job>> byPerson(List<Job> jobs) {
        return jobs.stream()
                .sorted(Comparator.comparing(Job::dueAt).thenComparing(Job::id))
                .collect(Collectors.groupingBy(
                        job -> job.recipient() == null ? "row " + job.id() : job.recipient(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }
}
