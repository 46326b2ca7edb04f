package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.domain.Settlement.State;
import cn.huiyin.messaging.domain.Task;
import cn.huiyin.messaging.store.Steps;
import cn.huiyin.messaging.store.Summaries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Writes down how a step ended; never in silence: who must be reached and was not becomes a human's task. */
@Component
public class Closing {

    /** A moment of trouble with the database must not turn a sent message into one that nobody knows about. */
    private static final Retry A_MOMENT = Retry.backoff(3, Duration.ofMillis(100));

    private final Catalogue catalogue;
    private final Steps steps;
    private final Summaries summaries;
    private final Meters meters;

    public Closing(Catalogue catalogue, Steps steps, Summaries summaries, Meters meters) {
        this.catalogue = catalogue;
        this.steps = steps;
        this.summaries = summaries;
        this.meters = meters;
    }

    Mono<Void> close(Job job, Settlement as) {
        return close(job, catalogue.find(job.occasion()), as);
    }

    /** @param entry with what the policy asks beyond the catalogue's */
    Mono<Void> close(Job job, Entry entry, Settlement as) {
        return close(job, Optional.of(entry), as);
    }

    private Mono<Void> close(Job job, Optional<Entry> entry, Settlement as) {
        var help = as.state() == State.DEAD && entry.map(Entry::mustReach).orElse(false)
                ? entry.map(of -> Task.unreached(catalogue, of, job, List.of("NOT_SENT")))
                : Optional.<Task>empty();
        return close(job, as, help);
    }

    Mono<Void> close(Job job, Settlement as, Optional<Task> task) {
        return handBack(job, as)
                .then(steps.settle(job, as, task))
                .retryWhen(A_MOMENT)
                .doOnNext(late -> meters.settled(job, as, late))
                .then();
    }

    /** A summary that reached nobody has told nothing: what must be told goes by itself again. */
    private Mono<Void> handBack(Job job, Settlement as) {
        return Summaries.KIND.equals(job.subjectKind()) && as.reachedNobody()
                ? summaries.undo(job.subjectId()).then()
                : Mono.empty();
    }

    /** It is in the inbox where there is a recipient; where more is owed, a human gets a task that says why. */
    Mono<Void> reachedNobody(Job job, Entry entry, List<String> reasons) {
        var why = String.join(", ", reasons);
        if (entry.mustReach()) {
            return close(
                    job,
                    Settlement.inside(Settlement.TODO, why),
                    Optional.of(Task.unreached(catalogue, entry, job, reasons)));
        }
        return close(
                job, job.recipient() == null ? Settlement.withdrawn(why) : Settlement.inside(Settlement.INBOX, why));
    }
}
