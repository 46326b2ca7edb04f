package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Mending;
import cn.huiyin.messaging.domain.Reactions;
import cn.huiyin.messaging.domain.Route;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.domain.Task;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.messaging.spi.Subject.Waiting;
import cn.huiyin.messaging.store.InboxRows;
import cn.huiyin.messaging.store.Steps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes one message from its claim to its end: is it still true, who gets it, into the inbox, and out by the first channel
 * that reaches the person.
 */
@Component
public class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** More people than this hear nothing from one message; a notice to a whole street is another thing. */
    private static final int AUDIENCE_LIMIT = 500;

    private final Catalogue catalogue;
    private final Map<String, Subject> subjects;
    private final Steps steps;
    private final InboxRows inbox;
    private final Router router;
    private final Ways ways;
    private final Closing closing;
    private final Reactions reactions;
    private final DeliverySettings settings;

    public Courier(
            Catalogue catalogue,
            List<Subject> subjects,
            Steps steps,
            InboxRows inbox,
            Router router,
            Ways ways,
            Closing closing,
            DeliverySettings settings) {
        this.catalogue = catalogue;
        this.subjects = subjects.stream().collect(Collectors.toUnmodifiableMap(Subject::kind, Function.identity()));
        this.steps = steps;
        this.inbox = inbox;
        this.router = router;
        this.ways = ways;
        this.closing = closing;
        this.reactions = new Reactions(settings.retryLadder());
        this.settings = settings;
    }

    /** Ends without a value and without an error: what could not be written down comes back when the lease ends. */
    public Mono<Void> deliver(Job job) {
        return catalogue
                .find(job.occasion())
                .map(entry -> look(job).flatMap(standing -> act(job, entry, standing)))
                .orElseGet(() -> closing.close(job, Settlement.givenUp(null, "not in the catalogue")))
                .onErrorResume(fault -> tryLater(job, fault))
                .onErrorResume(fault -> leaveToTheLease(job, fault));
    }

    private Mono<Standing> look(Job job) {
        var subject = subjects.get(job.subjectKind());
        return subject == null
                ? Mono.error(new IllegalStateException("nobody knows subjects of kind " + job.subjectKind()))
                : subject.look(new Waiting(job.occasion(), job.subjectId(), job.dedupKey(), job.facts()))
                        .timeout(settings.lookLimit());
    }

    private Mono<Void> act(Job job, Entry entry, Standing standing) {
        if (standing instanceof Gone gone) {
            return closing.close(job, Settlement.withdrawn(gone.why()));
        }
        var stands = (Stands) standing;
        var audience = stands.audience().stream()
                .map(id -> id.value())
                .distinct()
                .limit(AUDIENCE_LIMIT)
                .toList();
        var now = job.with(Mending.over(stands.facts(), job.facts()));
        if (entry.task()) {
            return assign(now, entry, audience);
        }
        return job.recipient() == null ? spread(now, entry, audience) : tell(now, entry, job.recipient(), audience);
    }

    private Mono<Void> assign(Job job, Entry entry, List<Long> audience) {
        var assignees = job.recipient() == null ? audience : List.of(job.recipient());
        return closing.close(
                job, Settlement.inside(Settlement.TODO, null), Optional.of(Task.of(catalogue, entry, job, assignees)));
    }

    private Mono<Void> spread(Job job, Entry entry, List<Long> audience) {
        return audience.isEmpty() ? closing.reachedNobody(job, entry, List.of("NOBODY")) : steps.spread(job, audience);
    }

    private Mono<Void> tell(Job job, Entry entry, long recipient, List<Long> audience) {
        if (job.parent() != null && !audience.contains(recipient)) {
            return closing.close(job, Settlement.withdrawn("no longer theirs"));
        }
        return inside(job, entry)
                .then(Mono.defer(() -> router.route(job, entry)))
                .flatMap(route -> route instanceof Route.Out out ? ways.send(job, out) : Mono.empty());
    }

    /** What a summary tells of is there already. */
    private Mono<Void> inside(Job job, Entry entry) {
        return entry.isSummary()
                ? Mono.empty()
                : inbox.put(job, catalogue.sentence(entry, job.facts()), catalogue.page(entry, job.facts()));
    }

    private Mono<Void> tryLater(Job job, Throwable fault) {
        LOG.warn("message {} ({}) is tried again later: {}", job.id(), job.occasion(), fault.toString());
        LOG.debug("why", fault);
        return closing.close(
                job, reactions.ownFault(job, "own fault: " + fault.getClass().getSimpleName()));
    }

    private static Mono<Void> leaveToTheLease(Job job, Throwable fault) {
        LOG.warn("message {} ({}) comes back when its lease ends: {}", job.id(), job.occasion(), fault.toString());
        return Mono.empty();
    }
}
