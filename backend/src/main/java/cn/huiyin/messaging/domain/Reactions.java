package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.domain.Entry.AfterUnknown;
import cn.huiyin.messaging.domain.Settlement.Grant;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import cn.huiyin.messaging.spi.Outcome.Dead;
import cn.huiyin.messaging.spi.Outcome.Delivered;
import cn.huiyin.messaging.spi.Outcome.Down;
import cn.huiyin.messaging.spi.Outcome.NextChannel;
import cn.huiyin.messaging.spi.Outcome.Park;
import cn.huiyin.messaging.spi.Outcome.Retry;
import cn.huiyin.messaging.spi.Outcome.StopTemplate;
import cn.huiyin.messaging.spi.Outcome.Unknown;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What follows from what a channel says: one row for each outcome. */
public final class Reactions {

    /**
     * How long a channel drops a second message with the same client_msg_id. WeChat's official account: 10 minutes, of
     * which we use 7; the rest is for the lease and the call. A subscribe message that is sent again is a second one.
     */
    private static final Map<String, Duration> TELLS_DOUBLES_FOR = Map.of("TEMPLATE", Duration.ofMinutes(7));

    private static final Duration UNTIL_IT_RECOVERS = Duration.ofSeconds(30);

    private final RetryLadder ladder;
    private final Map<Class<? extends Outcome>, Reaction<Outcome>> table;

    public Reactions(RetryLadder ladder) {
        this.ladder = ladder;
        this.table = Map.ofEntries(
                row(Delivered.class, (outcome, call) -> Settlement.sent(call.channel(), outcome.receipt())),
                row(Retry.class, this::again),
                row(Down.class, Reactions::down),
                row(Park.class, Reactions::tomorrow),
                row(NextChannel.class, Reactions::next),
                row(StopTemplate.class, Reactions::withoutTemplate),
                row(Dead.class, (outcome, call) -> Settlement.dead(call.channel(), outcome.reason())),
                row(Unknown.class, (outcome, call) -> unknown(call, outcome.reason())));
    }

    /** What is to be written down after this call. */
    public Settlement to(Outcome outcome, Call call) {
        return Objects.requireNonNull(table.get(outcome.getClass())).to(outcome, call);
    }

    /**
     * The same while the channel as a whole is in trouble: what failed for that has used up no rung of its ladder.
     *
     * @param wait until the channel is tried again
     */
    public Settlement inTrouble(Outcome outcome, Call call, Duration wait) {
        if (outcome instanceof Retry retry) {
            return down(new Down(retry.reason(), wait), call);
        }
        return outcome instanceof Unknown unknown && mayRepeat(call)
                ? Settlement.putOff(wait, true, unknown.reason())
                : to(outcome, call);
    }

    /** A message of which nobody knows whether it arrived: may it be sent once more now? */
    public boolean mayRepeat(Call call) {
        return wouldBeToldAsDouble(call) || call.entry().unknown() == AfterUnknown.AGAIN;
    }

    /** A step of our own failed, perhaps after the call: the same ladder, and nothing that is known is forgotten. */
    public Settlement ownFault(Job job, String reason) {
        return ladder.after(job.failures())
                .map(rung -> Settlement.againInDoubt(rung, reason))
                .orElseGet(() -> Settlement.givenUp(job.channel(), reason));
    }

    /**
     * This call was not taken, but an earlier one may have been: that is not forgotten. The platform's own time counts
     * for the first try; after that at least as long as the ladder says.
     */
    private Settlement again(Retry outcome, Call call) {
        var named = outcome.after();
        return ladder.after(call.job().failures())
                .map(rung -> named == null || call.job().failures() > 0 && named.compareTo(rung) < 0 ? rung : named)
                .map(wait -> call.job().inDoubt()
                        ? Settlement.againInDoubt(wait, outcome.reason())
                        : Settlement.again(wait, outcome.reason()))
                .orElseGet(() -> Settlement.dead(call.channel(), outcome.reason()));
    }

    private static Settlement down(Down outcome, Call call) {
        var wait = Objects.requireNonNullElse(outcome.after(), UNTIL_IT_RECOVERS);
        return call.job().inDoubt()
                ? Settlement.putOff(wait, true, outcome.reason())
                : Settlement.notTaken(wait, outcome.reason());
    }

    /** What is urgent does not wait for tomorrow where there is another way. */
    private static Settlement tomorrow(Park outcome, Call call) {
        if (call.entry().urgent() && !call.job().inDoubt()) {
            return Settlement.next(call.channel(), Grant.BACK, "QUOTA", outcome.reason());
        }
        return call.job().inDoubt()
                ? Settlement.tomorrowInDoubt(outcome.reason())
                : Settlement.tomorrow(outcome.reason());
    }

    private static Settlement next(NextChannel outcome, Call call) {
        var grant = outcome.cause() == Cause.GRANT_GONE ? Grant.NONE_LEFT : Grant.BACK;
        return next(call, grant, outcome.cause().name(), outcome.reason());
    }

    private static Settlement withoutTemplate(StopTemplate outcome, Call call) {
        return next(call, Grant.BACK, "TEMPLATE_STOPPED", outcome.reason());
    }

    /** An earlier call may have arrived: another channel would be the second time. */
    private static Settlement next(Call call, Grant grant, String notReached, String reason) {
        return call.job().inDoubt() && call.entry().unknown() == AfterUnknown.KEEP
                ? Settlement.keptInDoubt(call.channel(), reason)
                : Settlement.next(call.channel(), grant, notReached, reason);
    }

    private Settlement unknown(Call call, String reason) {
        if (!mayRepeat(call)) {
            return Settlement.keptInDoubt(call.channel(), reason);
        }
        return ladder.after(call.job().failures())
                .map(rung -> Settlement.againInDoubt(rung, reason))
                .orElseGet(() -> Settlement.givenUp(call.channel(), reason));
    }

    private static boolean wouldBeToldAsDouble(Call call) {
        var told = TELLS_DOUBLES_FOR.getOrDefault(call.channel(), Duration.ZERO);
        return call.job().now().isBefore(call.job().doubtedSince().plus(told));
    }

    /** One call of one channel for one message. */
    public record Call(Job job, Entry entry, String channel) {}

    private interface Reaction<O extends Outcome> {
        Settlement to(O outcome, Call call);
    }

    private static <O extends Outcome> Map.Entry<Class<? extends Outcome>, Reaction<Outcome>> row(
            Class<O> of, Reaction<O> reaction) {
        return Map.entry(of, (outcome, call) -> reaction.to(of.cast(outcome), call));
    }
}
