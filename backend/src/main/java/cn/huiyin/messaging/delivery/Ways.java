package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Letter;
import cn.huiyin.messaging.domain.Reactions;
import cn.huiyin.messaging.domain.Reactions.Call;
import cn.huiyin.messaging.domain.Route;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.domain.Way;
import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import cn.huiyin.messaging.store.Steps;
import cn.huiyin.messaging.store.StoppedTemplates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Out by the first channel that reaches the person. */
@Component
public class Ways {

    private static final Set<String> NEED_A_GRANT = Set.of("SUBSCRIBE");
    private static final Duration ONE_AFTER_ANOTHER = Duration.ofSeconds(1);
    private static final DateTimeFormatter A_TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Catalogue catalogue;
    private final Map<String, Channel> channels;
    private final Steps steps;
    private final StoppedTemplates stopped;
    private final Closing closing;
    private final Reactions reactions;
    private final Meters meters;
    private final Breakers breakers;
    private final Quotas quotas;
    private final DeliverySettings settings;

    public Ways(
            Catalogue catalogue,
            List<Channel> channels,
            Steps steps,
            StoppedTemplates stopped,
            Closing closing,
            Meters meters,
            Breakers breakers,
            Quotas quotas,
            DeliverySettings settings) {
        this.catalogue = catalogue;
        this.channels = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
        this.steps = steps;
        this.stopped = stopped;
        this.closing = closing;
        this.reactions = new Reactions(settings.retryLadder());
        this.meters = meters;
        this.breakers = breakers;
        this.quotas = quotas;
        this.settings = settings;
    }

    /** In the order of the route; a channel that was tried before is not tried again. */
    Mono<Void> send(Job job, Route.Out route) {
        if (job.channel() != null && job.inDoubt()) {
            var call = new Call(job, route.entry(), job.channel());
            if (!reactions.mayRepeat(call)) {
                return closing.close(job, route.entry(), reactions.to(new Outcome.Unknown("cut off"), call));
            }
        }
        return new Trip(job, route.entry()).next(ways(job, route), new ArrayList<>(route.notReached()));
    }

    /** Where a call is in doubt: no channel before that one, for it would be the second. */
    private static List<Way> ways(Job job, Route.Out route) {
        return route.ways().stream()
                .dropWhile(way -> job.inDoubt() && !way.channel().equals(job.channel()))
                .toList();
    }

    /** One message, one claim, the ways one after another. */
    private final class Trip {

        private final Job job;
        private final Entry entry;
        private @Nullable Settlement untilThen;

        private Trip(Job job, Entry entry) {
            this.job = job;
            this.entry = entry;
        }

        private Mono<Void> next(List<Way> ways, List<String> reasons) {
            if (ways.isEmpty() && untilThen != null) {
                return closing.close(job, entry, untilThen);
            }
            if (ways.isEmpty()) {
                return closing.reachedNobody(job, entry, reasons.isEmpty() ? List.of("NO_CHANNEL") : reasons);
            }
            return attempt(ways.get(0)).flatMap(said -> {
                if (said.isEnd()) {
                    return Mono.<Void>empty();
                }
                reasons.add(said.why());
                return next(ways.subList(1, ways.size()), reasons);
            });
        }

        private Mono<Said> attempt(Way way) {
            var channel = channels.get(way.channel());
            if (job.tried().containsKey(way.channel())) {
                return Said.no(job.tried().get(way.channel()));
            }
            if (channel == null) {
                return Said.no("NO_CHANNEL");
            }
            if (!breakers.mayCall(way.channel())) {
                return waitOrGoOn(Settlement.putOff(
                        breakers.pause(way.channel(), job.attempts(), entry.urgent()),
                        job.inDoubt(),
                        "the channel is in trouble"));
            }
            var allowance = quotas.allowance(way.channel(), entry.urgent());
            return steps.begin(job, settings.lease(), way.channel(), way.templateId(), needsGrant(way), allowance)
                    .doOnNext(begun -> breakers.unlessCalled(way.channel(), begun))
                    .doOnError(fault -> breakers.notCalled(way.channel()))
                    .flatMap(begun -> switch (begun) {
                        case BEGUN -> call(way, channel);
                        case NOT_OURS -> Said.END;
                        case BUSY -> afterTheOther();
                        case QUOTA ->
                            waitOrGoOn(
                                    job.inDoubt()
                                            ? Settlement.tomorrowInDoubt("the day's quota is used up")
                                            : Settlement.tomorrow("the day's quota is used up"));
                        case TEMPLATE_STOPPED, NO_GRANT -> Said.no(begun.name());
                    });
        }

        /** What is urgent tries the other ways meanwhile; where a call is in doubt, another way would be a second time. */
        private Mono<Said> waitOrGoOn(Settlement as) {
            if (entry.urgent() && !job.inDoubt()) {
                untilThen = untilThen == null ? as : untilThen;
                return Said.no("WAITS");
            }
            return closing.close(job, entry, as).then(Said.END);
        }

        private Mono<Said> afterTheOther() {
            return closing.close(job, Settlement.putOff(ONE_AFTER_ANOTHER, job.inDoubt(), "another goes first"))
                    .then(Said.END);
        }

        private Mono<Said> call(Way way, Channel channel) {
            return channel.send(parcel(way))
                    .timeout(settings.callLimit())
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException("the channel said nothing")))
                    .onErrorResume(fault -> Mono.just(new Outcome.Unknown(
                            fault instanceof TimeoutException
                                    ? "timed out"
                                    : "fault: " + fault.getClass().getSimpleName())))
                    .flatMap(outcome -> stopIfRefused(outcome, way)
                            .then(quotas.noteIfUsedUp(way.channel(), outcome))
                            .thenReturn(outcome))
                    .map(outcome -> reaction(outcome, way))
                    .flatMap(as -> closing.close(job, entry, as)
                            .then(as.notReached() == null ? Said.END : Said.no(as.notReached())));
        }

        private Settlement reaction(Outcome outcome, Way way) {
            var call = new Call(job, entry, way.channel());
            return breakers.heard(way.channel(), outcome)
                    ? reactions.inTrouble(outcome, call, breakers.pause(way.channel(), job.attempts(), entry.urgent()))
                    : reactions.to(outcome, call);
        }

        private Mono<Void> stopIfRefused(Outcome outcome, Way way) {
            if (!(outcome instanceof Outcome.StopTemplate refused) || way.letter() == null) {
                return Mono.empty();
            }
            var key = way.letter().template().key();
            return stopped.stop(way.templateId(), key, refused.reason())
                    .doOnNext(isNew -> {
                        if (isNew) {
                            meters.templateStopped(key, refused.reason());
                        }
                    })
                    .then();
        }

        private Parcel parcel(Way way) {
            return new Parcel(
                    job.clientMsgId(),
                    way.address(),
                    way.templateId(),
                    catalogue.page(entry, job.facts()),
                    fields(way.letter()),
                    catalogue.sentence(entry, job.facts()));
        }

        private Map<String, String> fields(@Nullable Letter letter) {
            return letter == null ? Map.of() : letter.write(job.facts(), catalogue::word, timeOf(job.dueAt()));
        }
    }

    private static boolean needsGrant(Way way) {
        return NEED_A_GRANT.contains(way.channel());
    }

    private static String timeOf(Instant at) {
        return A_TIME.format(at);
    }

    /** What came of one channel: the end of the trip, or a reason to try the next. */
    private record Said(boolean isEnd, String why) {

        private static final Mono<Said> END = Mono.just(new Said(true, ""));

        private static Mono<Said> no(String why) {
            return Mono.just(new Said(false, why));
        }
    }
}
