package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Letter;
import cn.huiyin.messaging.domain.Reactions;
import cn.huiyin.messaging.domain.Reactions.Call;
import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import cn.huiyin.messaging.store.Steps;
import cn.huiyin.messaging.store.Steps.Begun;
import cn.huiyin.messaging.store.StoppedTemplates;
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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Out by the first channel that reaches the person. */
@Component
public class Ways {

    private static final Set<String> NEED_A_GRANT = Set.of("SUBSCRIBE");
    private static final DateTimeFormatter A_TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Catalogue catalogue;
    private final Map<String, Channel> channels;
    private final Addresses addresses;
    private final TemplateIds templateIds;
    private final Steps steps;
    private final StoppedTemplates stopped;
    private final Closing closing;
    private final Reactions reactions;
    private final Meters meters;
    private final DeliverySettings settings;

    public Ways(
            Catalogue catalogue,
            List<Channel> channels,
            Addresses addresses,
            TemplateIds templateIds,
            Steps steps,
            StoppedTemplates stopped,
            Closing closing,
            Meters meters,
            DeliverySettings settings) {
        this.catalogue = catalogue;
        this.channels = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
        this.addresses = addresses;
        this.templateIds = templateIds;
        this.steps = steps;
        this.stopped = stopped;
        this.closing = closing;
        this.reactions = new Reactions(settings.retryLadder());
        this.meters = meters;
        this.settings = settings;
    }

    Mono<Void> send(Job job, Entry entry, long recipient) {
        if (job.channel() != null && job.inDoubt()) {
            var call = new Call(job, entry, job.channel());
            if (!reactions.mayRepeat(call)) {
                return closing.close(job, reactions.to(new Outcome.Unknown("cut off"), call));
            }
        }
        return addresses
                .of(recipient)
                .defaultIfEmpty(Map.of())
                .flatMap(known -> new Trip(job, entry, known).next(letters(job, entry), new ArrayList<>()));
    }

    /** Where a call is in doubt: no channel before that one, for it would be the second. */
    private static List<Letter> letters(Job job, Entry entry) {
        return entry.letters().stream()
                .dropWhile(letter -> job.inDoubt() && !letter.channel().equals(job.channel()))
                .toList();
    }

    /** One message, one claim, the channels one after another. */
    private final class Trip {

        private final Job job;
        private final Entry entry;
        private final Map<String, String> known;

        private Trip(Job job, Entry entry, Map<String, String> known) {
            this.job = job;
            this.entry = entry;
            this.known = known;
        }

        private Mono<Void> next(List<Letter> letters, List<String> reasons) {
            if (letters.isEmpty()) {
                return closing.reachedNobody(job, entry, reasons.isEmpty() ? List.of("NO_CHANNEL") : reasons);
            }
            return attempt(letters.get(0)).flatMap(said -> {
                if (said.isEnd()) {
                    return Mono.<Void>empty();
                }
                reasons.add(said.why());
                return next(letters.subList(1, letters.size()), reasons);
            });
        }

        private Mono<Said> attempt(Letter letter) {
            var channel = channels.get(letter.channel());
            var address = known.get(letter.channel());
            var templateId = templateIds.of(letter.template());
            if (job.tried().containsKey(letter.channel())) {
                return Said.no(job.tried().get(letter.channel()));
            }
            if (channel == null || templateId.isEmpty()) {
                return Said.no(channel == null ? "NO_CHANNEL" : "NO_TEMPLATE");
            }
            if (address == null) {
                return Said.no("NO_ADDRESS");
            }
            return steps.begin(job, settings.lease(), letter.channel(), templateId.get(), needsGrant(letter))
                    .flatMap(begun -> begun == Begun.BEGUN
                            ? call(letter, channel, parcel(letter, address, templateId.get()))
                            : begun == Begun.NOT_OURS ? Said.END : Said.no(begun.name()));
        }

        private Mono<Said> call(Letter letter, Channel channel, Parcel parcel) {
            return channel.send(parcel)
                    .timeout(settings.callLimit())
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException("the channel said nothing")))
                    .onErrorResume(fault -> Mono.just(new Outcome.Unknown(
                            fault instanceof TimeoutException
                                    ? "timed out"
                                    : "fault: " + fault.getClass().getSimpleName())))
                    .flatMap(outcome ->
                            stopIfRefused(outcome, letter, parcel.templateId()).thenReturn(outcome))
                    .map(outcome -> reactions.to(outcome, new Call(job, entry, letter.channel())))
                    .flatMap(as ->
                            closing.close(job, as).then(as.notReached() == null ? Said.END : Said.no(as.notReached())));
        }

        private Mono<Void> stopIfRefused(Outcome outcome, Letter letter, String templateId) {
            if (!(outcome instanceof Outcome.StopTemplate refused)) {
                return Mono.empty();
            }
            return stopped.stop(templateId, letter.template().key(), refused.reason())
                    .doOnNext(isNew -> {
                        if (isNew) {
                            meters.templateStopped(letter.template().key(), refused.reason());
                        }
                    })
                    .then();
        }

        private Parcel parcel(Letter letter, String address, String templateId) {
            return new Parcel(
                    job.clientMsgId(),
                    address,
                    templateId,
                    catalogue.page(entry, job.facts()),
                    letter.write(job.facts(), catalogue::word, timeOf(job.dueAt())));
        }
    }

    private static boolean needsGrant(Letter letter) {
        return NEED_A_GRANT.contains(letter.channel());
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
