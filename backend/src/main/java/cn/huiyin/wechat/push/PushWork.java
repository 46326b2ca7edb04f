package cn.huiyin.wechat.push;

import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.wechat.CustomerService;
import cn.huiyin.wechat.push.Pushes.Claimed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does what a push asks for, and writes down what came of it; nothing ends in silence. */
@Component
class PushWork {

    private static final Logger LOG = LoggerFactory.getLogger(PushWork.class);
    private static final Duration TOMORROW_OR_SO = Duration.ofHours(1);

    private final Pushes pushes;
    private final Listeners listeners;
    private final ObjectProvider<CustomerService> customerService;
    private final PushMeters meters;
    private final PushSettings.Limits limits;

    PushWork(
            Pushes pushes,
            Listeners listeners,
            ObjectProvider<CustomerService> customerService,
            PushMeters meters,
            PushSettings settings) {
        this.pushes = pushes;
        this.listeners = listeners;
        this.customerService = customerService;
        this.meters = meters;
        this.limits = settings.push();
    }

    /** The answer, perhaps empty. Ends well before the lease does, so that no two do the same. */
    Mono<String> hear(PushListener listener, Pushed pushed) {
        return Mono.defer(() -> listener.hear(pushed))
                .defaultIfEmpty("")
                .timeout(limits.lease().multipliedBy(2).dividedBy(3));
    }

    /** Takes up again what was left over. */
    Mono<Void> takeUp(Claimed claimed) {
        return Mono.defer(() -> claimed.owed() ? pay(claimed) : hearAgain(claimed))
                .onErrorResume(fault -> later(claimed, fault));
    }

    /** Nobody waits on the line: the answer goes by a customer-service message. */
    Mono<Void> answerLate(Claimed claimed, Pushed pushed, String answer) {
        if (answer.isEmpty()) {
            return pushes.done(claimed, "");
        }
        meters.count(claimed, "ANSWERED_LATE");
        return pushes.owe(claimed, new Owed(pushed.sender(), answer), limits.lease())
                .flatMap(owing -> pay(owing).onErrorResume(fault -> later(owing, fault)));
    }

    /** Again by the ladder; after its end an operator looks. */
    Mono<Void> later(Claimed claimed, Throwable fault) {
        if (fault instanceof Unmatched nobody) {
            return limits.rung(claimed.failures())
                    .map(rung -> pushes.later(claimed, rung, nobody.getMessage()))
                    .orElseGet(() -> pushes.letGo(claimed, String.valueOf(nobody.getMessage())));
        }
        LOG.warn("push {} ({}) is tried again later: {}", claimed.id(), claimed.kind(), fault.toString());
        LOG.debug("why", fault);
        return again(claimed, null, "own fault: " + fault.getClass().getSimpleName());
    }

    private Mono<Void> hearAgain(Claimed claimed) {
        var listener = listeners.to(claimed.app(), claimed.kind());
        if (listener.isEmpty()) {
            return park(claimed, "nobody listens to this kind any more");
        }
        var pushed = pushes.pushed(claimed);
        return hear(listener.get(), pushed).flatMap(answer -> answerLate(claimed, pushed, answer));
    }

    private Mono<Void> pay(Claimed claimed) {
        var owed = pushes.owed(claimed);
        return customerService
                .getObject()
                .say(owed.to(), PushReply.fit(owed.text()))
                .flatMap(outcome -> paid(claimed, outcome));
    }

    private Mono<Void> paid(Claimed claimed, Outcome outcome) {
        if (outcome instanceof Outcome.Delivered) {
            return pushes.done(claimed, "");
        }
        if (outcome instanceof Outcome.Retry retry) {
            return again(claimed, retry.after(), retry.reason());
        }
        if (outcome instanceof Outcome.Down down) {
            return again(claimed, down.after(), down.reason());
        }
        // Twice the same answer in a talk does less harm than none.
        if (outcome instanceof Outcome.Unknown unknown) {
            return again(claimed, null, unknown.reason());
        }
        if (outcome instanceof Outcome.Park tomorrow) {
            return again(claimed, TOMORROW_OR_SO, tomorrow.reason());
        }
        return park(claimed, outcome.toString());
    }

    private Mono<Void> again(Claimed claimed, @Nullable Duration named, String why) {
        meters.count(claimed, "FAILED");
        return limits.rung(claimed.failures())
                .map(rung -> named == null || named.compareTo(rung) < 0 ? rung : named)
                .map(wait -> pushes.later(claimed, wait, why))
                .orElseGet(() -> park(claimed, why));
    }

    private Mono<Void> park(Claimed claimed, String why) {
        meters.count(claimed, "PARKED");
        LOG.error("push {} ({}) is given up: {}", claimed.id(), claimed.kind(), why);
        return pushes.park(claimed, why);
    }
}
