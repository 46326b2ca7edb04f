package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.domain.Task;
import cn.huiyin.together.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Each step of a message on its way, and only by whoever claimed it last. The same step of many messages is one statement;
 * to each of them it is as if it were alone.
 */
@Component
public class Steps {

    private final Together<Spreading, Optional<Boolean>> spread;
    private final Together<Beginning, Optional<Begun>> begin;
    private final Together<Ending, Optional<Duration>> settle;

    public Steps(DatabaseClient database) {
        this.spread = Together.of("messages.spread", Spreading.statement(database));
        this.begin = Together.of("messages.begin", Beginning.statement(database));
        this.settle = Together.of("messages.settle", Ending.statement(database));
    }

    /** One message for each reader, looked at again with the facts it was planned with; the same reader is told once. */
    public Mono<Void> spread(Job job, List<Long> readers) {
        return spread.ask(Spreading.of(job, readers)).then();
    }

    /** Says that a call begins, spends its grant where it needs one, and renews the lease; in this order or not at all. */
    public Mono<Begun> begin(
            Job job, Duration lease, String channel, String templateId, boolean needsGrant, Allowance allowance) {
        return begin.ask(Beginning.of(job, lease, channel, templateId, needsGrant, allowance))
                .map(said -> said.orElse(Begun.NOT_OURS));
    }

    /** How late it is, or nothing where somebody else has claimed the message since. */
    public Mono<Duration> settle(Job job, Settlement as, Optional<Task> task) {
        return settle.ask(Ending.of(job, as, task)).flatMap(Mono::justOrEmpty);
    }

    /** May the call go out? */
    public enum Begun {
        BEGUN,
        /** Withdrawn, or claimed by somebody else since. */
        NOT_OURS,
        TEMPLATE_STOPPED,
        NO_GRANT,
        /** The same person's earlier message, or a call to them, goes first; somebody else holds it. */
        BUSY,
        /** The day's calls are used up, or what is left of them is for what is urgent. */
        QUOTA
    }

    /**
     * How far the calls of a day may go for this message.
     *
     * @param hurries it goes before the others, and to the very end of the quota
     * @param most calls of this channel in a day, this one included
     */
    public record Allowance(boolean hurries, long most) {

        public static final Allowance ENDLESS = new Allowance(false, Long.MAX_VALUE);
    }
}
